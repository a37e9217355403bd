import type { PriceMode, TransferMode } from '../codes/index.ts'
import { addDays, type CalendarDate, type Fen, type FieldProblem } from '../index.ts'
import { type ContractType, conversionRulesOn } from '../regimes/index.ts'
import type { NoticePhase, ObjectionState } from './states.ts'

/** What the sides are about to sign, and whose it is. */
export interface NoticedDeal {
  sellerStateOwned: boolean
  type: ContractType
  transferMode: TransferMode
  /** Null where the deal stands on no listing. */
  priceMode: PriceMode | null
}

const CONVERTS: readonly ContractType[] = ['ZR', 'XK']

/** Whether the deal turns a result into money: a transfer, a licence or shares. */
export const convertsResult = ({ type, transferMode }: Pick<NoticedDeal, 'type' | 'transferMode'>): boolean =>
  CONVERTS.includes(type) || transferMode === 'equity_contribution'

/** A state institution posts a price it agreed on; one that stood in its listing is public by itself. */
export const owesNotice = (deal: NoticedDeal, on: CalendarDate): boolean =>
  deal.sellerStateOwned &&
  convertsResult(deal) &&
  deal.priceMode !== 'fixed' &&
  conversionRulesOn(on) !== null

/** Last day of a notice. The day it is posted does not count. */
export const noticeEnd = (postedOn: CalendarDate, calendarDays: number): CalendarDate =>
  addDays(postedOn, calendarDays)

export const noticePhase = (
  notice: { endsOn: CalendarDate; withdrawn: boolean },
  today: CalendarDate,
): NoticePhase => {
  if (notice.withdrawn) return 'withdrawn'
  return today <= notice.endsOn ? 'running' : 'over'
}

/** Days on which the owner's people hear of it: three days before the end, and the day after it. */
export const NOTICE_REMINDER_DAYS = 3

export interface PostedNotice {
  endsOn: CalendarDate
  priceFen: Fen
  transferMode: TransferMode
  objections: readonly ObjectionState[]
}

/** How a deal stands to its notice. */
export interface NoticeStanding {
  owed: boolean
  /** The one that was not withdrawn. */
  notice: PostedNotice | null
  priceFen: Fen
  transferMode: TransferMode
}

export interface NoticeText {
  summary: string
  relatedParty: boolean
  relation: string
}

/** What a notice must say: what the result is, and how the buyer is related where it is. */
export const noticeProblems = ({ summary, relatedParty, relation }: NoticeText): FieldProblem[] => [
  ...(summary.trim() === '' ? [{ path: 'summary', code: 'field.required' }] : []),
  ...(relatedParty && relation.trim() === '' ? [{ path: 'relation', code: 'field.required' }] : []),
]
