import type { CalendarDate } from '../index.ts'
import { isLicence, type TermScope } from './term-sheet.ts'

/** A licence as a contract grants it. */
export interface GrantedLicence {
  terms: TermScope
  effectiveOn: CalendarDate | null
  /** Null: without an end. */
  endsOn: CalendarDate | null
}

const NATIONWIDE: readonly string[] = ['全国', '中国', '100000', 'china']

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase()

const sameTerritory = (left: string, right: string): boolean =>
  left === right || NATIONWIDE.includes(left) || NATIONWIDE.includes(right)

const overlaps = (left: GrantedLicence, right: GrantedLicence): boolean =>
  (left.endsOn ?? '9999-12-31') >= (right.effectiveOn ?? '0000-01-01') &&
  (right.endsOn ?? '9999-12-31') >= (left.effectiveOn ?? '0000-01-01')

const closes = ({ terms: { exclusivity } }: GrantedLicence): boolean =>
  exclusivity === 'exclusive' || exclusivity === 'sole'

/**
 * Whether two licences of one right cannot both be granted: one of them is exclusive or sole, and they meet in time,
 * territory and field. Territory and field are words: only those that surely meet count, for the rest people judge.
 */
export const licencesCollide = (left: GrantedLicence, right: GrantedLicence): boolean =>
  isLicence(left.terms.transferMode) &&
  isLicence(right.terms.transferMode) &&
  (closes(left) || closes(right)) &&
  overlaps(left, right) &&
  sameTerritory(plain(left.terms.territory), plain(right.terms.territory)) &&
  plain(left.terms.fieldOfUse) === plain(right.terms.fieldOfUse)
