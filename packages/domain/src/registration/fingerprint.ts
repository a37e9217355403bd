import type { CalendarDate, Fen } from '../index.ts'

export interface FingerprintFacts {
  /** What identifies the parties: social credit codes or organization ids, never display names. */
  sellerId: string
  buyerId: string
  title: string
  signedOn: CalendarDate
  contractAmountFen: Fen
}

/** A title without what people type differently: width, case, spaces and punctuation. */
export const normalizeTitle = (title: string): string =>
  title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')

const partiesOf = ({ sellerId, buyerId }: FingerprintFacts): string =>
  [sellerId, buyerId]
    .map((id) => id.normalize('NFKC').trim().toLowerCase())
    .sort()
    .join('+')

/**
 * One text that is the same for the same contract however it was typed: parties in either order, title, signing
 * date and amount. Two live registrations never share one.
 */
export const fingerprint = (facts: FingerprintFacts): string =>
  [partiesOf(facts), normalizeTitle(facts.title), facts.signedOn, facts.contractAmountFen].join('|')

export const LIKENESSES = ['parties', 'title', 'signedOn', 'contractAmountFen'] as const
export type Likeness = (typeof LIKENESSES)[number]

/** In what two contracts are alike; three or four likenesses are worth a registrar's look. */
export const likenessOf = (left: FingerprintFacts, right: FingerprintFacts): Likeness[] => {
  const alike: Record<Likeness, boolean> = {
    parties: partiesOf(left) === partiesOf(right),
    title: normalizeTitle(left.title) === normalizeTitle(right.title),
    signedOn: left.signedOn === right.signedOn,
    contractAmountFen: left.contractAmountFen === right.contractAmountFen,
  }
  return LIKENESSES.filter((part) => alike[part])
}

/** Alike in at least three of the four, without being the same. */
export const isNearMatch = (left: FingerprintFacts, right: FingerprintFacts): boolean =>
  likenessOf(left, right).length === LIKENESSES.length - 1
