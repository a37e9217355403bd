import type { PatentRightKind } from '../codes/index.ts'
import { type CalendarDate, refuse } from '../index.ts'
import type { Provision } from './regime.ts'

/** What patent law says of a right's life, over a stretch of filing days. */
export interface PatentRules {
  /** First filing day they hold for. */
  readonly since: CalendarDate
  readonly terms: Provision<{ readonly years: Readonly<Record<PatentRightKind, number>> }>
  readonly fees: Provision<{ readonly graceMonths: number; readonly surchargePercentPerMonth: number }>
}

const FEES = {
  graceMonths: 6,
  surchargePercentPerMonth: 5,
  basis: {
    zh: '专利法实施细则（2023年修订）第一百一十五条',
    en: 'Implementing rules of the Patent Law (2023), rule 115',
  },
  verified: true,
} as const

/** In order of time; the last one is in force. */
export const PATENT_RULES: readonly PatentRules[] = [
  {
    since: '1000-01-01',
    terms: {
      years: { invention_patent: 20, utility_model: 10, design_patent: 10 },
      basis: {
        zh: '专利法（2008年修正）第四十二条；2021年6月1日前申请的外观设计',
        en: 'Patent Law (2008), art. 42; designs filed before 1 June 2021',
      },
      verified: false,
    },
    fees: FEES,
  },
  {
    since: '2021-06-01',
    terms: {
      years: { invention_patent: 20, utility_model: 10, design_patent: 15 },
      basis: { zh: '专利法（2020年修正）第四十二条', en: 'Patent Law (2020), art. 42' },
      verified: true,
    },
    fees: FEES,
  },
]

/** The rules for a patent filed on a day. */
export const patentRulesFor = (filedOn: CalendarDate): PatentRules => {
  const rules = PATENT_RULES.findLast(({ since }) => since <= filedOn)
  if (!rules) throw refuse('invalid', 'date.malformed', { value: filedOn })
  return rules
}

const GRACES = PATENT_RULES.map(({ fees }) => fees.graceMonths)

/** The shortest and the longest grace any patent has for its fee, in months, for looking through many at once. */
export const FEE_GRACE_MONTHS = { shortest: Math.min(...GRACES), longest: Math.max(...GRACES) } as const
