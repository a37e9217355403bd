import { realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureCluster, SUPERUSER } from './create-cluster.ts'
import { type Cluster, launchServer } from './launch-server.ts'
import { disownPostmasterFile, isServerOf, readPostmaster } from './postmaster-file.ts'
import { runProgram } from './run-program.ts'
import { chooseServerAccount } from './server-account.ts'
import { findServerBinaries } from './server-binaries.ts'
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
  const settings = options.durable ? DURABLE_SETTINGS : FAST_SETTINGS
  const { pid, port, exited } = await launchServer(cluster, settings)
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
