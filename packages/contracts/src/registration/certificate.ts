import { REGISTRATION_STATUSES } from '@market/domain/registration'
import { z } from 'zod'
import { DateText } from '../shared/index.ts'
import { RegistrationForm } from './form.ts'

export const CertificateParams = z.object({ number: z.string().min(1).max(40) })

/** Without `code` every number, given or not, is answered alike: that it needs its code. */
export const CertificateQuery = z.object({ code: z.string().max(80).optional() })

const Name = z.object({ nameZh: z.string(), nameEn: z.string() })

/**
 * What the paper states, for the holder of its code and nobody else: enough to compare paper and register line by
 * line, both amounts among it, because tax relief stands on the smaller one. Reasons of a change or revocation,
 * people, contact data and the words of the contract stay out.
 */
export const Certificate = z
  .object({
    number: z.string(),
    status: z.enum(REGISTRATION_STATUSES),
    title: z.string(),
    type: RegistrationForm.shape.type,
    subType: RegistrationForm.shape.subType,
    seller: Name,
    buyer: Name,
    agency: Name,
    contractAmountFen: z.int(),
    technologyAmountFen: z.int(),
    signedOn: DateText,
    effectiveOn: DateText,
    endsOn: DateText.nullable(),
    registeredOn: DateText,
    /** Rules the contract was judged by. */
    regimeKey: z.string(),
    /** What happened to it and when, oldest first; days in Asia/Shanghai. */
    history: z.array(
      z.object({
        version: z.int(),
        entry: z.enum(['registered', 'changed', 'cancelled', 'revoked']),
        on: DateText,
      }),
    ),
    /** A party invented for demonstration. */
    sample: z.boolean(),
  })
  .meta({ id: 'Certificate' })
export type Certificate = z.infer<typeof Certificate>

/** `version` prints what an earlier certificate said, marked as replaced; left out, the one that counts. */
export const CertificatePdfQuery = z.object({ version: z.coerce.number().int().positive().optional() })
export const PublicCertificatePdfQuery = CertificatePdfQuery.extend(CertificateQuery.shape)

/** A document, never JSON. */
export const PdfBytes = z
  .unknown()
  .meta({ type: 'string', contentMediaType: 'application/pdf' })
  .describe('The document.')

/** An SVG image, never JSON. */
export const CertificateQrCode = z
  .unknown()
  .meta({ type: 'string', contentMediaType: 'image/svg+xml' })
  .describe('The image.')
