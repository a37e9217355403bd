import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'

/** A step that was refused: which one, on what, why, and what had been typed. */
export interface PaymentResult {
  problem: Problem
  typed: TypedValues
}

/** The refusal of this step on this record, if that is what came back. */
export const resultOf = (
  result: PaymentResult | undefined,
  intent: string,
  id?: string,
): PaymentResult | undefined => {
  if (result?.typed.intent !== intent) return undefined
  const { dueId, paymentId } = result.typed
  return id === undefined || id === dueId || id === paymentId ? result : undefined
}
