import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'

/** A step that was refused: why, and what had been typed. */
export interface NoticeResult {
  problem: Problem
  typed: TypedValues
}
