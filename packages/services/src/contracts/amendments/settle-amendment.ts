import { contractAmendments } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { amendmentMachine } from '@market/domain/contracts'
import { and, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { type ContractWork, changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'
import { type AmendmentRow, amendmentSignaturesOf, findAmendment } from './amendment-records.ts'

export interface AmendmentInput {
  id: string
  number: number
}

export interface DeclineAmendmentInput extends AmendmentInput {
  reason: string
}

/** Moves an amendment on, if nobody did meanwhile. Refuses with `amendment.changed_meanwhile`. */
export const moveAmendment = async (
  { unit }: ContractWork,
  { id, state }: AmendmentRow,
  changes: Partial<AmendmentRow>,
): Promise<void> => {
  const [moved] = await unit.tx
    .update(contractAmendments)
    .set(changes)
    .where(and(eq(contractAmendments.id, id), eq(contractAmendments.state, state)))
    .returning({ id: contractAmendments.id })
  if (!moved) throw refuse('conflict', 'amendment.changed_meanwhile')
}

/**
 * The side that proposed an amendment takes it back while it is not signed by both. Refuses with `amendment.not_found`,
 * `amendment.wrong_state` and `amendment.not_proposer`.
 */
export const withdrawAmendment = (
  context: ServiceContext,
  { id, number }: AmendmentInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.withdraw_amendment', async (work) => {
    const { unit, actor } = work
    const amendment = await findAmendment(unit.tx, id, number)
    if (amendment.organizationId !== actor.organizationId) {
      throw refuse('forbidden', 'amendment.not_proposer')
    }
    const state = amendmentMachine.transition(amendment.state, 'withdraw')
    await moveAmendment(work, amendment, { state, settledAt: unit.now })
    return {
      changes: {},
      event: 'contract.amendment_withdrawn',
      trail: { action: 'contract.withdraw_amendment', details: { number } },
      payload: { number },
    }
  })

/**
 * The other side declines an amendment it has not signed, saying why. Refuses with `amendment.not_found`,
 * `amendment.wrong_state`, `amendment.own_proposal`, `amendment.already_signed` and `request.invalid` without a reason.
 */
export const declineAmendment = (
  context: ServiceContext,
  { id, number, reason }: DeclineAmendmentInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.decline_amendment', async (work) => {
    const { unit, actor } = work
    const amendment = await findAmendment(unit.tx, id, number)
    if (amendment.organizationId === actor.organizationId) {
      throw refuse('forbidden', 'amendment.own_proposal')
    }
    const state = amendmentMachine.transition(amendment.state, 'decline')
    const signed = await amendmentSignaturesOf(unit.tx, amendment.id)
    if (signed.some(({ organizationId }) => organizationId === actor.organizationId)) {
      throw refuse('conflict', 'amendment.already_signed')
    }
    const words = reason.trim()
    if (words === '') throw refuseFields('request.invalid', [{ path: 'reason', code: 'field.required' }])
    await moveAmendment(work, amendment, { state, reason: words, settledAt: unit.now })
    return {
      changes: {},
      event: 'contract.amendment_declined',
      trail: { action: 'contract.decline_amendment', details: { number, reason: words } },
      payload: { number },
    }
  })
