import { type ChildProcess, spawn } from 'node:child_process'
import { open, readFile, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Account } from './account.ts'
import { ensureCluster, SUPERUSER } from './create-cluster.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { disownPostmasterFile, isServerOf, readPostmaster } from './postmaster-file.ts'
import { programEnvironment, runProgram } from './run-program.ts'
import { chooseServerAccount } from './server-account.ts'
import { findServerBinaries, type ServerBinaries } from './server-binaries.ts'
import { prepareServerHome } from './server-home.ts'

export interface EmbeddedServerOptions {
  /** Folder for the cluster and its log; made when absent, may become a link. */
  home: string
  password: string
  /** false trades crash safety for speed: for tests only. */
  durable: boolean
}

export interface EmbeddedServer {
  pid: number
  port: number
  /** Connection string of a database on this server; the superuser's password is in it. */
  url(database: string): string
  /** Resolves when the server's process has ended, whoever ended it. */
  exited: Promise<void>
  /** Ends all connections and stops the server cleanly. */
  stop(): Promise<void>
}

interface Cluster {
  folder: string
  log: string
  binaries: ServerBinaries
  account: Account | null
}

const READY_WITHIN_MS = 60_000
const DURABLE_SETTINGS = ['max_connections=100']
const FAST_SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'wal_level=minimal',
  'max_wal_senders=0',
  'autovacuum=off',
  'max_connections=200',
]

/** Starts PostgreSQL on a free loopback port; a server that a killed process left on the same files is stopped first. */
export const startEmbeddedServer = async (options: EmbeddedServerOptions): Promise<EmbeddedServer> => {
  const account = await chooseServerAccount(options.home)
  const binaries = await findServerBinaries(account)
  const home = await prepareServerHome(options.home, account)
  const folder = await ensureCluster({ ...options, home, binaries, account })
  const cluster: Cluster = { folder, log: join(home, 'server.log'), binaries, account }
  await stopLeftover(cluster)
  const port = await findFreePort()
  const child = await launch(cluster, port, options.durable ? DURABLE_SETTINGS : FAST_SETTINGS)
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const pid = await waitUntilReady(cluster, child)
  return {
    pid,
    port,
    url: (database) => connectionString(options.password, port, database),
    exited,
    stop: async () => {
      await stopServer(cluster)
      await exited
    },
  }
}

/** Connection string of the server that runs on the files in `home` right now; null when none does. */
export const findRunningServer = async (home: string, password: string, database: string) => {
  const cluster = await clusterFolder(home)
  const running = await readPostmaster(cluster)
  if (!running?.ready || !(await isServerOf(cluster, running.pid))) return null
  return connectionString(password, running.port, database)
}

/** Stops whatever server still runs on the files in `home`, started by a process that is no more. */
export const stopAbandonedServer = async (home: string): Promise<void> => {
  const account = await chooseServerAccount(home)
  const binaries = await findServerBinaries(account)
  await stopLeftover({ folder: await clusterFolder(home), log: '', binaries, account })
}

const clusterFolder = async (home: string): Promise<string> => {
  return join(await realpath(home).catch(() => home), 'cluster')
}

const connectionString = (password: string, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

const stopLeftover = async (cluster: Cluster): Promise<void> => {
  const leftover = await readPostmaster(cluster.folder)
  if (!leftover) return
  if (await isServerOf(cluster.folder, leftover.pid)) await stopServer(cluster)
  else await disownPostmasterFile(cluster.folder)
}

const stopServer = async ({ binaries, folder, account }: Cluster): Promise<void> => {
  const stop = (mode: string) =>
    runProgram(binaries.control, ['stop', '-D', folder, '-m', mode, '-w', '-t', '20'], account)
  const { code } = await stop('fast')
  // "immediate" is what a power cut does: the next start recovers from the log.
  if (code !== 0 && (await readPostmaster(folder))) await stop('immediate')
}

const launch = async (cluster: Cluster, port: number, settings: string[]): Promise<ChildProcess> => {
  const log = await open(cluster.log, 'w', 0o600)
  if (cluster.account) await log.chown(cluster.account.uid, cluster.account.gid)
  const all = [
    `port=${port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'timezone=UTC',
    'log_timezone=UTC',
    ...settings,
  ]
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.folder, ...all.flatMap((one) => ['-c', one])],
    {
      ...cluster.account,
      cwd: '/',
      env: programEnvironment(),
      // Its own process group: Ctrl-C in a terminal must reach the API and the worker first, the database last.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      windowsHide: true,
    },
  )
  await log.close()
  return child
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
