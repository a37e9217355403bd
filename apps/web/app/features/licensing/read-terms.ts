import type { TransferMode } from '@market/domain/codes'
import { isCodeOf, TRANSFER_MODES } from '@market/domain/codes'
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

/** An offer: the whole of the terms and a word to the other side. */
export function readOffer(read: FormReader) {
  const terms = {
    ...readScope(read, 'terms.'),
    ...readCoverage(read),
    upfrontFen: read.yuan('terms.upfrontFen') ?? 0,
    royaltyRatePercent: read.number('terms.royaltyRatePercent'),
    totalFen: read.yuan('terms.totalFen'),
  }
  const reported = read.problems.some(({ path }) => path === 'terms.totalFen')
  if (terms.totalFen === null && !reported) {
    read.problems.push({ path: 'terms.totalFen', code: 'field.required' })
  }
  return { terms, note: read.text('note') }
}
