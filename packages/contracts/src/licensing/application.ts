import { codesOf, LEARNED_FROM, RIGHT_KINDS } from '@market/domain/codes'
import { EMPTY_APPLICATION, MAX_DEAL_FILES, MAX_PLAN_MILESTONES } from '@market/domain/licensing'
import { z } from 'zod'
import { StoredFile } from '../files/index.ts'
import { DateText, FenAmount, Id, Instant, OptionalLine, Prose } from '../shared/index.ts'
import { DealListing } from './deal-parts.ts'
import { coverageFields, TransferModeCode } from './term-sheet.ts'

const Codes = {
  territoryCodes: coverageFields.territoryCodes.unwrap().default([]),
  fieldCodes: coverageFields.fieldCodes.unwrap().default([]),
}

/** What an applicant says beyond scope and price. Every part may be left empty; the owner sees which were. */
export const Application = z
  .object({
    /** Records of the listing's rights; none: all of them. */
    rightIds: z.array(Id).max(50).default([]),
    ...Codes,
    developmentPlan: Prose(4000).default(''),
    marketingPlan: Prose(4000).default(''),
    milestones: z
      .array(z.object({ title: OptionalLine(200), on: DateText.nullable().default(null) }))
      .max(MAX_PLAN_MILESTONES)
      .default([]),
    /** People, plant, money and experience. */
    capacity: Prose(4000).default(''),
    learnedFrom: z.enum(codesOf(LEARNED_FROM)).nullable().default(null),
    /** Required with 'other'. */
    learnedWords: OptionalLine(300).default(''),
  })
  .meta({ id: 'Application' })
export type Application = z.output<typeof Application>

export const DealFileIds = z.array(Id).max(MAX_DEAL_FILES).default([])

/** A request as far as it is written; nothing has to be there. */
export const RequestDraftContent = z
  .object({
    transferMode: TransferModeCode.nullable().default(null),
    fieldOfUse: OptionalLine(300).default(''),
    territory: OptionalLine(300).default(''),
    termMonths: z.int().min(1).max(600).nullable().default(null),
    offerFen: FenAmount.nullable().default(null),
    message: Prose(4000).default(''),
    application: Application.default(EMPTY_APPLICATION),
    /** Uploaded with the purpose 'deal_document'. */
    fileIds: DealFileIds,
  })
  .meta({ id: 'RequestDraftContent' })
export type RequestDraftContent = z.output<typeof RequestDraftContent>

export const SaveRequestDraftInput = z.object({
  /** As read; 0 when nothing was saved. */
  revision: z.int().min(0),
  content: RequestDraftContent,
})

export const RequestDraft = z
  .object({
    listingId: Id,
    /** 0: nothing is saved, and the content is what the organization's record suggests. */
    revision: z.int(),
    content: RequestDraftContent,
    files: z.array(StoredFile),
    updatedAt: Instant.nullable(),
  })
  .meta({ id: 'RequestDraft' })
export type RequestDraft = z.infer<typeof RequestDraft>

export const RequestDraftList = z.object({
  items: z.array(z.object({ listing: DealListing, updatedAt: Instant })),
})
export type RequestDraftList = z.infer<typeof RequestDraftList>

export const WantedRight = z
  .object({
    id: Id,
    kind: z.enum(codesOf(RIGHT_KINDS)),
    number: z.string().nullable(),
    title: z.string(),
  })
  .meta({ id: 'WantedRight' })
