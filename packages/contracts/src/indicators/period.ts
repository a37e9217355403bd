import { codesOf } from '@market/domain/codes'
import { TURNOVER_BREAKDOWNS, TURNOVER_VIEWS } from '@market/domain/indicators'
import { z } from 'zod'
import { Instant } from '../shared/index.ts'
import { TurnoverSums } from './sums.ts'

/** '2026-03', '2026-Q1' or '2026'. */
export const PeriodParams = z.object({ period: z.string().max(10) })

export const PublishedPeriodSummary = z
  .object({
    period: z.string(),
    from: z.string(),
    to: z.string(),
    /** SHA-256 over the canonical JSON (keys sorted, no spaces) of definitionEn, definitionZh, figures, from, period, publishedAt and to. */
    hash: z.string(),
    publishedAt: Instant,
    publisherZh: z.string(),
    publisherEn: z.string(),
  })
  .meta({ id: 'PublishedPeriodSummary' })
export type PublishedPeriodSummary = z.infer<typeof PublishedPeriodSummary>
export const PublishedPeriodList = z.object({ items: z.array(PublishedPeriodSummary) })

/** Null where too few contracts stand behind it. */
const FrozenFigure = z.object({
  contractCount: z.int().nullable(),
  contractAmountFen: z.int().nullable(),
  technologyAmountFen: z.int().nullable(),
})

export const PublishedPeriod = PublishedPeriodSummary.extend({
  definitionZh: z.string(),
  definitionEn: z.string(),
  /** As published, one table for each view and breakdown; codes nothing stands under are left out. */
  figures: z.array(
    z.object({
      view: z.enum(codesOf(TURNOVER_VIEWS)),
      by: z.enum(codesOf(TURNOVER_BREAKDOWNS)),
      total: FrozenFigure,
      items: z.array(FrozenFigure.extend({ code: z.string() })),
    }),
  ),
  /** What the register said differently since, day by day (Asia/Shanghai); the change is for operator and authority. */
  revisions: z.array(
    z.object({
      recordedOn: z.string(),
      entries: z.int(),
      change: z
        .object({ contractCount: z.int(), contractAmountFen: z.int(), technologyAmountFen: z.int() })
        .nullable(),
    }),
  ),
  /** Everything registered in the period as it stands now; for the public as released last. */
  current: TurnoverSums,
}).meta({ id: 'PublishedPeriod' })
export type PublishedPeriod = z.infer<typeof PublishedPeriod>
