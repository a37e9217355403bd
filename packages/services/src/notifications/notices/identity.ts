import { invitations, passwordResets, users } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { labelOf, ROLE_NAMES } from '@market/domain/codes'
import { eq, sql } from 'drizzle-orm'
import { type NoticeWriter, pick, type Recipient } from '../notice.ts'
import { localeOf, organizationOf } from '../recipients.ts'

const withToken = (path: string, token: string): string => `${path}?${new URLSearchParams({ token })}`

export const passwordReset: NoticeWriter = async ({ db, clock, seals }, { subjectId }) => {
  const [row] = await db
    .select({ user: users, reset: passwordResets })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.id, subjectId))
  if (!row || row.reset.usedAt || row.reset.expiresAt <= clock.now()) return []
  const { id: userId, name, email, locale } = row.user
  const minutes = Math.round((row.reset.expiresAt.getTime() - row.reset.createdAt.getTime()) / 60_000)
  return [
    {
      to: [{ userId, name, email, locale: localeOf(locale) }],
      path: withToken('/reset-password', seals.seal('password-reset', subjectId)),
      write: (letters) => letters.passwordReset({ minutes }),
    },
  ]
}

export const invitation: NoticeWriter = async ({ db, clock, seals }, { subjectId }) => {
  const [row] = await db
    .select({ invitation: invitations, inviter: users })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(eq(invitations.id, subjectId))
  if (!row || row.invitation.revokedAt || row.invitation.acceptedAt) return []
  const { email, roles, organizationId, expiresAt } = row.invitation
  if (expiresAt <= clock.now()) return []
  const [known] = await db.select().from(users).where(sql`lower(${users.email}) = lower(${email})`)
  const organization = await organizationOf(db, organizationId)
  // Somebody unknown to us is written to in the language of the person who invites.
  const to: Recipient = {
    userId: known?.id ?? subjectId,
    name: known?.name ?? email,
    email,
    locale: localeOf((known ?? row.inviter).locale),
  }
  return [
    {
      to: [to],
      path: withToken('/invitations/accept', seals.seal('invitation', subjectId)),
      write: (letters, locale) =>
        letters.invitation({
          organization: pick(locale, organization.nameZh, organization.nameEn),
          inviter: row.inviter.name,
          roles: roles.map((role) => labelOf(ROLE_NAMES, role, locale)),
          expiresOn: shanghaiDateOf(expiresAt),
        }),
    },
  ]
}
