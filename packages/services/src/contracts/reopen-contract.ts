import { contractSignatures } from '@market/database/schema'
import { refuse } from '@market/domain'
import { contractMachine } from '@market/domain/contracts'
import { eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import { type ContractRow, signaturesOf } from './contract-records.ts'

/**
 * Back to the draft; files attached to the settled text are let go. Refuses with `contract.already_confirmed`
 * once a side has confirmed its signature.
 */
export const reopenContract = (context: ServiceContext, id: string): Promise<ContractRow> =>
  changeContract(context, id, 'contract.reopen', async ({ unit, contract }) => {
    const state = contractMachine.transition(contract.state, 'reopen')
    const signatures = await signaturesOf(unit.tx, id)
    if (signatures.some(({ confirmedAt }) => confirmedAt !== null)) {
      throw refuse('conflict', 'contract.already_confirmed')
    }
    await unit.tx.delete(contractSignatures).where(eq(contractSignatures.contractId, id))
    return { changes: { state }, event: 'contract.reopened' }
  })
