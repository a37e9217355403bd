import type { ListingImportProblemCode } from './problems.ts'

// What a spreadsheet shows, and saves, where a formula has no result.
const FAILED = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/i

/** What we read where a program wrote a formula and nobody has had it worked out since. */
const UNSAVED = '#FORMULA! '
export const unsavedFormula = (formula: string): string =>
  `${UNSAVED}=${formula.replaceAll(/\s+/g, ' ') || '…'}`

/** Why a cell of a formula holds no value, and what stands there; null for any other cell. */
export const formulaFault = (text: string): { code: ListingImportProblemCode; found: string } | null => {
  if (text.startsWith(UNSAVED)) return { code: 'cell.formula_unsaved', found: text.slice(UNSAVED.length) }
  return FAILED.test(text) ? { code: 'cell.formula_error', found: text } : null
}
