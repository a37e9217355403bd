import { isCalendarDate, LOCALES } from '@market/domain'
import { z } from 'zod'

export const Id = z.uuid()
export const Instant = z.iso.datetime({ offset: true })
/** 'YYYY-MM-DD' in Asia/Shanghai. */
export const DateText = z.string().refine(isCalendarDate, { error: 'date.invalid' }).meta({ format: 'date' })
/** Money in fen: an integer that a double holds exactly. */
export const FenAmount = z.int().positive().max(900_000_000_000_000)
export const LocaleCode = z.enum(LOCALES)

/** Text of one line: trimmed, not empty. */
export const Line = (max: number) => z.string().trim().min(1).max(max)
/** Text of one line that may be left empty. */
export const OptionalLine = (max: number) => z.string().trim().max(max)
/** Longer text; line breaks are kept. */
export const Prose = (max: number) => z.string().trim().max(max)

export const IdParams = z.object({ id: Id })

export const PageQuery = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() })

/** RFC 9457 problem details; `code` is stable and translated by the reader, `details.problems` name fields. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** An answer that says nothing more than its status. */
export const NoContent = z.null()

/** The refusals any route may answer with; spread into `response`. */
export const problems = {
  400: Problem.describe('The request cannot be read.'),
  401: Problem.describe('Nobody is logged in, or the session has ended.'),
  403: Problem.describe('The person may not do this.'),
  404: Problem.describe('No such record, or none this person may see.'),
  409: Problem.describe('The record has moved on; the state it is in stands in details.'),
  412: Problem.describe('Something must be done first.'),
  413: Problem.describe('Too large.'),
  415: Problem.describe('Not a content type this route reads.'),
  422: Problem.describe('Fields are wrong; each is named in details.problems.'),
  429: Problem.describe('Too many requests; Retry-After says when to come back.'),
  500: Problem.describe('Our fault; nothing was stored.'),
  503: Problem.describe('Busy or starting; try again.'),
} as const
