import { type CalendarDate, daysBetween, type Fen } from '../index.ts'
import type { Bilingual } from '../regimes/index.ts'
import type { PrecheckParams } from './precheck/rule.ts'

export interface IntegrityFlagText {
  readonly code: string
  readonly zh: string
  readonly en: string
  /** With {placeholders} for the params of a flag. */
  readonly message: Bilingual
}

/** For the reviewer to think about; a flag is a question, never a refusal. Days and factors are our own choice. */
export const INTEGRITY_FLAGS = [
  {
    code: 'related_parties',
    zh: '关联交易',
    en: 'Related parties',
    message: {
      zh: '双方可能存在关联关系：{grounds}。请核对价格是否公允、税收优惠是否适用。',
      en: 'Seller and buyer may be related ({groundsEn}): check the price and whether tax relief applies.',
    },
  },
  {
    code: 'splitting',
    zh: '拆分合同',
    en: 'Splitting',
    message: {
      zh: '同一买卖双方{days}天内的{count}份合同均低于大额标准（{thresholdFen}），合计{sumFen}。',
      en: '{count} contracts of the same parties within {days} days each stay under the threshold ({thresholdFen}); together they are {sumFen}.',
    },
  },
  {
    code: 'round_trip',
    zh: '循环交易',
    en: 'Round trip',
    message: {
      zh: '买方在{days}天内曾向卖方出售技术（{count}份，共{sumFen}）。',
      en: 'Within {days} days the buyer also sold to the seller ({count} contracts, {sumFen}).',
    },
  },
  {
    code: 'price_far',
    zh: '价格偏离',
    en: 'Unusual price',
    message: {
      zh: '技术交易额与{count}份可比合同的中位数（{medianFen}）相差超过{factor}倍。',
      en: 'The technology amount is more than {factor} times off the median of {count} comparable contracts ({medianFen}).',
    },
  },
] as const satisfies readonly IntegrityFlagText[]
export type IntegrityFlagCode = (typeof INTEGRITY_FLAGS)[number]['code']

export interface IntegrityFlag {
  code: IntegrityFlagCode
  params: PrecheckParams
  /** Other registrations it stands on. */
  registrationIds: string[]
}

/** A contract as the flags see it. */
export interface IntegrityDeal {
  id: string
  sellerId: string
  buyerId: string
  signedOn: CalendarDate
  technologyAmountFen: Fen
}

export interface Kinship {
  declared: boolean
  /** People who are members on both sides. */
  sharedMembers: number
  /** The form names the same representative for both. */
  sameRepresentative: boolean
}

export const SPLITTING_DAYS = 90
export const ROUND_TRIP_DAYS = 365
/** Fewer comparable contracts than this are no measure, and would tell of single ones. */
export const ENOUGH_COMPARABLES = 5
const FAR_FACTOR = 5

const GROUNDS: readonly [holds: (kinship: Kinship) => boolean, text: Bilingual][] = [
  [({ declared }) => declared, { zh: '申报为关联交易', en: 'declared' }],
  [
    ({ sharedMembers }) => sharedMembers > 0,
    { zh: '双方有相同的平台成员', en: 'people in both organizations' },
  ],
  [({ sameRepresentative }) => sameRepresentative, { zh: '法定代表人同名', en: 'same representative' }],
]

export const relatedPartiesFlag = (kinship: Kinship): IntegrityFlag | null => {
  const texts = GROUNDS.filter(([holds]) => holds(kinship)).map(([, text]) => text)
  if (texts.length === 0) return null
  const grounds = texts.map(({ zh }) => zh).join('、')
  const groundsEn = texts.map(({ en }) => en).join(', ')
  return { code: 'related_parties', params: { grounds, groundsEn }, registrationIds: [] }
}

const sumOf = (deals: readonly IntegrityDeal[]): Fen =>
  deals.reduce((sum, { technologyAmountFen }) => sum + technologyAmountFen, 0)

const within = (days: number, subject: IntegrityDeal, other: IntegrityDeal): boolean =>
  other.id !== subject.id && Math.abs(daysBetween(subject.signedOn, other.signedOn)) <= days

/** Contracts of the same seller and buyer, each under the threshold, that pass it together. */
export const splittingFlag = (
  subject: IntegrityDeal,
  others: readonly IntegrityDeal[],
  thresholdFen: Fen | null,
): IntegrityFlag | null => {
  if (thresholdFen === null || subject.technologyAmountFen >= thresholdFen) return null
  const parts = others.filter(
    (other) =>
      other.sellerId === subject.sellerId &&
      other.buyerId === subject.buyerId &&
      other.technologyAmountFen < thresholdFen &&
      within(SPLITTING_DAYS, subject, other),
  )
  const sumFen = sumOf([subject, ...parts])
  if (parts.length === 0 || sumFen < thresholdFen) return null
  return {
    code: 'splitting',
    params: { days: SPLITTING_DAYS, count: parts.length + 1, thresholdFen, sumFen },
    registrationIds: parts.map(({ id }) => id),
  }
}

/** Sales in the other direction. */
export const roundTripFlag = (
  subject: IntegrityDeal,
  others: readonly IntegrityDeal[],
): IntegrityFlag | null => {
  const back = others.filter(
    (other) =>
      other.sellerId === subject.buyerId &&
      other.buyerId === subject.sellerId &&
      within(ROUND_TRIP_DAYS, subject, other),
  )
  if (back.length === 0) return null
  return {
    code: 'round_trip',
    params: { days: ROUND_TRIP_DAYS, count: back.length, sumFen: sumOf(back) },
    registrationIds: back.map(({ id }) => id),
  }
}

const medianOf = (amounts: readonly Fen[]): Fen => {
  const sorted = [...amounts].sort((left, right) => left - right)
  const middle = sorted.length / 2
  const [low = 0, high = low] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1)
  return Math.round((low + high) / 2)
}

/** A price far from those of comparable contracts, where there are enough of them. */
export const priceFlag = (amountFen: Fen, comparablesFen: readonly Fen[]): IntegrityFlag | null => {
  if (comparablesFen.length < ENOUGH_COMPARABLES) return null
  const medianFen = medianOf(comparablesFen)
  const far = amountFen > medianFen * FAR_FACTOR || amountFen * FAR_FACTOR < medianFen
  if (!far) return null
  const params = { factor: FAR_FACTOR, count: comparablesFen.length, medianFen }
  return { code: 'price_far', params, registrationIds: [] }
}
