import { addDays, addMonths, type CalendarDate, daysBetween } from '../index.ts'
import { feesFrom, type TermSheet } from '../licensing/index.ts'
import {
  type Bilingual,
  type ContractSubType,
  civilCode,
  type LegalBasis,
  legalBasis,
  patentLaw,
  patentRules,
} from '../regimes/index.ts'

/** Kinds the parties say to have done; the others follow the market's own records. */
export const MARKED_OBLIGATIONS = ['royalty_report', 'licence_filing', 'right_transfer', 'training'] as const
export const OBLIGATION_KINDS = [
  ...MARKED_OBLIGATIONS,
  'use_decision',
  'payment',
  'patent_fee',
  'registration',
] as const
export type ObligationKind = (typeof OBLIGATION_KINDS)[number]
export type ObligationState = 'open' | 'overdue' | 'done'

export interface Obligation {
  /** Names it within its contract, for as long as the contract lives: 'royalty_report:2026-12-31'. */
  key: string
  kind: ObligationKind
  side: 'seller' | 'buyer'
  /** What it is of: the amount's title, the right's number, the period. */
  of: string
  /** Null: without a day, or not called for yet. */
  dueOn: CalendarDate | null
  state: ObligationState
  doneOn: CalendarDate | null
  /** The law or the clause it stands on. */
  source: LegalBasis
}

export interface ObligationFacts {
  today: CalendarDate
  terms: Pick<TermSheet, 'reports' | 'royaltyRatePercent' | 'knowHowDays' | 'useFirst'>
  subType: ContractSubType | null
  effectiveOn: CalendarDate | null
  endsOn: CalendarDate | null
  /** The day it ended before its time; nothing falls due after it. */
  over: boolean
  dues: readonly { id: string; title: string; dueOn: CalendarDate | null; settled: boolean }[]
  fees: readonly { rightId: string; of: string; patentYear: number; dueOn: CalendarDate }[]
  /** Null: not filed or not decided. */
  registeredOn: CalendarDate | null
  applicant: 'seller' | 'buyer'
  /** What was said to be done, by key. */
  marks: ReadonlyMap<string, CalendarDate>
}

const FILING_MONTHS = 3
const REPORT_DAYS = 30
const MAX_REPORTS = 120
const MONTHS = { quarterly: 3, half_yearly: 6, yearly: 12, none: 0 } as const

const clause = (zh: string, en: string): LegalBasis => legalBasis(`合同“${zh}”条款`, `Clause “${en}”`, true)

type Draft = Omit<Obligation, 'state' | 'doneOn'> & { doneOn?: CalendarDate | null; done?: boolean }

/** The ends of reporting periods that have begun, counted from the first day that fees are owed for. */
const periodEnds = ({ terms, effectiveOn, endsOn, today }: ObligationFacts): CalendarDate[] => {
  const every =
    terms.reports === undefined ? (terms.royaltyRatePercent === null ? 0 : 12) : MONTHS[terms.reports]
  if (every === 0 || effectiveOn === null) return []
  const start = feesFrom(terms, effectiveOn)
  const ends: CalendarDate[] = []
  for (let index = 1; index <= MAX_REPORTS; index += 1) {
    const begins = addMonths(start, every * (index - 1))
    if (begins > today || (endsOn !== null && begins > endsOn)) break
    const end = addDays(addMonths(start, every * index), -1)
    ends.push(endsOn !== null && end > endsOn ? endsOn : end)
  }
  return ends
}

const reports = (facts: ObligationFacts): Draft[] =>
  periodEnds(facts).map((end) => ({
    key: `royalty_report:${end}`,
    kind: 'royalty_report',
    side: 'buyer',
    of: end,
    dueOn: addDays(end, REPORT_DAYS),
    source: clause('报告与查账', 'Reports and audit'),
  }))

/** The last day to say that the use ends without a fee; whoever says nothing goes on and pays. */
const useDecision = ({ terms, effectiveOn, today }: ObligationFacts): Draft[] => {
  if (terms.useFirst === undefined || effectiveOn === null) return []
  const dueOn = addDays(feesFrom(terms, effectiveOn), -1)
  const source = clause('先使用后付费', 'Use first, pay later')
  const doneOn = today > dueOn ? dueOn : null
  return [{ key: 'use_decision', kind: 'use_decision', side: 'buyer', of: '', dueOn, doneOn, source }]
}

const filings = ({ subType, effectiveOn }: ObligationFacts): Draft[] => {
  if (effectiveOn === null) return []
  if (subType === 'XK_PATENT') {
    const dueOn = addMonths(effectiveOn, FILING_MONTHS)
    const source = patentRules('15')
    return [{ key: 'licence_filing', kind: 'licence_filing', side: 'seller', of: '', dueOn, source }]
  }
  if (subType !== 'ZR_PATENT' && subType !== 'ZR_APPLICATION') return []
  const source = patentLaw('10')
  return [{ key: 'right_transfer', kind: 'right_transfer', side: 'seller', of: '', dueOn: null, source }]
}

const payments = ({ dues }: ObligationFacts): Draft[] =>
  dues.map(({ id, title, dueOn, settled }) => ({
    key: `payment:${id}`,
    kind: 'payment',
    side: 'buyer',
    of: title,
    dueOn,
    done: settled,
    source: civilCode('846'),
  }))

const fees = ({ fees: due }: ObligationFacts): Draft[] =>
  due.map(({ rightId, of, patentYear, dueOn }) => ({
    key: `patent_fee:${rightId}:${patentYear}`,
    kind: 'patent_fee',
    side: 'seller',
    of,
    dueOn,
    source: legalBasis('专利法第四十三、四十四条', 'Patent Law arts. 43, 44', true),
  }))

const training = ({ terms: { knowHowDays = 0 } }: ObligationFacts): Draft[] =>
  knowHowDays > 0
    ? [
        {
          key: 'training',
          kind: 'training',
          side: 'seller',
          of: String(knowHowDays),
          dueOn: null,
          source: clause('履行期限和方式', 'Term and manner of performance'),
        },
      ]
    : []

const registration = ({ registeredOn, applicant, endsOn }: ObligationFacts): Draft => ({
  key: 'registration',
  kind: 'registration',
  side: applicant,
  of: '',
  dueOn: endsOn,
  doneOn: registeredOn,
  source: legalBasis('技术合同认定登记（自愿）', 'Registration of technology contracts (voluntary)', true),
})

const standing = (draft: Draft, { today, marks, over }: ObligationFacts): Obligation => {
  const { done = false, doneOn = null, ...rest } = draft
  const day = marks.get(draft.key) ?? doneOn
  if (done || day !== null) return { ...rest, state: 'done', doneOn: day }
  const late = !over && draft.dueOn !== null && draft.dueOn < today
  return { ...rest, state: late ? 'overdue' : 'open', doneOn: null }
}

/** All that is still to be done under a signed contract and what was done, by day; what has no day stands last. */
export const obligationsOf = (facts: ObligationFacts): Obligation[] =>
  [
    ...payments(facts),
    ...reports(facts),
    ...useDecision(facts),
    ...filings(facts),
    ...fees(facts),
    ...training(facts),
    registration(facts),
  ]
    .map((draft) => standing(draft, facts))
    .sort(
      (left, right) =>
        (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999') || left.key.localeCompare(right.key),
    )

/** Days before and after the day on which somebody is reminded; null on every other day. */
const REMIND_AT = [30, 7, 1, -1, -14] as const
export const obligationReminder = ({ dueOn, state }: Obligation, today: CalendarDate): number | null => {
  if (dueOn === null || state === 'done') return null
  const daysLeft = daysBetween(today, dueOn)
  return REMIND_AT.some((day) => day === daysLeft) ? daysLeft : null
}

export const OBLIGATION_NAMES: Readonly<Record<ObligationKind, Bilingual>> = {
  payment: { zh: '付款', en: 'Payment' },
  royalty_report: { zh: '提成报告', en: 'Royalty report' },
  use_decision: { zh: '决定是否继续使用', en: 'Decision whether to go on using it' },
  licence_filing: { zh: '专利实施许可备案', en: 'Filing of the licence' },
  right_transfer: { zh: '权利转让登记', en: 'Registration of the transfer' },
  patent_fee: { zh: '专利年费', en: 'Patent fee' },
  training: { zh: '培训和现场指导', en: 'Training and help on site' },
  registration: { zh: '技术合同认定登记', en: 'Registration of the contract' },
}
