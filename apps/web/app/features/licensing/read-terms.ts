import type { CodeItem, TransferMode } from '@market/domain/codes'
import { isCodeOf, TRANSFER_MODES } from '@market/domain/codes'
import {
  AUDIT_RULES,
  IMPROVEMENT_RULES,
  MAX_INSTALMENTS,
  MAX_ROYALTY_STEPS,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  SUBLICENCES,
} from '@market/domain/licensing'
import { type FormReader, type TypedValues, typedValues } from '../../lib/read-form.ts'

/** What is asked for or offered, as the form says it; `prefix` is 'terms.' in an offer. */
export function readScope(read: FormReader, prefix = '') {
  return {
    transferMode: readMode(read, `${prefix}transferMode`),
    fieldOfUse: read.text(`${prefix}fieldOfUse`),
    territory: read.text(`${prefix}territory`),
    termMonths: read.number(`${prefix}termMonths`),
  }
}

function readMode(read: FormReader, path: string): TransferMode | null {
  const mode = read.text(path)
  if (isCodeOf(TRANSFER_MODES, mode)) return mode
  read.problems.push({ path, code: 'field.invalid_value' })
  return null
}

const COVERAGE = ['territoryCodes', 'fieldCodes'] as const

/** Codes that were chosen; what is left out is read from the words. */
function readCoverage(read: FormReader) {
  const chosen = COVERAGE.map((name) => [name, read.all(`terms.${name}`)] as const)
  return Object.fromEntries(chosen.filter(([, codes]) => codes.length > 0))
}

/** What was typed, with all of the codes chosen under one name. */
export function typedTerms(form: FormData): TypedValues {
  const chosen = COVERAGE.map((name) => [`terms.${name}`, form.getAll(`terms.${name}`).join(' ')])
  return { ...typedValues(form), ...Object.fromEntries(chosen) }
}

const lineOf = <T>(count: number, line: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => line(index))

/** Everything beyond scope and price; a clause left empty is left out. */
function readClauses(read: FormReader) {
  const code = <C extends CodeItem>(name: string, codes: readonly C[]): C['code'] | undefined => {
    const typed = read.text(`terms.${name}`)
    return codes.find((entry) => entry.code === typed)?.code
  }
  const number = (name: string) => read.number(`terms.${name}`) ?? undefined
  const instalments = lineOf(MAX_INSTALMENTS, (index) => ({
    title: read.text(`terms.instalments.${index}.title`),
    amountFen: read.yuan(`terms.instalments.${index}.amountFen`) ?? 0,
    on: read.choice(`terms.instalments.${index}.on`),
  })).filter(({ title, amountFen, on }) => title !== '' || amountFen !== 0 || on !== null)
  const royaltySteps = lineOf(MAX_ROYALTY_STEPS, (index) => ({
    fromFen: read.yuan(`terms.royaltySteps.${index}.fromFen`) ?? 0,
    ratePercent: read.number(`terms.royaltySteps.${index}.ratePercent`) ?? 0,
  })).filter(({ fromFen, ratePercent }) => fromFen !== 0 || ratePercent !== 0)
  const useFirst = {
    graceMonths: number('useFirst.graceMonths') ?? 0,
    parts: number('useFirst.parts') ?? null,
    everyMonths: number('useFirst.everyMonths') ?? null,
  }
  const deferred = useFirst.graceMonths !== 0 || useFirst.parts !== null || useFirst.everyMonths !== null
  return {
    sublicence: code('sublicence', SUBLICENCES),
    royaltyBase: code('royaltyBase', ROYALTY_BASES),
    improvements: code('improvements', IMPROVEMENT_RULES),
    resultOwner: code('resultOwner', RESULT_OWNERS),
    audit: code('audit', AUDIT_RULES),
    reports: code('reports', REPORT_RULES),
    equityPercent: number('equityPercent'),
    knowHowDays: number('knowHowDays'),
    terminationDays: number('terminationDays'),
    minimumRoyaltyFen: read.yuan('terms.minimumRoyaltyFen') ?? undefined,
    terminationWords: read.text('terms.terminationWords') || undefined,
    ...(deferred ? { useFirst } : {}),
    ...(instalments.length > 0 ? { instalments } : {}),
    ...(royaltySteps.length > 0 ? { royaltySteps } : {}),
  }
}

/** An offer: the whole of the terms and a word to the other side. */
export function readOffer(read: FormReader) {
  const terms = {
    ...readScope(read, 'terms.'),
    ...readCoverage(read),
    upfrontFen: read.yuan('terms.upfrontFen') ?? 0,
    royaltyRatePercent: read.number('terms.royaltyRatePercent'),
    totalFen: read.yuan('terms.totalFen'),
    ...readClauses(read),
  }
  const reported = read.problems.some(({ path }) => path === 'terms.totalFen')
  if (terms.totalFen === null && !reported) {
    read.problems.push({ path: 'terms.totalFen', code: 'field.required' })
  }
  return { terms, note: read.text('note'), answerBy: read.choice('answerBy') }
}
