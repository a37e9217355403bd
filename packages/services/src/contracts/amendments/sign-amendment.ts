import { refusingOn } from '@market/database'
import { contractAmendmentSignatures } from '@market/database/schema'
import { Refusal, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import {
  amendmentMachine,
  type ContractStanding,
  licenceEndProblems,
  type SigningSide,
  signingBars,
} from '@market/domain/contracts'
import { authorize, relationsTo } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type ContractChange, type ContractWork, changeContract } from '../change-contract.ts'
import { confirmationOf } from '../confirmation-of.ts'
import { type ContractRow, rightsOf, stakeholdersOf } from '../contract-records.ts'
import { grantRefusals } from '../grant-licences.ts'
import { keepSignedPages, type SignedPages, type SigningTools, takePages } from '../keep-signed-pages.ts'
import { findContract } from '../text/get-text.ts'
import type { PrintableText } from '../text/text-document.ts'
import {
  type AmendmentRow,
  type AmendmentSignatureRow,
  amendmentSignaturesOf,
  findAmendment,
  printableAmendment,
  requireAmendable,
} from './amendment-records.ts'
import { carryLicences } from './carry-licences.ts'
import { type AmendmentInput, moveAmendment } from './settle-amendment.ts'

export interface SignAmendmentInput extends AmendmentInput {
  /** The hash of the amendment read: what is signed is words. */
  sha256: string
}

/** What keeps a side from signing now; the order is the contract's own. Null: nothing. */
export const amendmentBar = (
  contract: ContractRow,
  signatures: readonly Pick<AmendmentSignatureRow, 'organizationId'>[],
  organizationId: string,
  now: Date,
) => {
  const sideOf = (id: string): SigningSide => (id === contract.sellerId ? 'seller' : 'buyer')
  const [bar] = signingBars({
    today: shanghaiDateOf(now),
    signedOn: contract.signedOn,
    method: 'electronic',
    order: contract.signingOrder,
    side: sideOf(organizationId),
    signed: signatures.map((signature) => sideOf(signature.organizationId)),
    textAgreed: true,
  })
  return bar ?? null
}

const standingBefore = (amendment: AmendmentRow): ContractStanding => ({
  contractAmountFen: amendment.contractAmountBeforeFen,
  technologyAmountFen: amendment.technologyAmountBeforeFen,
  endsOn: amendment.endedBefore,
})

/** What was in order when it was proposed may not be any more. */
const requireStillInOrder = async ({ unit, contract }: ContractWork, { endsOn }: AmendmentRow) => {
  const rights = await rightsOf(unit.tx, contract.listingId)
  const problems = licenceEndProblems(contract.terms.transferMode, endsOn, rights)
  if (problems.length > 0) throw refuseFields('amendment.invalid', problems)
}

const decide = async (
  work: ContractWork,
  { number, sha256 }: SignAmendmentInput,
  pages: SignedPages | null,
): Promise<ContractChange> => {
  const { unit, actor, contract } = work
  requireAmendable(contract)
  const amendment = await findAmendment(unit.tx, contract.id, number)
  const signatures = await amendmentSignaturesOf(unit.tx, amendment.id)
  const [first] = signatures
  if (first?.organizationId === actor.organizationId) throw refuse('conflict', 'amendment.already_signed')
  const state = amendmentMachine.transition(amendment.state, first ? 'sign_last' : 'sign_first')
  if (amendment.sha256 !== sha256) throw refuse('conflict', 'amendment.changed_meanwhile')
  const bar = amendmentBar(contract, signatures, actor.organizationId, unit.now)
  if (bar) throw new Refusal(bar.kind, bar.code, bar.details)
  await requireStillInOrder(work, amendment)
  const { organizationId, userId } = actor
  const signature = {
    amendmentId: amendment.id,
    organizationId,
    ...(await takePages(unit, first, pages)),
    confirmationMethod: await confirmationOf(unit.tx, actor),
    signedBy: userId,
    signedAt: unit.now,
  }
  await unit.tx.insert(contractAmendmentSignatures).values(signature)
  const last = state === 'in_force'
  await moveAmendment(work, amendment, { state, settledAt: last ? unit.now : null })
  return {
    changes: {},
    event: last ? 'contract.amendment_in_force' : 'contract.amendment_signed',
    trail: {
      action: 'contract.sign_amendment',
      details: { ...signature, number, amendmentSha256: sha256, state },
    },
    payload: { number },
    effect: async () => {
      if (last) await carryLicences(work, standingBefore(amendment).endsOn, amendment.endsOn)
    },
  }
}

/**
 * A signatory signs an amendment here, having confirmed who they are, in the order agreed for the contract; the second
 * signature brings it in force and carries the contract's licences to a new end. Refuses with `contract.wrong_state`,
 * `amendment.not_found`, `amendment.wrong_state`, `amendment.already_signed`, `amendment.changed_meanwhile` (other words
 * than those read), `contract.not_your_turn`, `amendment.invalid` and `contract.right_taken`.
 */
export const signAmendment = async (
  context: ServiceContext,
  tools: SigningTools<PrintableText>,
  input: SignAmendmentInput,
): Promise<ContractRow> => {
  const actor = requireMember(context)
  const contract = await findContract(context, input.id)
  authorize(actor, 'contract.sign_amendment', relationsTo(actor, stakeholdersOf(contract)))
  const amendment = await findAmendment(context.db, contract.id, input.number)
  // Printed before the transaction, which does nothing but write; the last signature stands on the pages of the first.
  const words = await printableAmendment(context.db, contract, amendment)
  const pages =
    amendment.state === 'proposed'
      ? await keepSignedPages(context, tools, { actor, title: words.title, words })
      : null
  try {
    return await refusingOn(grantRefusals, () =>
      changeContract(context, contract.id, 'contract.sign_amendment', (work) => decide(work, input, pages)),
    )
  } catch (error) {
    await pages?.letGo()
    throw error
  }
}
