import type { CalendarDate, RefusalKind } from '../index.ts'
import type { NoticeStanding } from './public-notice.ts'

/** How a side signs: over the market's text with a confirmed identity, or on paper with the scan on record. */
export const SIGNING_METHODS = ['electronic', 'scan'] as const
export type SigningMethod = (typeof SIGNING_METHODS)[number]

export const SIGNING_ORDERS = ['seller_first', 'buyer_first'] as const
export type SigningOrder = (typeof SIGNING_ORDERS)[number]

export type SigningSide = 'seller' | 'buyer'

export interface SigningFacts {
  today: CalendarDate
  signedOn: CalendarDate | null
  method: SigningMethod
  order: SigningOrder
  /** The side about to sign. */
  side: SigningSide
  /** Sides that have signed already. */
  signed: readonly SigningSide[]
  /** Whether both sides accepted one text; null where the contract is signed on paper without one. */
  textAgreed: boolean | null
  /** The public notice of a negotiated price; left out where none can be owed. */
  notice?: NoticeStanding
}

/** One thing that stands in the way of a signature, as the refusal it becomes. */
export interface SigningBar {
  kind: RefusalKind
  code: string
  details: Record<string, unknown>
}

const bar = (kind: RefusalKind, code: string, details: Record<string, unknown> = {}): SigningBar[] => [
  { kind, code, details },
]

const dayBar = ({ signedOn, today }: SigningFacts): SigningBar[] =>
  signedOn !== null && signedOn > today
    ? bar('precondition', 'contract.signing_date_in_future', { signedOn, today })
    : []

const textBar = ({ method, textAgreed }: SigningFacts): SigningBar[] => {
  const lacking = method === 'electronic' ? textAgreed !== true : textAgreed === false
  return lacking ? bar('precondition', 'contract.text_not_agreed') : []
}

/** Paper goes to and fro as the parties like; the market's own signatures keep the order agreed. */
const turnBar = ({ method, order, side, signed }: SigningFacts): SigningBar[] => {
  const first: SigningSide = order === 'seller_first' ? 'seller' : 'buyer'
  const early = method === 'electronic' && side !== first && !signed.includes(first)
  return early ? bar('precondition', 'contract.not_your_turn', { first }) : []
}

/** A negotiated price binds once everybody could object to it and nobody's objection stands. */
export const noticeBars = (standing: NoticeStanding, today: CalendarDate): SigningBar[] => {
  const { owed, notice, priceFen, transferMode } = standing
  if (notice === null) return owed ? bar('precondition', 'contract.notice_missing') : []
  const { endsOn, objections } = notice
  const open = objections.filter((state) => state === 'open').length
  const changed = notice.priceFen !== priceFen || notice.transferMode !== transferMode
  return [
    ...(changed ? bar('precondition', 'contract.notice_outdated') : []),
    ...(today <= endsOn ? bar('precondition', 'contract.notice_running', { endsOn }) : []),
    ...(open > 0 ? bar('precondition', 'contract.objection_open', { count: open }) : []),
    ...(objections.includes('upheld') ? bar('precondition', 'contract.objection_upheld') : []),
  ]
}

/** All that keeps a side from signing now, the gravest first; empty when nothing does. */
export const signingBars = (facts: SigningFacts): SigningBar[] => [
  ...dayBar(facts),
  ...(facts.notice ? noticeBars(facts.notice, facts.today) : []),
  ...textBar(facts),
  ...turnBar(facts),
]
