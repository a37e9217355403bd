import type { CalendarDate } from '../index.ts'
import { conversionLaw, legalBasis } from './legal-basis.ts'
import type { Provision } from './regime.ts'

/** What a state institution owes when it turns results into money. */
export interface ConversionRules {
  readonly since: CalendarDate
  /** How long a negotiated price is posted; the day it is posted does not count (Civil Code art. 201). */
  readonly notice: Provision<{ readonly calendarDays: number }>
  /** The least those who made the result get of the net income, and of shares formed. */
  readonly reward: Provision<{ readonly incomePercent: number; readonly sharesPercent: number }>
}

const CONVERSION_RULES: readonly ConversionRules[] = [
  {
    since: '2015-10-01',
    // The law asks for the notice and names no days; they stand in rules not read themselves.
    notice: {
      calendarDays: 15,
      ...legalBasis(
        '促进科技成果转化法第十八条；公示期依国发〔2016〕16号（期限未核对原文）',
        'Law on promoting the conversion of research results, art. 18; days from State Council notice 2016 no. 16 (text not read)',
        false,
      ),
    },
    reward: { incomePercent: 50, sharesPercent: 50, ...conversionLaw('45') },
  },
]

/** The rules in force on a day; null before there were any. */
export const conversionRulesOn = (date: CalendarDate): ConversionRules | null =>
  CONVERSION_RULES.findLast(({ since }) => since <= date) ?? null
