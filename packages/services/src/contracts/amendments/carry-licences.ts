import { licenceGrants } from '@market/database/schema'
import { addDays, type CalendarDate } from '@market/domain'
import { and, eq, sql } from 'drizzle-orm'
import type { ContractWork } from '../change-contract.ts'
import { grantLicences } from '../grant-licences.ts'

/** Licences that would run beyond the new end stop there. */
const shorten = async ({ unit, contract }: ContractWork, endsOn: CalendarDate): Promise<void> => {
  const { ended, ends } = { ended: licenceGrants.endedOn, ends: licenceGrants.endsOn }
  await unit.tx
    .update(licenceGrants)
    .set({ endedOn: endsOn })
    .where(
      and(
        eq(licenceGrants.contractId, contract.id),
        sql`coalesce(least(${ended}, ${ends}), 'infinity'::date) > ${endsOn}::date`,
      ),
    )
}

/**
 * Carries the contract's licences to a new end. A longer term is a further licence that follows the first, so that nobody
 * else's stands in its way. Refuses with `contract.right_taken`.
 */
export const carryLicences = async (
  work: ContractWork,
  before: CalendarDate | null,
  endsOn: CalendarDate | null,
): Promise<void> => {
  if (endsOn === null || endsOn === before) return
  if (before === null || endsOn < before) return shorten(work, endsOn)
  const { contract } = work
  await grantLicences({ ...work, contract: { ...contract, effectiveOn: addDays(before, 1), endsOn } })
}
