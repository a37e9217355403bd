import type { RightKind } from '../codes/index.ts'
import { hasPatentNumber } from '../listings/index.ts'

/**
 * What a licence is granted of, whoever has a record of it: an application and the patent it becomes share one number,
 * and so do the records of two co-owners. The database computes the same text (rights.subject).
 */
export const subjectOfRight = (right: { id: string; kind: RightKind; number: string | null }): string => {
  if (right.number === null) return `right:${right.id}`
  return `${hasPatentNumber(right.kind) ? 'patent' : right.kind}:${right.number}`
}
