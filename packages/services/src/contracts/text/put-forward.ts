import { contractTextAcceptances, contractTexts } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { type Article, articlesProblems, type ClauseFacts } from '@market/domain/contracts'
import type { ServiceContext } from '../../index.ts'
import type { ContractChange, ContractWork } from '../change-contract.ts'
import { hashOf, type TextRow } from './text-records.ts'

export interface NewText {
  articles: Article[]
  note: string
  facts: ClauseFacts
  before: TextRow | undefined
}

/**
 * Keeps a new version; who writes it agrees to it. Refuses with `contract_text.invalid`, naming article and reason, and
 * with `contract_text.unchanged`.
 */
export const putForward = async (
  { ids }: ServiceContext,
  { unit, actor, contract }: ContractWork,
  { articles, note, facts, before }: NewText,
): Promise<ContractChange> => {
  const problems = articlesProblems(facts, articles)
  if (problems.length > 0) throw refuseFields('contract_text.invalid', problems)
  const sha256 = hashOf(contract, articles)
  if (before?.sha256 === sha256 && before.contractRevision === contract.revision) {
    throw refuse('conflict', 'contract_text.unchanged')
  }
  const { organizationId, userId } = actor
  const text = {
    id: ids.next(),
    contractId: contract.id,
    version: (before?.version ?? 0) + 1,
    organizationId,
    contractRevision: contract.revision,
    articles,
    note,
    sha256,
    createdBy: userId,
    createdAt: unit.now,
  }
  await unit.tx.insert(contractTexts).values(text)
  const acceptance = { textId: text.id, organizationId, acceptedBy: userId, acceptedAt: unit.now }
  await unit.tx.insert(contractTextAcceptances).values(acceptance)
  const details = { version: text.version, sha256, note }
  return {
    changes: {},
    event: 'contract.text_written',
    trail: { action: 'contract.text_version', details },
  }
}
