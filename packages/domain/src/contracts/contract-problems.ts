import type { RightKind, TransferMode } from '../codes/index.ts'
import { addDays, addMonths, type CalendarDate, type Fen, type FieldProblem } from '../index.ts'
import { isLicence } from '../licensing/index.ts'
import { rightExpiry } from '../listings/index.ts'
import { type ContractSubType, type ContractType, isTypeOfRegime, regimeFor } from '../regimes/index.ts'

export interface ContractAmounts {
  contractAmountFen: Fen
  technologyAmountFen: Fen
}

export interface ContractDates {
  signedOn: CalendarDate | null
  effectiveOn: CalendarDate | null
  endsOn: CalendarDate | null
}

export interface LicensedRight {
  kind: RightKind
  filedOn: CalendarDate | null
  /** Days of recorded term compensation. */
  compensationDays?: number
}

export interface ContractDraft extends ContractAmounts, ContractDates {
  title: string
  type: ContractType
  subType: ContractSubType | null
  transferMode: TransferMode
  rights: readonly LicensedRight[]
}

/** 0 < technology amount ≤ contract amount, in whole fen. */
export const amountProblems = (amounts: ContractAmounts): FieldProblem[] => {
  const problems = (['contractAmountFen', 'technologyAmountFen'] as const)
    .filter((path) => !Number.isSafeInteger(amounts[path]) || amounts[path] <= 0)
    .map((path): FieldProblem => ({ path, code: 'money.must_be_positive' }))
  if (problems.length === 0 && amounts.technologyAmountFen > amounts.contractAmountFen) {
    return [{ path: 'technologyAmountFen', code: 'contract.technology_over_contract_amount' }]
  }
  return problems
}

/** signed ≤ effective ≤ end, as far as the dates are known. */
export const dateProblems = ({ signedOn, effectiveOn, endsOn }: ContractDates): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (signedOn !== null && effectiveOn !== null && effectiveOn < signedOn) {
    problems.push({ path: 'effectiveOn', code: 'contract.effective_before_signed' })
  }
  const start = effectiveOn ?? signedOn
  if (start !== null && endsOn !== null && endsOn < start) {
    problems.push({ path: 'endsOn', code: 'contract.ends_before_effective' })
  }
  return problems
}

/** The last day on which all of the patents still protect; null when none has a set term. */
export const earliestExpiry = (rights: readonly LicensedRight[]): CalendarDate | null =>
  rights
    .map(({ kind, filedOn, compensationDays }) => rightExpiry(kind, filedOn, compensationDays))
    .filter((date) => date !== null)
    .reduce<CalendarDate | null>((first, date) => (first === null || date < first ? date : first), null)

/** A licence ends no later than the earliest expiry of its patents (Civil Code art. 865). */
export const licenceEndProblems = (
  mode: TransferMode,
  endsOn: CalendarDate | null,
  rights: readonly LicensedRight[],
): FieldProblem[] => {
  const expiresOn = earliestExpiry(rights)
  if (!isLicence(mode) || endsOn === null || expiresOn === null || endsOn <= expiresOn) return []
  return [{ path: 'endsOn', code: 'contract.licence_beyond_patent', params: { expiresOn } }]
}

const typeProblems = ({ signedOn, type, subType }: ContractDraft): FieldProblem[] => {
  if (signedOn === null) return []
  const regime = regimeFor(signedOn)
  if (isTypeOfRegime(regime, type, subType)) return []
  return [{ path: 'type', code: 'contract.type_not_in_regime', params: { regime: regime.key } }]
}

/** What is wrong with a draft as it stands; missing dates are no fault yet. */
export const contractProblems = (draft: ContractDraft): FieldProblem[] => [
  ...(draft.title.trim() === '' ? [{ path: 'title', code: 'field.required' }] : []),
  ...amountProblems(draft),
  ...dateProblems(draft),
  ...typeProblems(draft),
  ...licenceEndProblems(draft.transferMode, draft.endsOn, draft.rights),
]

/** What still keeps the contract from being signed: the draft's faults and the dates it must state. */
export const readinessProblems = (draft: ContractDraft): FieldProblem[] => {
  const dates = ['signedOn', 'effectiveOn', ...(isLicence(draft.transferMode) ? ['endsOn'] : [])] as const
  const missing = (dates as readonly (keyof ContractDates)[])
    .filter((path) => draft[path] === null)
    .map((path): FieldProblem => ({ path, code: 'field.required' }))
  return [...missing, ...contractProblems(draft)]
}

/** The last day of a term of months that begins on a day; never beyond the patents when it is a licence. */
export const suggestEnd = (
  mode: TransferMode,
  effectiveOn: CalendarDate,
  termMonths: number | null,
  rights: readonly LicensedRight[],
): CalendarDate | null => {
  if (termMonths === null) return null
  const end = addDays(addMonths(effectiveOn, termMonths), -1)
  const expiresOn = isLicence(mode) ? earliestExpiry(rights) : null
  return expiresOn !== null && expiresOn < end ? expiresOn : end
}
