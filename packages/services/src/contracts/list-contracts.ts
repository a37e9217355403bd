import { contracts } from '@market/database/schema'
import type { ContractState } from '@market/domain/contracts'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import { seenBy } from './contract-records.ts'
import { type ContractSummaryRecord, selectContracts, waitingFor } from './select-contracts.ts'

export type ContractSide = 'seller' | 'buyer' | 'agency'

export interface ListContractsInput {
  /** The side the actor's organization stands on; left out: any. */
  role?: ContractSide | undefined
  state?: ContractState | undefined
  waiting?: 'me' | undefined
  cursor?: string | undefined
  limit: number
}

const COLUMN_OF = { seller: contracts.sellerId, buyer: contracts.buyerId, agency: contracts.agencyId }

const after = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  return or(lt(contracts.updatedAt, at), and(eq(contracts.updatedAt, at), lt(contracts.id, id)))
}

/** The contracts the actor's organization may see, the one that moved last first. */
export const listContracts = async (
  context: ServiceContext,
  { role, state, waiting, cursor, limit }: ListContractsInput,
): Promise<Page<ContractSummaryRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'contract.list')
  const { organizationId } = actor
  const rows = await selectContracts(context.db, organizationId)
    .where(
      and(
        role ? eq(COLUMN_OF[role], organizationId) : seenBy(organizationId),
        state ? eq(contracts.state, state) : undefined,
        waiting ? waitingFor(organizationId) : undefined,
        after(cursor),
      ),
    )
    .orderBy(desc(contracts.updatedAt), desc(contracts.id))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ contract }) => [contract.updatedAt.toISOString(), contract.id])
}
