export type RefusalKind =
  | 'not-found'
  | 'forbidden'
  | 'unauthenticated'
  | 'conflict'
  | 'invalid'
  | 'limit'
  | 'precondition'

/** One thing wrong with one field of an input; `path` is dotted, `code` is translated by the reader. */
export interface FieldProblem {
  path: string
  code: string
  params?: Record<string, unknown>
}

/** A business answer of "no" with a stable code. It knows nothing of HTTP. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(kind: RefusalKind, code: string, details: Record<string, unknown> = {}) {
    super(code)
    this.name = 'Refusal'
    this.kind = kind
    this.code = code
    this.details = details
  }
}

/** Builds the refusal; the caller throws it, so that control flow stays visible to the compiler. */
export const refuse = (kind: RefusalKind, code: string, details: Record<string, unknown> = {}): Refusal =>
  new Refusal(kind, code, details)

/** An 'invalid' refusal that carries the problems field by field in `details.problems`. */
export const refuseFields = (code: string, problems: readonly FieldProblem[]): Refusal =>
  new Refusal('invalid', code, { problems: [...problems] })

export const isRefusal = (error: unknown): error is Refusal => error instanceof Refusal
