import { ROLES } from '@market/domain'
import { z } from 'zod'
import { OrganizationSummary } from '../organizations/index.ts'
import { Id, Instant, Line, LocaleCode } from '../shared/index.ts'
import { Transport } from './transport.ts'

export * from './second-factor.ts'
export { Transport } from './transport.ts'

export const Email = z
  .email()
  .max(254)
  .transform((value) => value.toLowerCase())
export const NewPassword = z.string().min(10).max(200)

export const RegisterInput = z.object({
  email: Email,
  password: NewPassword,
  name: Line(80),
  locale: LocaleCode.default('zh-CN'),
  transport: Transport,
})

export const LoginInput = z.object({
  email: Email,
  password: z.string().min(1).max(200),
  transport: Transport,
})

export const RefreshInput = z.object({
  /** Left out by browsers, whose token is in its cookie. */
  refreshToken: z.string().min(1).max(200).optional(),
  transport: Transport,
})

export const LogoutInput = z.object({ refreshToken: z.string().min(1).max(200).optional() })
export const PasswordResetInput = z.object({ email: Email })
export const ConfirmPasswordResetInput = z.object({
  token: z.string().min(1).max(300),
  password: NewPassword,
})
export const SwitchOrganizationInput = z.object({ organizationId: Id, transport: Transport })

export const User = z
  .object({ id: Id, email: z.string(), name: z.string(), locale: LocaleCode })
  .meta({ id: 'User' })
export type User = z.infer<typeof User>

export const Session = z
  .object({
    user: User,
    organizationId: Id.nullable(),
    /** Null when the tokens went into cookies. */
    accessToken: z.string().nullable(),
    refreshToken: z.string().nullable(),
    /** When the access token ends. */
    expiresAt: Instant,
  })
  .meta({ id: 'Session' })
export type Session = z.infer<typeof Session>

export const Me = z
  .object({
    user: User,
    organizationId: Id.nullable(),
    roles: z.array(z.enum(ROLES)),
    organizations: z.array(z.object({ organization: OrganizationSummary, roles: z.array(z.enum(ROLES)) })),
  })
  .meta({ id: 'Me' })
export type Me = z.infer<typeof Me>
