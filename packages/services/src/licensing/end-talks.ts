import type { Transaction, UnitOfWork } from '@market/database'
import { contracts, requests } from '@market/database/schema'
import { and, eq, inArray, or } from 'drizzle-orm'
import { endNegotiation } from '../listings/index.ts'
import type { RequestRow } from './request-records.ts'

/** Whether anybody still talks about the listing: in negotiation, or over a contract not yet signed. */
const anyTalks = async (tx: Transaction, listingId: string): Promise<boolean> => {
  const [row] = await tx
    .select({ id: requests.id })
    .from(requests)
    .leftJoin(contracts, eq(contracts.requestId, requests.id))
    .where(
      and(
        eq(requests.listingId, listingId),
        or(
          inArray(requests.state, ['accepted', 'negotiating', 'agreed']),
          and(eq(requests.state, 'contracted'), inArray(contracts.state, ['draft', 'ready'])),
        ),
      ),
    )
    .limit(1)
  return row !== undefined
}

/** Puts the listing back on offer once nobody talks about it any more. */
export const endTalks = async (
  unit: UnitOfWork,
  { listingId, state }: Pick<RequestRow, 'listingId' | 'state'>,
): Promise<void> => {
  if (state === 'submitted' || listingId === null) return
  await endNegotiation(unit, listingId, () => anyTalks(unit.tx, listingId))
}
