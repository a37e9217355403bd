/** What a computed indicator counts; null: the figure is reported from official statistics, with its source. */
export type Computation = 'turnover' | 'verified_agencies' | 'verified_providers'

export interface PlanIndicatorRecord {
  key: string
  nameZh: string
  nameEn: string
  definitionZh: string
  definitionEn: string
  unitZh: string
  unitEn: string
  ownerZh: string
  ownerEn: string
  computation: Computation | null
  /** The baseline in words, as the plan states it. */
  baselineText: string
  /** Decimal text in the unit; turnover in fen. */
  baselineValue: string | null
  targetValue: string | null
  /** year → expected value in the unit; turnover in fen. Empty: the plan is silent and nothing was derived. */
  path: Readonly<Record<string, number>>
}

export interface PlanRecord {
  key: string
  nameZh: string
  nameEn: string
  /** The document that decided it; null for a sample plan. */
  source: string | null
  regionCode: string
  startYear: number
  endYear: number
  /** Made up for the demonstration; pages say so. */
  sample: boolean
  indicators: readonly PlanIndicatorRecord[]
}

const FEN_PER_WAN_YUAN = 1_000_000

/** 万元 as fen, the unit in which turnover is kept. */
export const wan = (amount: number): number => Math.round(amount * FEN_PER_WAN_YUAN)
