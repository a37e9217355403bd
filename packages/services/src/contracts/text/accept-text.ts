import { contractTextAcceptances } from '@market/database/schema'
import { refuse } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import type { ServiceContext } from '../../index.ts'
import { changeContract } from '../change-contract.ts'
import type { ContractRow } from '../contract-records.ts'
import { acceptedBy, latestText } from './text-records.ts'

export interface AcceptTextInput {
  id: string
  /** The hash of the version read: what is agreed to is words, not a number. */
  sha256: string
}

/**
 * The other side takes the version put forward last; the text is then agreed. Refuses with `contract.wrong_state`,
 * `contract_text.not_found`, `contract_text.changed_meanwhile`, `contract_text.stale` and `contract_text.already_accepted`.
 */
export const acceptText = (context: ServiceContext, { id, sha256 }: AcceptTextInput): Promise<ContractRow> =>
  changeContract(context, id, 'contract.accept_text', async ({ unit, actor, contract }) => {
    contractMachine.transition(contract.state, 'edit')
    const text = await latestText(unit.tx, id)
    if (!text) throw refuse('not-found', 'contract_text.not_found')
    const { version } = text
    if (text.sha256 !== sha256) throw refuse('conflict', 'contract_text.changed_meanwhile', { version })
    if (text.contractRevision !== contract.revision) throw refuse('conflict', 'contract_text.stale')
    const { organizationId, userId: by } = actor
    if ((await acceptedBy(unit.tx, text.id)).includes(organizationId)) {
      throw refuse('conflict', 'contract_text.already_accepted')
    }
    const acceptance = { textId: text.id, organizationId, acceptedBy: by, acceptedAt: unit.now }
    await unit.tx.insert(contractTextAcceptances).values(acceptance)
    const trail = { action: 'contract.text_agreed', details: { version, sha256 } } as const
    return { changes: {}, event: 'contract.text_agreed', trail }
  })
