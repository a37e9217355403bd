import { refusingOn } from '@market/database'
import { contractAmendments } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import {
  type AmendedClause,
  type AmendmentDraft,
  type Article,
  amendmentArticles,
  amendmentMachine,
  amendmentProblems,
  amendmentTitle,
  realChanges,
} from '@market/domain/contracts'
import type { ServiceContext } from '../../index.ts'
import { type ContractChange, type ContractWork, changeContract } from '../change-contract.ts'
import { type ContractRow, rightsOf } from '../contract-records.ts'
import { readClauseFacts } from '../text/read-clause-facts.ts'
import { hashOf } from '../text/text-records.ts'
import { amendmentsOf, requireAmendable, signedDocumentOf, standingOf } from './amendment-records.ts'

export interface ProposeAmendmentInput extends Omit<AmendmentDraft, 'clauses'> {
  id: string
  clauses: AmendedClause[]
}

/** A clause that keeps its heading need not name it. */
const headed = (clause: AmendedClause, articles: readonly Article[] | null): AmendedClause => {
  const article = clause.article === null ? undefined : articles?.[clause.article - 1]
  if (clause.headingZh !== '' || !article) return clause
  return { ...clause, headingZh: article.headingZh, headingEn: article.headingEn }
}

const openAlready = (details: Record<string, unknown> = {}) =>
  refuse('conflict', 'amendment.open_already', details)

const decide = async (
  { ids }: ServiceContext,
  { unit, actor, contract }: ContractWork,
  input: Omit<ProposeAmendmentInput, 'id'>,
): Promise<ContractChange> => {
  const { tx } = unit
  requireAmendable(contract)
  const earlier = await amendmentsOf(tx, contract.id)
  const open = earlier.find(({ state }) => !amendmentMachine.isFinal(state))
  if (open) throw openAlready({ number: open.number })
  const signed = await signedDocumentOf(tx, contract.id)
  const standing = standingOf(contract, earlier)
  const figures = realChanges(standing, input)
  const clauses = input.clauses.map((clause) => headed(clause, signed.articles))
  const draft: AmendmentDraft = { title: input.title, effectiveOn: input.effectiveOn, ...figures, clauses }
  const problems = amendmentProblems(draft, {
    signedOn: contract.signedOn,
    transferMode: contract.terms.transferMode,
    rights: await rightsOf(tx, contract.listingId),
    standing,
    articles: signed.articles?.length ?? null,
  })
  if (problems.length > 0) throw refuseFields('amendment.invalid', problems)
  const facts = await readClauseFacts(tx, contract)
  const articles = amendmentArticles(draft, {
    ...facts,
    contractTitle: contract.title,
    signedSha256: signed.sha256,
    standing,
  })
  const number = earlier.length + 1
  const id = ids.next()
  const words = { id, title: amendmentTitle(contract.title, number) }
  const amendment = {
    ...draft,
    id,
    contractId: contract.id,
    number,
    state: 'proposed' as const,
    clauses,
    articles,
    sha256: hashOf(words, articles),
    contractAmountBeforeFen: standing.contractAmountFen,
    technologyAmountBeforeFen: standing.technologyAmountFen,
    endedBefore: standing.endsOn,
    organizationId: actor.organizationId,
    proposedBy: actor.userId,
    proposedAt: unit.now,
  }
  await tx.insert(contractAmendments).values(amendment)
  const { articles: _, ...details } = amendment
  return {
    changes: {},
    event: 'contract.amendment_proposed',
    trail: { action: 'contract.propose_amendment', details },
    payload: { number },
  }
}

/**
 * A side proposes to amend the signed contract: clauses it replaces, adds or removes, a new amount in fen, a new end
 * (Shanghai date). It binds nobody until both have signed (Civil Code arts. 543, 490). Refuses with `contract.wrong_state`,
 * `amendment.open_already` (one at a time) and `amendment.invalid`, naming the fields.
 */
export const proposeAmendment = (
  context: ServiceContext,
  { id, ...input }: ProposeAmendmentInput,
): Promise<ContractRow> =>
  refusingOn({ contract_amendments_open_once: () => openAlready() }, () =>
    changeContract(context, id, 'contract.propose_amendment', (work) => decide(context, work, input)),
  )
