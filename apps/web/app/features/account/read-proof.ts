import type { FieldProblem } from '@market/domain'
import { textOf } from '../../lib/form-text.ts'

/** The answer to a second step as the form carries it: a typed code, or what the browser's passkey said. */
export function readProof(form: FormData): Record<string, unknown> {
  const method = textOf(form, 'method')
  if (method !== 'passkey') return { method, code: textOf(form, 'code').trim() }
  return { method, challengeId: textOf(form, 'challengeId'), response: parsed(textOf(form, 'response')) }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** The API speaks of `proof.code`; the form knows it as `code`. */
export function atProofFields(problems: readonly FieldProblem[]): FieldProblem[] {
  return problems.map((problem) => ({ ...problem, path: problem.path.replace(/^proof\./, '') }))
}
