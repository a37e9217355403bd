import { identityChallenges, invitations, passwordResets, users } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { labelOf, ROLE_NAMES } from '@market/domain/codes'
import { eq, sql } from 'drizzle-orm'
import { type NoticeWriter, pick, type Recipient } from '../notice.ts'
import { localeOf, organizationOf } from '../recipients.ts'

const withToken = (path: string, token: string): string => `${path}?${new URLSearchParams({ token })}`

const minutesOf = ({ createdAt, expiresAt }: { createdAt: Date; expiresAt: Date }): number =>
  Math.round((expiresAt.getTime() - createdAt.getTime()) / 60_000)

export const passwordReset: NoticeWriter = async ({ db, clock, seals }, { subjectId }) => {
  const [row] = await db
    .select({ user: users, reset: passwordResets })
    .from(passwordResets)
    .innerJoin(users, eq(users.id, passwordResets.userId))
    .where(eq(passwordResets.id, subjectId))
  if (!row || row.reset.usedAt || row.reset.expiresAt <= clock.now()) return []
  const { id: userId, name, email, locale } = row.user
  return [
    {
      to: [{ userId, name, email, locale: localeOf(locale) }],
      secret: true,
      path: withToken('/reset-password', seals.seal('password-reset', subjectId)),
      write: (letters) => letters.passwordReset({ minutes: minutesOf(row.reset) }),
    },
  ]
}

export const confirmationCode: NoticeWriter = async ({ db, clock, seals }, { subjectId }) => {
  const [row] = await db
    .select({ user: users, challenge: identityChallenges })
    .from(identityChallenges)
    .innerJoin(users, eq(users.id, identityChallenges.userId))
    .where(eq(identityChallenges.id, subjectId))
  if (!row || row.challenge.usedAt || row.challenge.expiresAt <= clock.now()) return []
  const { id: userId, name, email, locale } = row.user
  const facts = { code: seals.code('confirmation-code', subjectId), minutes: minutesOf(row.challenge) }
  return [
    {
      to: [{ userId, name, email, locale: localeOf(locale) }],
      path: '/confirm',
      write: (letters) => letters.confirmationCode(facts),
    },
  ]
}

export const secondFactorChanged: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const [user] = await db.select().from(users).where(eq(users.id, subjectId))
  if (!user) return []
  const { id: userId, name, email, locale } = user
  return [
    {
      to: [{ userId, name, email, locale: localeOf(locale) }],
      path: '/account/security',
      write: (letters) => letters.secondFactorChanged({ added: payload.change === 'added' }),
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
      secret: true,
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
