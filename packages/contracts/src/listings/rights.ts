import { codesOf, RIGHT_KINDS, RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { z } from 'zod'
import { DateText, Id, Line } from '../shared/index.ts'

const fields = {
  kind: z.enum(codesOf(RIGHT_KINDS)),
  title: z.string().trim().max(300),
  ownerNames: z.array(Line(120)).max(20),
  inventorNames: z.array(Line(120)).max(50),
  filedOn: DateText.nullable(),
  grantedOn: DateText.nullable(),
  legalStatus: z.enum(codesOf(RIGHT_LEGAL_STATUSES)),
}

/** One intellectual-property right as it is typed; the number may carry ZL, spaces and full-width digits. */
export const RightInput = z.object({
  ...fields,
  /** Present when the right was there before; a new one leaves it out. */
  id: Id.optional(),
  number: z.string().trim().max(60).nullable().default(null),
  title: fields.title.default(''),
  ownerNames: fields.ownerNames.default([]),
  inventorNames: fields.inventorNames.default([]),
  filedOn: fields.filedOn.default(null),
  grantedOn: fields.grantedOn.default(null),
  legalStatus: fields.legalStatus.default('in_force'),
})
export type RightInput = z.output<typeof RightInput>

export const Right = z
  .object({
    ...fields,
    id: Id,
    /** Plain form with its check digit ('201710601862.3'); null for know-how. */
    number: z.string().nullable(),
    /** Last day of protection, computed from the filing date of a patent. */
    expiresOn: DateText.nullable(),
  })
  .meta({ id: 'Right' })
export type Right = z.infer<typeof Right>
