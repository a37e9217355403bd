import { STATISTIC_FLOWS } from '@market/domain/indicators'
import { z } from 'zod'
import { DateText, Id, Instant } from '../shared/index.ts'

const [first, ...others] = STATISTIC_FLOWS.map(({ code }) => code)
const Flow = z.enum([first ?? 'output', ...others])
const Place = z.string().regex(/^\d{6}$/)

export const StatisticsParams = z.object({ place: Place })

/** A form with the table and where it is from. */
export const StatisticsUpload = z
  .object({
    file: z.unknown().meta({ type: 'string', format: 'binary' }),
    title: z.string().max(200),
    source: z.string().max(500),
    definition: z.string().max(2000),
    publishedOn: DateText,
  })
  .meta({ id: 'StatisticsUpload' })

export const StatisticsProblem = z
  .object({
    /** As the spreadsheet counts, its head being row 1; 0 where figures speak of one another. */
    row: z.int(),
    path: z.string(),
    severity: z.enum(['error', 'warning']),
    code: z.string(),
    params: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'StatisticsProblem' })
export type StatisticsProblem = z.infer<typeof StatisticsProblem>

export const StatisticsPublication = z
  .object({
    id: Id,
    state: z.enum(['draft', 'published']),
    title: z.string(),
    source: z.string(),
    definition: z.string(),
    publishedOn: DateText,
    fileName: z.string(),
    sha256: z.string(),
    rowCount: z.int(),
    errorCount: z.int(),
    warningCount: z.int(),
    createdAt: Instant,
    openedAt: Instant.nullable(),
  })
  .meta({ id: 'StatisticsPublication' })
export type StatisticsPublication = z.infer<typeof StatisticsPublication>
export const StatisticsList = z.object({ items: z.array(StatisticsPublication) })

export const StatisticsValue = z
  .object({
    /** GB/T 2260 province; 100000 is the whole country. */
    place: Place,
    /** '2023', '2022-H1', '2022-Q1' or '2022-06'. */
    period: z.string(),
    flow: Flow,
    contractCount: z.int().nullable(),
    contractAmountFen: z.int().nullable(),
  })
  .meta({ id: 'StatisticsValue' })
export type StatisticsValue = z.infer<typeof StatisticsValue>

/** What a table reproduces: its own whole, and the sum of its places; the rest lies in none of them. */
export const StatisticsTotal = z
  .object({
    period: z.string(),
    flow: Flow,
    places: z.int(),
    nationCount: z.int().nullable(),
    placesCount: z.int(),
    nationAmountFen: z.int().nullable(),
    placesAmountFen: z.int(),
  })
  .meta({ id: 'StatisticsTotal' })
export type StatisticsTotal = z.infer<typeof StatisticsTotal>

export const StatisticsDetails = StatisticsPublication.extend({
  valueCount: z.int(),
  problems: z.array(StatisticsProblem),
  totals: z.array(StatisticsTotal),
  /** Whether this reader may publish or discard it. */
  loads: z.boolean(),
}).meta({ id: 'StatisticsDetails' })
export type StatisticsDetails = z.infer<typeof StatisticsDetails>

export const StatisticsSeries = z
  .object({
    place: Place,
    places: z.array(Place),
    values: z.array(StatisticsValue),
    totals: z.array(StatisticsTotal),
    problems: z.array(StatisticsProblem),
    publications: z.array(StatisticsPublication),
  })
  .meta({ id: 'StatisticsSeries' })
export type StatisticsSeries = z.infer<typeof StatisticsSeries>
