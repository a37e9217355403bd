import { contracts, listingRights, rights } from '@market/database/schema'
import { refuse } from '@market/domain'
import { licencesCollide } from '@market/domain/licensing'
import { and, asc, eq, exists, inArray, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ContractWork } from './change-contract.ts'

/** Two listings may offer one right: whoever grants it waits here for whoever was granting it. */
const holdRights = async ({ unit: { tx }, contract }: ContractWork) => {
  const offered = tx
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, contract.listingId))
  await tx
    .select({ id: rights.id })
    .from(rights)
    .where(inArray(rights.id, offered))
    .orderBy(asc(rights.id))
    .for('update')
}

/** Know-how has no registered right; there the listing itself says what is licensed. */
const findGrants = ({ unit: { tx }, contract }: ContractWork) => {
  const other = alias(listingRights, 'other')
  const sharedRight = tx
    .select({ id: other.rightId })
    .from(other)
    .innerJoin(listingRights, eq(listingRights.rightId, other.rightId))
    .where(and(eq(other.listingId, contracts.listingId), eq(listingRights.listingId, contract.listingId)))
  return tx
    .select()
    .from(contracts)
    .where(
      and(
        ne(contracts.id, contract.id),
        inArray(contracts.state, ['signed', 'in_force']),
        or(eq(contracts.listingId, contract.listingId), exists(sharedRight)),
      ),
    )
}

/**
 * An exclusive or sole licence leaves no room for another of the same right, time, territory and field (invariant 4).
 * Call it under the listing's lock. Refuses with `contract.right_taken` and the last day it is taken.
 */
export const requireFreeRights = async (work: ContractWork): Promise<void> => {
  await holdRights(work)
  const taken = (await findGrants(work)).find((grant) => licencesCollide(work.contract, grant))
  if (taken) throw refuse('conflict', 'contract.right_taken', { until: taken.endsOn })
}
