import type { Me, PasskeyQuestion, Security, Session, User } from '@market/contracts/identity'
import type { Locale } from '@market/domain'
import type { AccountRecord, MeRecord, OpenedSession, SecurityRecord } from '@market/services/identity'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

const localeOf = (locale: string): Locale => (locale === 'en' ? 'en' : 'zh-CN')

const presentUser = ({ id, email, name, locale }: AccountRecord): User => ({
  id,
  email,
  name,
  locale: localeOf(locale),
})

export interface IssuedToken {
  accessToken: string
  expiresAt: Date
}

/** Tokens stand in the body only for programs; a browser has them in cookies its scripts cannot read. */
export const presentSession = (session: OpenedSession, token: IssuedToken, inBody: boolean): Session => ({
  user: presentUser(session.user),
  organizationId: session.organizationId,
  accessToken: inBody ? token.accessToken : null,
  refreshToken: inBody ? session.refreshToken : null,
  expiresAt: token.expiresAt.toISOString(),
})

/** Somebody is to use a passkey, or to make one. */
interface AskedForPasskey {
  challengeId: string
  options: { challenge: string }
}

export const presentMe = (me: MeRecord): Me => ({
  user: presentUser(me.user),
  organizationId: me.organizationId,
  roles: [...me.roles],
  organizations: me.organizations.map(({ organization, roles }) => ({
    organization: presentOrganizationSummary(organization),
    roles,
  })),
})

export const presentSecurity = ({ factors, confirmedUntil, ...rest }: SecurityRecord): Security => ({
  ...rest,
  factors: factors.map(({ createdAt, lastUsedAt, ...factor }) => ({
    ...factor,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  })),
  confirmedUntil: confirmedUntil?.toISOString() ?? null,
})

/** The options go to the browser's own interface, whatever members they have. */
export const presentPasskeyQuestion = ({ challengeId, options }: AskedForPasskey): PasskeyQuestion => ({
  challengeId,
  options: { ...options },
})
