import type { CodeOf, IpWish } from '../codes/index.ts'
import type { CalendarDate, Fen } from '../index.ts'
import { type Application, EMPTY_APPLICATION, type RESULT_OWNERS } from '../licensing/index.ts'

/** What a published need says that its talks begin with. */
export interface NeedWords {
  titleZh: string
  goalZh: string
  indicators: readonly { nameZh: string; unit: string; present: string; target: string }[]
  /** Shanghai date. */
  deadlineOn: CalendarDate | null
  /** The part of the budget meant for whoever solves it, and the whole; fen. */
  solverShareFen: Fen | null
  budgetMaxFen: Fen | null
}

const OWNERS: Readonly<Record<IpWish, CodeOf<typeof RESULT_OWNERS> | null>> = {
  poster: 'buyer',
  shared: 'shared',
  solver: 'seller',
  negotiable: null,
}

/** Whose the results shall be, in the words of a term sheet; null leaves it to the talks. */
export const resultOwnerOf = (wish: IpWish): CodeOf<typeof RESULT_OWNERS> | null => OWNERS[wish]

const indicatorLine = ({ nameZh, unit, present, target }: NeedWords['indicators'][number]): string =>
  `${nameZh}${unit && `（${unit}）`}：${present && `${present} → `}${target}`

/** The aim, its indicators and, where somebody proposed one, the way to get there; then the day it is needed by. */
export const applicationOf = (need: NeedWords, approach: string | null): Application => ({
  ...EMPTY_APPLICATION,
  developmentPlan: [need.goalZh, ...need.indicators.map(indicatorLine), approach ?? '']
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n'),
  milestones: need.deadlineOn === null ? [] : [{ title: need.titleZh, on: need.deadlineOn }],
})

/** The sum talks over a proposal begin with: what it asks for, else what the need has for it. */
export const openingFen = (need: NeedWords, { priceFen }: { priceFen: Fen | null }): Fen | null =>
  priceFen ?? need.solverShareFen ?? need.budgetMaxFen
