import { refusingOn } from '@market/database'
import { contractSignatures } from '@market/database/schema'
import { refuse } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import { and, eq, isNull } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { type ContractWork, changeContract } from './change-contract.ts'
import { closeTalks } from './close-talks.ts'
import { type ContractRow, type SignatureRow, signaturesOf } from './contract-records.ts'
import { grantRefusals } from './grant-licences.ts'
import { requireSignable } from './require-signable.ts'
import { requireUnburdened } from './right-burdens.ts'

interface BothSignatures {
  mine: SignatureRow
  theirs: SignatureRow
}

const requireSameFile = async ({ unit, actor, contract }: ContractWork): Promise<BothSignatures> => {
  const signatures = await signaturesOf(unit.tx, contract.id)
  const mine = signatures.find(({ organizationId }) => organizationId === actor.organizationId)
  const theirs = signatures.find(({ organizationId }) => organizationId !== actor.organizationId)
  if (!mine || !theirs)
    throw refuse('precondition', 'contract.files_missing', { attached: signatures.length })
  if (mine.confirmedAt) throw refuse('conflict', 'contract.already_confirmed')
  if (mine.sha256 !== theirs.sha256) throw refuse('conflict', 'contract.files_differ')
  return { mine, theirs }
}

const confirm = async ({ unit, actor }: ContractWork, mine: SignatureRow): Promise<void> => {
  const [confirmed] = await unit.tx
    .update(contractSignatures)
    .set({ confirmedBy: actor.userId, confirmedAt: unit.now })
    .where(
      and(
        eq(contractSignatures.contractId, mine.contractId),
        eq(contractSignatures.organizationId, mine.organizationId),
        isNull(contractSignatures.confirmedAt),
      ),
    )
    .returning()
  if (!confirmed) throw refuse('conflict', 'contract.already_confirmed')
}

/**
 * A signatory confirms that the attached file is the signed contract; the second confirmation signs it and grants its
 * licences. Refuses with `contract.wrong_state`, `contract.signing_date_in_future`,
 * `contract.notice_missing` and its like (domain: signing-bars), `contract.text_not_agreed`, `contract.files_missing`,
 * `contract.files_differ`, `contract.already_confirmed`, `contract.not_ready` (a right that was lost or burdened
 * meanwhile), `contract.right_taken` and `listing.already_transferred`.
 */
export const signContract = (context: ServiceContext, id: string): Promise<ContractRow> =>
  refusingOn(grantRefusals, () =>
    changeContract(context, id, 'contract.sign', async (work) => {
      const state = contractMachine.transition(work.contract.state, 'sign')
      await requireSignable(work, 'scan')
      const { mine, theirs } = await requireSameFile(work)
      await confirm(work, mine)
      if (!theirs.confirmedAt) return { changes: {}, event: 'contract.confirmed' }
      await requireUnburdened(work)
      return {
        changes: { state, signedAt: work.unit.now },
        event: 'contract.signed',
        effect: () => closeTalks(work),
      }
    }),
  )
