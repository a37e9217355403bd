import { CONFIRMATION_METHODS, SECOND_FACTOR_KINDS } from '@market/domain/identity'
import { z } from 'zod'
import { Id, Instant, Line } from '../shared/index.ts'
import { Transport } from './transport.ts'

const Code = z.string().min(6).max(40)
const Base64Url = z.string().regex(/^[A-Za-z0-9_-]+$/, 'field.invalid_format')
const Bytes = Base64Url.max(20_000)

const Credential = z.object({
  id: Base64Url.max(1_500),
  rawId: Base64Url.max(1_500),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['cross-platform', 'platform']).exactOptional(),
  clientExtensionResults: z.object({}).default({}),
})

/** What the browser answers when asked to use a passkey (WebAuthn Level 3, JSON form). */
export const PasskeyAssertion = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes,
    authenticatorData: Bytes,
    signature: Bytes,
    userHandle: Bytes.exactOptional(),
  }),
})

/** What the browser answers when it has made a passkey. */
export const PasskeyCreation = Credential.extend({
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z
      .array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb']))
      .max(10)
      .exactOptional(),
  }),
})

/** One answer to a second step: a code typed, or a passkey used. */
export const Proof = z.discriminatedUnion('method', [
  z.object({ method: z.literal('authenticator'), code: Code }),
  z.object({ method: z.literal('recovery'), code: Code }),
  z.object({ method: z.literal('mail'), code: Code }),
  z.object({ method: z.literal('passkey'), challengeId: Id, response: PasskeyAssertion }),
])

export const CompleteLoginInput = z.object({
  /** `details.ticket` of the refusal `login.second_factor_required`. */
  ticket: z.string().min(1).max(300),
  proof: Proof,
  transport: Transport,
})

export const AskConfirmationInput = z.object({ method: z.enum(['mail', 'passkey']) })

/** Options for the browser's own passkey interface, handed on as they are. */
export const PasskeyOptions = z.looseObject({ challenge: z.string() })

export const PasskeyQuestion = z
  .object({ challengeId: Id, options: PasskeyOptions })
  .meta({ id: 'PasskeyQuestion' })
export type PasskeyQuestion = z.infer<typeof PasskeyQuestion>

export const AskedConfirmation = z.object({ passkey: PasskeyQuestion.nullable() })

export const ConfirmSessionInput = z.object({ password: z.string().min(1).max(200), proof: Proof })
export const SessionConfirmation = z.object({ confirmedUntil: Instant })

const Method = z.enum(CONFIRMATION_METHODS)

export const Security = z
  .object({
    factors: z.array(
      z.object({
        id: Id,
        kind: z.enum(SECOND_FACTOR_KINDS),
        name: z.string(),
        createdAt: Instant,
        lastUsedAt: Instant.nullable(),
      }),
    ),
    recoveryCodesLeft: z.int(),
    /** The market asks for a factor of one's own in these roles, and there is none yet. */
    enrolmentRequired: z.boolean(),
    passkeysPossible: z.boolean(),
    /** What this person can confirm with now. */
    methods: z.array(Method),
    confirmedUntil: Instant.nullable(),
  })
  .meta({ id: 'Security' })
export type Security = z.infer<typeof Security>

export const AddAuthenticatorInput = z.object({ name: Line(60) })
export const NewAuthenticator = z.object({
  id: Id,
  /** Base32; shown this once. */
  secret: z.string(),
  /** otpauth address, for the square code. */
  address: z.string(),
})
export const ConfirmAuthenticatorInput = z.object({ code: Code })
export const AddPasskeyInput = z.object({ name: Line(60), challengeId: Id, response: PasskeyCreation })

/** Shown once; empty when the earlier ones stay good. */
export const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' })
