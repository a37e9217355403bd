import { refusingOn } from '@market/database'
import { contractSignatures } from '@market/database/schema'
import { refuse } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import { authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type ContractChange, type ContractWork, changeContract } from './change-contract.ts'
import { closeTalks } from './close-talks.ts'
import { confirmationOf } from './confirmation-of.ts'
import { type ContractRow, type SignatureRow, signaturesOf, stakeholdersOf } from './contract-records.ts'
import { grantRefusals } from './grant-licences.ts'
import { keepSignedPages, type SignedPages, type SigningTools, takePages } from './keep-signed-pages.ts'
import { requireSignable } from './require-signable.ts'
import { requireUnburdened } from './right-burdens.ts'
import { findContract } from './text/get-text.ts'
import { type TextRow, textStanding } from './text/text-records.ts'

export interface SignTextInput {
  id: string
  /** The hash of the text read: what is signed is words. */
  sha256: string
}

/** Scans nobody confirmed are let go; a contract is not signed half on paper. */
const othersOf = async ({ unit, actor, contract }: ContractWork): Promise<SignatureRow | undefined> => {
  const confirmed = (await signaturesOf(unit.tx, contract.id)).filter((row) => row.confirmedAt !== null)
  if (confirmed.some((row) => row.organizationId === actor.organizationId)) {
    throw refuse('conflict', 'contract.already_confirmed')
  }
  if (confirmed.some(({ method }) => method === 'scan')) throw refuse('conflict', 'contract.signed_on_paper')
  await unit.tx
    .delete(contractSignatures)
    .where(and(eq(contractSignatures.contractId, contract.id), isNull(contractSignatures.confirmedAt)))
  return confirmed[0]
}

interface SignedText {
  text: TextRow
  pages: SignedPages | null
}

const decide = async (work: ContractWork, { text, pages }: SignedText): Promise<ContractChange> => {
  const { unit, actor, contract } = work
  const state = contractMachine.transition(contract.state, 'sign')
  await requireSignable(work, 'electronic')
  const first = await othersOf(work)
  const { organizationId, userId } = actor
  const signature = {
    contractId: contract.id,
    organizationId,
    ...(await takePages(unit, first, pages)),
    method: 'electronic' as const,
    textId: text.id,
    confirmationMethod: await confirmationOf(unit.tx, actor),
    attachedBy: userId,
    attachedAt: unit.now,
    confirmedBy: userId,
    confirmedAt: unit.now,
  }
  await unit.tx.insert(contractSignatures).values(signature)
  const details = { ...signature, textSha256: text.sha256 }
  const trail = { action: 'contract.sign_text', details } as const
  if (!first) return { changes: {}, event: 'contract.confirmed', trail }
  await requireUnburdened(work)
  return {
    changes: { state, signedAt: unit.now },
    event: 'contract.signed',
    trail,
    effect: () => closeTalks(work),
  }
}

/**
 * A signatory signs the agreed text here, having confirmed who they are; the second signature signs the contract and
 * grants its licences. Refuses as `signContract` does and with `contract.text_not_agreed`, `contract.not_your_turn`,
 * `contract_text.changed_meanwhile` and `contract.signed_on_paper`.
 */
export const signText = async (
  context: ServiceContext,
  tools: SigningTools,
  { id, sha256 }: SignTextInput,
): Promise<ContractRow> => {
  const actor = requireMember(context)
  const contract = await findContract(context, id)
  authorize(actor, 'contract.sign', relationsTo(actor, stakeholdersOf(contract)))
  contractMachine.transition(contract.state, 'sign')
  const standing = await textStanding(context.db, contract)
  if (standing === null) throw refuse('precondition', 'contract.text_not_agreed')
  const { text } = standing
  if (text.sha256 !== sha256) throw refuse('conflict', 'contract_text.changed_meanwhile')
  const signed = await context.db
    .select({ method: contractSignatures.method })
    .from(contractSignatures)
    .where(eq(contractSignatures.contractId, id))
  const begun = signed.some(({ method }) => method === 'electronic')
  // Printed before the transaction, which does nothing but write.
  const pages = begun
    ? null
    : await keepSignedPages(context, tools, { actor, title: contract.title, words: text })
  try {
    return await refusingOn(grantRefusals, () =>
      changeContract(context, id, 'contract.sign', (work) => decide(work, { text, pages })),
    )
  } catch (error) {
    await pages?.letGo()
    throw error
  }
}
