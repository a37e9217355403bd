import { CONFIRMATION_METHODS, type ConfirmationMethod, type SecondFactorKind } from '@market/domain/identity'
import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { id, instant, oneOf } from './columns.ts'

export const users = pgTable(
  'users',
  {
    id: id(),
    email: text('email').notNull(),
    passwordHash: text('password_hash').notNull(),
    name: text('name').notNull(),
    locale: text('locale').notNull().default('zh-CN'),
    createdAt: instant('created_at').notNull(),
    passwordChangedAt: instant('password_changed_at').notNull(),
  },
  (t) => [uniqueIndex('users_email_unique').on(sql`lower(${t.email})`)],
)

/** One row per refresh token; tokens that replaced one another share a family. Only hashes are kept. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    id: id(),
    familyId: uuid('family_id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The organization the session acts for; null until the person belongs to one. */
    organizationId: uuid('organization_id'),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('refresh_tokens_family').on(t.familyId), index('refresh_tokens_user').on(t.userId)],
)

/** A reset that was asked for; the mailed link is its sealed id, so no secret is stored. */
export const passwordResets = pgTable(
  'password_resets',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [index('password_resets_user').on(t.userId)],
)

/** Failed log-ins counted per key: 'account:<email>' and 'address:<ip>'. */
export const loginThrottles = pgTable('login_throttles', {
  key: text('key').primaryKey(),
  failures: integer('failures').notNull(),
  windowStartedAt: instant('window_started_at').notNull(),
})

/** What a person proves themselves with beside the password. */
export const secondFactors = pgTable(
  'second_factors',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind').$type<SecondFactorKind>().notNull(),
    /** The person's own word for it: "my phone". */
    name: text('name').notNull(),
    /** An authenticator's shared secret, concealed under the application's secret. */
    secret: text('secret'),
    /** The last 30-second step an authenticator's code was taken for: no code counts twice. */
    lastStep: integer('last_step'),
    credentialId: text('credential_id').unique(),
    /** COSE key of a passkey, base64url. */
    publicKey: text('public_key'),
    /** A passkey's own count of uses; going back means a copy of it exists. */
    useCount: bigint('use_count', { mode: 'number' }).notNull().default(0),
    createdAt: instant('created_at').notNull(),
    /** Null until the first code has been typed back. */
    confirmedAt: instant('confirmed_at'),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    check(
      'second_factors_whole',
      sql`case ${t.kind}
        when 'authenticator' then ${t.secret} is not null and ${t.credentialId} is null and ${t.publicKey} is null
        when 'passkey' then ${t.secret} is null and ${t.credentialId} is not null and ${t.publicKey} is not null
          and ${t.confirmedAt} is not null
        else false end`,
    ),
    index('second_factors_user').on(t.userId),
  ],
)

/** For the day the phone is lost: each works once, only its hash is kept. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('recovery_codes_once').on(t.userId, t.codeHash)],
)

/**
 * A question put to a person that one answer may settle: the second step of a log-in, a code sent by mail (derived from
 * the id, so nothing secret is stored) or the nonce a passkey has to sign.
 */
export const identityChallenges = pgTable(
  'identity_challenges',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    purpose: text('purpose').$type<'log_in' | 'mail_code' | 'passkey'>().notNull(),
    nonce: text('nonce'),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    check('identity_challenges_purpose_known', oneOf(t.purpose, ['log_in', 'mail_code', 'passkey'])),
    check(
      'identity_challenges_passkey_has_nonce',
      sql`(${t.purpose} = 'passkey') = (${t.nonce} is not null)`,
    ),
    index('identity_challenges_user').on(t.userId, t.createdAt),
  ],
)

/** The last time the person behind a session proved to be there; signatures and money ask for a recent one. */
export const sessionConfirmations = pgTable(
  'session_confirmations',
  {
    sessionId: uuid('session_id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    method: text('method').$type<ConfirmationMethod>().notNull(),
    confirmedAt: instant('confirmed_at').notNull(),
  },
  (t) => [check('session_confirmations_method_known', oneOf(t.method, CONFIRMATION_METHODS))],
)
