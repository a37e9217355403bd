import { codesOf, EXCLUSIVITIES, TECHNICAL_FIELDS } from '@market/domain/codes'
import { TURNOVER_BREAKDOWNS, TURNOVER_VIEWS } from '@market/domain/indicators'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { z } from 'zod'

const cell = {
  field: z.enum(codesOf(TECHNICAL_FIELDS)),
  type: z.enum(codesOf(CONTRACT_TYPES)),
  exclusivity: z.enum(codesOf(EXCLUSIVITIES)),
}

export const ComparablesQuery = z.object(cell).partial()

export const ComparableList = z
  .object({
    /** A range stands on at least so many contracts. */
    smallest: z.int(),
    items: z.array(
      z.object({
        ...cell,
        contractCount: z.int(),
        /** Quartiles of the contract amount, two significant digits. */
        lowerQuartileFen: z.int(),
        medianFen: z.int(),
        upperQuartileFen: z.int(),
      }),
    ),
  })
  .meta({ id: 'ComparableList' })
export type ComparableList = z.infer<typeof ComparableList>

const View = z.enum(codesOf(TURNOVER_VIEWS))

export const OpenSeriesQuery = z.object({ view: View.default('registered') })
export const OpenSeriesParams = z.object({ by: z.enum(codesOf(TURNOVER_BREAKDOWNS)) })

const Column = z.object({
  name: z.string(),
  type: z.enum(['integer', 'text', 'boolean']),
  unit: z.string().nullable(),
  zh: z.string(),
  en: z.string(),
})

/** What is on offer, and what each column means. */
export const OpenCatalogue = z
  .object({
    titleZh: z.string(),
    titleEn: z.string(),
    definitionZh: z.string(),
    definitionEn: z.string(),
    views: z.array(z.object({ code: View, zh: z.string(), en: z.string() })),
    columns: z.array(Column),
    series: z.array(
      z.object({ id: z.string(), zh: z.string(), en: z.string(), json: z.string(), csv: z.string() }),
    ),
    releases: z.object({ list: z.string(), one: z.string(), zh: z.string(), en: z.string() }),
  })
  .meta({ id: 'OpenCatalogue' })
export type OpenCatalogue = z.infer<typeof OpenCatalogue>

export const OpenSeries = z
  .object({
    id: z.string(),
    view: View,
    columns: z.array(Column),
    rows: z.array(
      z.object({
        year: z.int(),
        code: z.string(),
        nameZh: z.string(),
        nameEn: z.string(),
        withheld: z.boolean(),
        contractCount: z.int().nullable(),
        contractAmountFen: z.int().nullable(),
        technologyAmountFen: z.int().nullable(),
      }),
    ),
  })
  .meta({ id: 'OpenSeries' })
export type OpenSeries = z.infer<typeof OpenSeries>

export const ReleaseParams = z.object({ number: z.string().regex(/^\d{14,16}$/) })

const Money = z.object({ amount: z.number(), currency: z.literal('CNY') })
const PartyReference = z.object({ id: z.string(), name: z.string() })

/** A registered contract in the words of the Open Contracting Data Standard; what a tier may not read is left out. */
export const Release = z
  .object({
    ocid: z.string(),
    id: z.string(),
    date: z.string(),
    tag: z.array(z.enum(['contract', 'contractAmendment', 'contractTermination'])),
    language: z.literal('zh'),
    /** Not part of the standard: how much this release tells. */
    tier: z.enum(['public', 'party', 'authority']),
    parties: z.array(
      PartyReference.extend({ roles: z.array(z.enum(['supplier', 'buyer', 'administrativeEntity'])) }),
    ),
    contracts: z.array(
      z.object({
        id: z.string(),
        title: z.string().optional(),
        status: z.enum(['active', 'cancelled', 'terminated']),
        dateSigned: z.string().optional(),
        period: z.object({ startDate: z.string(), endDate: z.string().nullable() }).optional(),
        value: Money.optional(),
        /** Extension: the part of the value verified as technology. */
        technologyValue: Money.optional(),
        /** Extension: the register's classifications. */
        contractType: z.string(),
        technicalField: z.string(),
        planIndustry: z.string(),
        registeredMonth: z.string(),
        amendments: z
          .array(
            z.object({
              id: z.string(),
              date: z.string(),
              description: z.string(),
              rationale: z.string().nullable(),
              value: Money,
              technologyValue: Money,
            }),
          )
          .optional(),
      }),
    ),
  })
  .meta({ id: 'OpenRelease' })
export type Release = z.infer<typeof Release>

export const ReleaseList = z
  .object({
    items: z.array(z.object({ number: z.string(), registeredMonth: z.string(), release: z.string() })),
    nextCursor: z.string().nullable(),
  })
  .meta({ id: 'OpenReleaseList' })

export const CsvText = z
  .unknown()
  .meta({ type: 'string', contentMediaType: 'text/csv' })
  .describe('UTF-8 with a byte order mark, comma separated, RFC 4180.')
