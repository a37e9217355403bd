import { chown, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { runProgram } from './run-program.ts'
import type { ServerBinaries } from './server-binaries.ts'

export const SERVER_MAJOR = '18'
export const SUPERUSER = 'market'

interface ClusterOptions {
  home: string
  password: string
  durable: boolean
  binaries: ServerBinaries
  account: Account | null
}

/** Path of the cluster in `home`, made by initdb when absent; a half-made one never gets its final name. */
export const ensureCluster = async (options: ClusterOptions): Promise<string> => {
  const cluster = join(options.home, 'cluster')
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version === undefined) await createCluster(cluster, options)
  else if (version.trim() !== SERVER_MAJOR) {
    throw new EmbeddedDatabaseError(
      `The database files in ${cluster} are of PostgreSQL ${version.trim()}, this release brings ${SERVER_MAJOR}: dump and restore them first.`,
    )
  }
  return cluster
}

/** initdb hands the path of its programs to a shell between double quotes; these characters still mean something there. */
const requireQuotablePath = (program: string): void => {
  if (process.platform === 'win32' || !/["$`\\]/.test(program)) return
  throw new EmbeddedDatabaseError(
    `PostgreSQL can't create its files from a folder with " $ \` or \\ in its name (${program}); move the checkout or set DATABASE_URL.`,
  )
}

const createCluster = async (cluster: string, options: ClusterOptions): Promise<void> => {
  const { home, account, binaries, password, durable } = options
  requireQuotablePath(binaries.initdb)
  const unfinished = `${cluster}.unfinished`
  const passwordFile = join(home, 'password')
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account) await chown(passwordFile, account.uid, account.gid)
  try {
    const { code, output } = await runProgram(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The same order and case folding on every machine, whatever locales its system has.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        ...(durable ? ['--data-checksums'] : ['--no-sync']),
      ],
      account,
    )
    if (code !== 0) throw new EmbeddedDatabaseError(`PostgreSQL could not create its files: ${output.trim()}`)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, cluster)
}
