import type { LicenceKind, TransferMode } from '../codes/index.ts'
import type { CalendarDate } from '../index.ts'
import { type Coverage, coverageOf, coveragesMeet } from './coverage.ts'
import { isLicence, type TermScope } from './term-sheet.ts'

/** A licence as a contract grants it. */
export interface GrantedLicence {
  terms: TermScope
  effectiveOn: CalendarDate | null
  /** Null: without an end. */
  endsOn: CalendarDate | null
}

/** A licence as the register of grants keeps it, of one right. */
export interface Grant {
  kind: LicenceKind
  coverage: Coverage
  startsOn: CalendarDate
  /** Last day; null: without an end. */
  endsOn: CalendarDate | null
}

const KINDS: Partial<Record<TransferMode, LicenceKind>> = {
  exclusive_licence: 'exclusive',
  sole_licence: 'sole',
  ordinary_licence: 'ordinary',
  open_licence: 'open',
}

/** The kind of licence a transfer mode grants; null for the rest. */
export const licenceKindOf = (mode: TransferMode): LicenceKind | null => KINDS[mode] ?? null

/** Whether a licence leaves no room for any other of the same right, time, territory and field. */
export const closesRight = (kind: LicenceKind): boolean => kind === 'exclusive' || kind === 'sole'

const overlap = (left: Grant, right: Grant): boolean =>
  (left.endsOn ?? '9999-12-31') >= right.startsOn && (right.endsOn ?? '9999-12-31') >= left.startsOn

/**
 * Whether two licences of one right cannot both stand: one of them is exclusive or sole, and they meet in time,
 * territory and field (invariant 4). The database refuses the same pairs (licence_grants_one_lane).
 */
export const grantsCollide = (left: Grant, right: Grant): boolean =>
  (closesRight(left.kind) || closesRight(right.kind)) &&
  overlap(left, right) &&
  coveragesMeet(left.coverage, right.coverage)

const grantOf = ({ terms, effectiveOn, endsOn }: GrantedLicence): Grant => ({
  kind: licenceKindOf(terms.transferMode) ?? 'ordinary',
  coverage: coverageOf(terms),
  startsOn: effectiveOn ?? '0000-01-01',
  endsOn,
})

/** The same of two licences as their contracts write them; what is no licence collides with nothing. */
export const licencesCollide = (left: GrantedLicence, right: GrantedLicence): boolean =>
  isLicence(left.terms.transferMode) &&
  isLicence(right.terms.transferMode) &&
  grantsCollide(grantOf(left), grantOf(right))
