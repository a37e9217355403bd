import type { FingerprintFacts } from '../fingerprint.ts'
import { fingerprint, LIKENESSES, likenessOf, normalizeTitle } from '../fingerprint.ts'
import { type ImportProblem, type ImportRow, importProblem, partyKeyOf } from './import-row.ts'

/** A row by its place in the file. */
export interface PlacedRow {
  row: number
  value: ImportRow
}

/** A row in the words of invariant 1, its parties by code or name. */
export const factsOfImport = (value: ImportRow): FingerprintFacts => ({
  sellerId: partyKeyOf(value.seller),
  buyerId: partyKeyOf(value.buyer),
  title: value.title,
  signedOn: value.signedOn,
  contractAmountFen: value.contractAmountFen,
})

/** Three of the four parts, each way: whoever shares one of these is alike in three. */
const nearKeys = (facts: FingerprintFacts): string[] => {
  const parts: Record<(typeof LIKENESSES)[number], string> = {
    parties: [facts.sellerId, facts.buyerId].sort().join('+'),
    title: normalizeTitle(facts.title),
    signedOn: facts.signedOn,
    contractAmountFen: String(facts.contractAmountFen),
  }
  return LIKENESSES.map((left) => LIKENESSES.map((part) => (part === left ? '' : parts[part])).join('|'))
}

/** Rows of one file that are the same contract (error), or nearly (warning), with the row they repeat. */
export const findRepeatedRows = (rows: readonly PlacedRow[]): { row: number; problem: ImportProblem }[] => {
  const numbers = new Map<string, number>()
  const contracts = new Map<string, number>()
  const near = new Map<string, PlacedRow>()
  return rows.flatMap((placed) => {
    const { row, value } = placed
    const facts = factsOfImport(value)
    const same = fingerprint(facts)
    const problems: ImportProblem[] = []
    const numbered = numbers.get(value.number)
    if (numbered !== undefined)
      problems.push(importProblem('number', 'import.number_twice', { row: numbered }))
    const repeated = contracts.get(same)
    if (repeated !== undefined) problems.push(importProblem(null, 'import.contract_twice', { row: repeated }))
    const keys = nearKeys(facts)
    const alike = repeated === undefined ? keys.map((key) => near.get(key)).find((found) => found) : undefined
    if (alike) {
      const parts = likenessOf(facts, factsOfImport(alike.value))
      problems.push(
        importProblem(null, 'import.nearly_the_same', { row: alike.row, alike: parts }, 'warning'),
      )
    }
    numbers.set(value.number, numbered ?? row)
    contracts.set(same, repeated ?? row)
    for (const key of keys) if (!near.has(key)) near.set(key, placed)
    return problems.map((problem) => ({ row, problem }))
  })
}
