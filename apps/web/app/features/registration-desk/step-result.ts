import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'

/** A step that was refused: which one, why, and what had been typed. */
export interface StepResult {
  intent: string
  problem: Problem
  typed: TypedValues
}

export const problemIn = (result: StepResult | undefined, ...intents: string[]): Problem | undefined =>
  result !== undefined && intents.includes(result.intent) ? result.problem : undefined

export const typedIn = (result: StepResult | undefined, ...intents: string[]): TypedValues | undefined =>
  result !== undefined && intents.includes(result.intent) ? result.typed : undefined
