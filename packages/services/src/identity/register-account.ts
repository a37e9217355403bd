import { inUnitOfWork, refusingOn } from '@market/database'
import { users } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import type { ServiceContext } from '../index.ts'
import { hashPassword } from './passwords.ts'
import { type OpenedSession, openSession } from './sessions.ts'

export interface RegisterAccountInput {
  email: string
  password: string
  name: string
  locale: string
}

const emailTaken = () => refuseFields('account.email_taken', [{ path: 'email', code: 'account.email_taken' }])

/** Makes an account and logs it in. Refuses with `account.email_taken`. */
export const registerAccount = async (
  context: ServiceContext,
  input: RegisterAccountInput,
): Promise<OpenedSession> => {
  const passwordHash = await hashPassword(input.password)
  const { email, name, locale } = input
  return refusingOn({ users_email_unique: emailTaken }, () =>
    inUnitOfWork(context, async (unit) => {
      const user = { id: context.ids.next(), email: email.toLowerCase(), name, locale }
      await unit.tx
        .insert(users)
        .values({ ...user, passwordHash, createdAt: unit.now, passwordChangedAt: unit.now })
      unit.audit({ action: 'account.register', subjectType: 'user', subjectId: user.id, after: user })
      return openSession(context, unit, user, null)
    }),
  )
}
