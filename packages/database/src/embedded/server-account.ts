import { stat } from 'node:fs/promises'
import type { Account } from './account.ts'
import { EmbeddedDatabaseError } from './errors.ts'
import { runProgram } from './run-program.ts'

const SERVER_USER = 'postgres'

/**
 * Account under which PostgreSQL runs; null means our own. PostgreSQL refuses to run as root, so root steps down to the
 * owner of existing data, else to the system's `postgres` user, which is created when absent.
 */
export const chooseServerAccount = async (home: string): Promise<Account | null> => {
  if (process.getuid?.() !== 0) return null
  const owner = await stat(home).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return (await findUser(SERVER_USER)) ?? (await createUser(SERVER_USER))
}

const findUser = async (name: string): Promise<Account | null> => {
  const [uid, gid] = await Promise.all([
    runProgram('id', ['-u', name], null),
    runProgram('id', ['-g', name], null),
  ])
  if (uid.code !== 0 || gid.code !== 0) return null
  return { uid: Number(uid.output), gid: Number(gid.output) }
}

const createUser = async (name: string): Promise<Account> => {
  const created = await runProgram('useradd', ['--system', '--user-group', '--no-create-home', name], null)
  const account = await findUser(name)
  if (account) return account
  throw new EmbeddedDatabaseError(
    `PostgreSQL does not run as root and no user "${name}" could be created (${created.output.trim()}); run as another user or set DATABASE_URL.`,
  )
}
