import { type ChildProcess, spawn } from 'node:child_process'
import { type FileHandle, open, readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { readPostmaster } from './postmaster-file.ts'
import { programEnvironment } from './run-program.ts'
import type { ServerBinaries } from './server-binaries.ts'

export interface Cluster {
  folder: string
  log: string
  binaries: ServerBinaries
  account: Account | null
}

const READY_WITHIN_MS = 60_000
/** So long the last processes of a killed server may hold its memory; they end once they see that it is gone. */
const ORPHANS_END_WITHIN_MS = 30_000
const ORPHANS_IN_LOG = 'pre-existing shared memory block'

interface Launched {
  pid: number
  port: number
  exited: Promise<void>
}

const launchOnce = async (cluster: Cluster, settings: string[]): Promise<Launched> => {
  const port = await findFreePort()
  const log = await openLog(cluster)
  try {
    // Both listen before anything is awaited: a server that fails at once may be gone by the next turn.
    const child = spawnServer(cluster, port, settings, log.fd)
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    return { pid: await waitUntilReady(cluster, child), port, exited }
  } finally {
    await log.close()
  }
}

/**
 * Starts PostgreSQL on a free loopback port. A server killed without warning leaves processes that end a moment later;
 * until then no new one may start. Throws EmbeddedDatabaseError with the reason from the log.
 */
export const launchServer = async (cluster: Cluster, settings: string[]): Promise<Launched> => {
  for (const until = Date.now() + ORPHANS_END_WITHIN_MS; ; await wait(100)) {
    try {
      return await launchOnce(cluster, settings)
    } catch (error) {
      const orphaned = error instanceof EmbeddedDatabaseError && error.message.includes(ORPHANS_IN_LOG)
      if (!orphaned || Date.now() > until) throw error
    }
  }
}

const openLog = async ({ log: path, account }: Cluster): Promise<FileHandle> => {
  const log = await open(path, 'w', 0o600)
  if (account) await log.chown(account.uid, account.gid)
  return log
}

const spawnServer = (cluster: Cluster, port: number, settings: string[], log: number): ChildProcess => {
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ]
  return spawn(cluster.binaries.postgres, ['-D', cluster.folder, ...all.flatMap((one) => ['-c', one])], {
    ...cluster.account,
    cwd: '/',
    env: programEnvironment(),
    // Its own process group: Ctrl-C in a terminal must reach the API and the worker first, the database last.
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
}

const waitUntilReady = async (cluster: Cluster, child: ChildProcess): Promise<number> => {
  const failed = new Promise<never>((_resolve, reject) => {
    child.once('error', (error) =>
      reject(new EmbeddedDatabaseError(`PostgreSQL did not start: ${error.message}`)),
    )
    child.once('exit', async () => reject(new EmbeddedDatabaseError(await describeFailure(cluster))))
  })
  failed.catch(() => {})
  const ready = pollUntilReady(cluster.folder, child.pid ?? 0)
  return Promise.race([ready, failed])
}

const pollUntilReady = async (folder: string, pid: number): Promise<number> => {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 20) {
    const server = await readPostmaster(folder)
    if (server?.pid === pid && server.ready) return pid
    await wait(20)
  }
  throw new EmbeddedDatabaseError('PostgreSQL was not ready within a minute; see server.log in its folder.')
}

const describeFailure = async ({ log }: Cluster): Promise<string> => {
  const lines = (await readFile(log, 'utf8').catch(() => '')).trim().split('\n')
  const fatal = lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? ''
  return `PostgreSQL stopped while starting: ${fatal} (see ${log})`
}

const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
