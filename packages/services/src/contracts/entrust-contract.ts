import type { Transaction } from '@market/database'
import { organizations, registrations } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import type { ContractState } from '@market/domain/contracts'
import { and, eq, ne } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { changeContract } from './change-contract.ts'
import type { ContractRow } from './contract-records.ts'

export interface EntrustContractInput {
  id: string
  agencyId: string
}

export const ENTRUSTABLE_STATES: readonly ContractState[] = [
  'draft',
  'ready',
  'signed',
  'in_force',
  'performed',
]

const requireAgency = async (tx: Transaction, id: string): Promise<void> => {
  const [agency] = await tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(
      and(eq(organizations.id, id), eq(organizations.kind, 'agency'), eq(organizations.state, 'verified')),
    )
  if (agency) return
  throw refuseFields('request.invalid', [{ path: 'agencyId', code: 'contract.agency_not_verified' }])
}

const requireUnfiled = async (tx: Transaction, contractId: string): Promise<void> => {
  const [filed] = await tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.contractId, contractId), ne(registrations.state, 'refused')))
  if (filed) throw refuse('conflict', 'contract.already_filed')
}

/**
 * The seller lets a verified transfer agency see the contract and file it. Refuses with `contract.wrong_state`,
 * `contract.already_filed` and `request.invalid` (no verified agency).
 */
export const entrustContract = (
  context: ServiceContext,
  { id, agencyId }: EntrustContractInput,
): Promise<ContractRow> =>
  changeContract(context, id, 'contract.entrust', async ({ unit, contract: { state } }) => {
    if (!ENTRUSTABLE_STATES.includes(state)) {
      throw refuse('conflict', 'contract.wrong_state', { state, allowed: ENTRUSTABLE_STATES })
    }
    await requireAgency(unit.tx, agencyId)
    await requireUnfiled(unit.tx, id)
    return { changes: { agencyId }, event: 'contract.entrusted' }
  })
