import { contractMachine, generateArticles, regenerateArticles } from '@market/domain/contracts'
import type { ServiceContext } from '../../index.ts'
import { changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'
import { putForward } from './put-forward.ts'
import { readClauseFacts } from './read-clause-facts.ts'
import { latestText, requireLatest, type TextRow } from './text-records.ts'

export interface GenerateTextInput {
  id: string
  /** The version read; null where there is none yet. */
  base: number | null
}

/** Clauses the parties had and left out before stay out. */
const leftOut = (before: TextRow, all: readonly (string | null)[]): string[] => {
  const there = new Set(before.articles.map(({ clauseId }) => clauseId))
  return all.filter((id): id is string => id !== null && !there.has(id))
}

/**
 * Writes the text out of what the contract states now; the parties' own words stay. Refuses with `contract.wrong_state`,
 * `contract_text.changed_meanwhile` and `contract_text.unchanged`.
 */
export const generateText = (
  context: ServiceContext,
  { id, base }: GenerateTextInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.write_text', async (work) => {
    const { unit, contract } = work
    contractMachine.transition(contract.state, 'edit')
    const before = await latestText(unit.tx, id)
    requireLatest(before, base)
    const facts = await readClauseFacts(unit.tx, contract)
    const fresh = generateArticles(facts)
    const off = before
      ? leftOut(
          before,
          fresh.map(({ clauseId }) => clauseId),
        )
      : []
    const articles = before ? regenerateArticles(facts, before.articles, off) : fresh
    return putForward(context, work, { articles, note: '', facts, before })
  })
