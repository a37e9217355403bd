import type { TransferMode } from '@market/domain/codes'
import { isCodeOf, TRANSFER_MODES } from '@market/domain/codes'
import type { FormReader } from '../../lib/read-form.ts'

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

/** An offer: the whole of the terms and a word to the other side. */
export function readOffer(read: FormReader) {
  const terms = {
    ...readScope(read, 'terms.'),
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
