import type { CalendarDate, Fen } from '../index.ts'
import type { Provision } from './regime.ts'

export interface PaymentRules {
  readonly since: CalendarDate
  /** Days from the day a contract takes effect to its upfront payment, where the parties fixed none. */
  readonly upfrontDays: number
  /** Days from a seller's call or a royalty report to its payment. */
  readonly callDays: number
  /** Transfers above this sum are confirmed by two different people. */
  readonly secondPersonAboveFen: Fen
}

const MARKET_RULE = {
  zh: '平台收付款规则（内部控制：不相容职务分离、大额款项双人复核）；期限仅在合同未约定时适用，民法典第五百一十一条第四项',
  en: 'Market rules on payments (internal control: segregation of duties); periods apply where the contract is silent, Civil Code art. 511(4)',
} as const

const PAYMENT_RULES: readonly Provision<PaymentRules>[] = [
  {
    since: '2000-01-01',
    upfrontDays: 30,
    callDays: 15,
    secondPersonAboveFen: 10_000_000,
    basis: MARKET_RULE,
    verified: false,
  },
]

/** The rules on payments in force on a day; the first ones before any were. */
export const paymentRulesOn = (date: CalendarDate): Provision<PaymentRules> => {
  const [first] = PAYMENT_RULES
  const found = PAYMENT_RULES.findLast(({ since }) => since <= date) ?? first
  if (!found) throw new Error('No rules on payments are known.')
  return found
}
