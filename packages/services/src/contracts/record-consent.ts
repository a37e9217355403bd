import { contractConsents } from '@market/database/schema'
import { type CalendarDate, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import type { ConsentKind } from '@market/domain/codes'
import { contractMachine } from '@market/domain/contracts'
import type { ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import type { ContractRow } from './contract-records.ts'
import { readConsents } from './right-burdens.ts'

export interface RecordConsentInput {
  id: string
  rightId: string
  kind: ConsentKind
  /** Who consents, as the contract page names them. */
  party: string
  givenOn: CalendarDate
  /** Where it is written down. */
  reference: string
}

/**
 * The seller records that a co-owner or pledgee has agreed to this contract. Refuses with `contract.wrong_state` once the
 * text is settled, `contract.consent_not_needed`, `contract.consent_recorded` and `request.invalid` (a day to come).
 */
export const recordConsent = (context: ServiceContext, input: RecordConsentInput): Promise<ContractRow> => {
  const { id, ...consent } = input
  return changeContract(context, id, 'contract.record_consent', async ({ unit, actor, contract }) => {
    contractMachine.transition(contract.state, 'edit')
    const today = shanghaiDateOf(unit.now)
    if (consent.givenOn > today) {
      throw refuseFields('request.invalid', [{ path: 'givenOn', code: 'right_event.in_future' }])
    }
    const needed = (await readConsents(unit.tx, contract, today)).find(
      ({ rightId, kind, party }) =>
        rightId === consent.rightId && kind === consent.kind && party === consent.party,
    )
    if (!needed) throw refuse('conflict', 'contract.consent_not_needed')
    if (needed.given) throw refuse('conflict', 'contract.consent_recorded')
    await unit.tx
      .insert(contractConsents)
      .values({ ...consent, contractId: id, recordedBy: actor.userId, recordedAt: unit.now })
    const trail = { action: 'contract.consent', details: consent } as const
    return { changes: {}, event: 'contract.consent_recorded', trail }
  })
}
