import { type Fen, type FieldProblem, parseYuanToFen } from '@market/domain'
import type { Problem } from './api/problem.ts'
import { textOf } from './form-text.ts'

/** Reads typed fields by their wire path and gathers what cannot be read, in the API's own words. */
export interface FormReader {
  text(path: string): string
  /** Empty counts as not given. */
  choice(path: string): string | null
  all(path: string): string[]
  checked(path: string): boolean
  /** Typed in yuan, carried in fen. */
  yuan(path: string): Fen | null
  number(path: string): number | null
  /** The numbers of the rows a form says it has. */
  rows(path: string): number[]
  problems: FieldProblem[]
}

/** More than any form has and the API takes: whoever says a thousand million has not typed them. */
const MOST_ROWS = 100

export function readForm(form: FormData): FormReader {
  const problems: FieldProblem[] = []
  const text = (path: string): string => textOf(form, path).trim()
  const choice = (path: string): string | null => text(path) || null
  return {
    problems,
    text,
    choice,
    all: (path) => form.getAll(path).filter((value) => typeof value === 'string'),
    checked: (path) => form.has(path),
    yuan: (path) => {
      const typed = choice(path)
      const fen = typed === null ? null : parseYuanToFen(typed)
      if (typed !== null && fen === null) problems.push({ path, code: 'money.not_an_amount' })
      return fen
    },
    number: (path) => {
      const typed = choice(path)
      const value = typed === null ? null : Number(typed)
      if (value === null || Number.isFinite(value)) return value
      problems.push({ path, code: 'field.invalid_format' })
      return null
    },
    rows: (path) => Array.from({ length: Math.min(Number(text(path)) || 0, MOST_ROWS) }, (_, index) => index),
  }
}

/** Problems found before the API was asked, as the API would have answered them. */
export function invalidForm(problems: readonly FieldProblem[]): Problem {
  return { status: 422, code: 'request.invalid', details: { problems: [...problems] } }
}

/** What was typed, to show again; files cannot be. */
export type TypedValues = Record<string, string>

export function typedValues(form: FormData): TypedValues {
  return Object.fromEntries(
    [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}
