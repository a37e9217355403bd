import { daysBetween, type Fen } from '../index.ts'
import { type FingerprintFacts, likenessOf, normalizeTitle } from './fingerprint.ts'

export interface NearMatchFacts extends FingerprintFacts {
  /** Plain numbers of the patents handed over. */
  patentNumbers: readonly string[]
}

export const NEAR_LIKENESSES = [
  { code: 'parties', zh: '当事人相同', en: 'Same parties' },
  { code: 'title', zh: '名称相近', en: 'Similar title' },
  { code: 'signedOn', zh: '签订日期相近', en: 'Signed about the same day' },
  { code: 'contractAmountFen', zh: '金额相近', en: 'About the same amount' },
  { code: 'patentNumbers', zh: '涉及相同专利', en: 'Same patents' },
] as const
export type NearLikeness = (typeof NEAR_LIKENESSES)[number]['code']

/** What two contracts have in common, for a registrar to compare. */
export interface NearMatch {
  alike: NearLikeness[]
  /** Share of three-character pieces both titles have, 0 to 1. */
  titleSimilarity: number
  sharedPatentNumbers: string[]
  /** The other's amount less this one's. */
  amountDifferenceFen: Fen
  /** From this one's signing to the other's. */
  daysApart: number
}

/** From this similarity on two titles read alike; the database looks for candidates by the same measure. */
export const SIMILAR_TITLE = 0.6
const SAME_WEEK_DAYS = 7
const SAME_AMOUNT_PERCENT = 1
const ENOUGH_LIKENESSES = 3

const trigramsOf = (title: string): Set<string> => {
  const chars = Array.from(`  ${normalizeTitle(title)} `)
  return new Set(chars.slice(2).map((_char, index) => chars.slice(index, index + 3).join('')))
}

/** As pg_trgm measures it: pieces in common among all pieces; 1 for titles that differ in spelling only. */
export const titleSimilarity = (left: string, right: string): number => {
  const [mine, theirs] = [trigramsOf(left), trigramsOf(right)]
  const shared = [...mine].filter((piece) => theirs.has(piece)).length
  return shared / (mine.size + theirs.size - shared)
}

const isAboutEqual = (left: Fen, right: Fen): boolean =>
  Math.abs(left - right) * 100 <= Math.max(left, right) * SAME_AMOUNT_PERCENT

const compare = (subject: NearMatchFacts, other: NearMatchFacts): NearMatch => {
  const similarity = titleSimilarity(subject.title, other.title)
  const sharedPatentNumbers = subject.patentNumbers.filter((number) => other.patentNumbers.includes(number))
  const daysApart = daysBetween(subject.signedOn, other.signedOn)
  const holds: Record<NearLikeness, boolean> = {
    parties: likenessOf(subject, other).includes('parties'),
    title: similarity >= SIMILAR_TITLE,
    signedOn: Math.abs(daysApart) <= SAME_WEEK_DAYS,
    contractAmountFen: isAboutEqual(subject.contractAmountFen, other.contractAmountFen),
    patentNumbers: sharedPatentNumbers.length > 0,
  }
  return {
    alike: NEAR_LIKENESSES.map(({ code }) => code).filter((code) => holds[code]),
    titleSimilarity: similarity,
    sharedPatentNumbers,
    amountDifferenceFen: other.contractAmountFen - subject.contractAmountFen,
    daysApart,
  }
}

/**
 * What makes two contracts look like one: three likenesses of five, or the same patents between the same parties. Null
 * when they are merely alike in this or that.
 */
export const nearMatchOf = (subject: NearMatchFacts, other: NearMatchFacts): NearMatch | null => {
  const match = compare(subject, other)
  const samePatents = match.alike.includes('patentNumbers') && match.alike.includes('parties')
  return samePatents || match.alike.length >= ENOUGH_LIKENESSES ? match : null
}
