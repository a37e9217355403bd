import { chmod, chown, mkdir, mkdtemp, realpath, rmdir, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { runProgram } from './run-program.ts'

const ELSEWHERE = '/var/lib/technology-market'

/**
 * Real path of the folder that holds the cluster and its log, made when absent. Where the server's account can't reach
 * `home` (a checkout below /root), the folder is made in /var/lib and `home` becomes a link to it.
 */
export const prepareServerHome = async (home: string, account: Account | null): Promise<string> => {
  const existing = await realpath(home).catch(() => undefined)
  // A folder that is still root's own was left by a start that was killed before it could hand the folder over.
  if (existing && !(account && (await stat(existing)).uid === 0)) {
    await requireAccess(existing, account)
    return existing
  }
  await mkdir(home, { recursive: true })
  return account ? handOver(home, account) : realpath(home)
}

const handOver = async (home: string, account: Account): Promise<string> => {
  await chown(home, account.uid, account.gid)
  if (await canEnter(home, account)) return realpath(home)
  return makeElsewhere(home, account)
}

const makeElsewhere = async (home: string, account: Account): Promise<string> => {
  await mkdir(ELSEWHERE, { recursive: true, mode: 0o755 })
  const folder = await mkdtemp(join(ELSEWHERE, 'postgres-'))
  await chown(folder, account.uid, account.gid)
  await chmod(folder, 0o700)
  await requireAccess(folder, account)
  await rmdir(home)
  await symlink(folder, home)
  return folder
}

const requireAccess = async (folder: string, account: Account | null): Promise<void> => {
  const owner = (await stat(folder)).uid
  const allowed = account ? await canEnter(folder, account) : !process.getuid || owner === process.getuid()
  if (allowed) return
  throw new EmbeddedDatabaseError(
    `The database files in ${folder} belong to another user (uid ${owner}); start as that user, or as root.`,
  )
}

/** Asks the system itself, by trying: mode bits alone don't know about ACLs, mounts and closed parent folders. */
const canEnter = async (folder: string, account: Account): Promise<boolean> => {
  const { code } = await runProgram('/bin/sh', ['-c', 'cd -- "$0" && test -w .', folder], account)
  return code === 0
}
