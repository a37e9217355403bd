import type { Transaction } from '@market/database'
import { rightOwners } from '@market/database/schema'
import { refuseFields } from '@market/domain'
import { type OwnerPart, ownerProblems } from '@market/domain/rights'
import { eq } from 'drizzle-orm'
import { organizationsNamed } from '../listings/index.ts'

/** Refuses with `request.invalid`: no owner, one named twice, shares that leave somebody out or make no whole. */
export const requireOwners = (owners: readonly OwnerPart[]): void => {
  const problems = ownerProblems(owners)
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
}

/** Replaces the owners of a right; the database checks the sum of the shares once more, at the commit. */
export const writeOwners = async (
  tx: Transaction,
  rightId: string,
  owners: readonly OwnerPart[],
): Promise<void> => {
  const known = await organizationsNamed(
    tx,
    owners.map(({ name }) => name),
  )
  await tx.delete(rightOwners).where(eq(rightOwners.rightId, rightId))
  if (owners.length === 0) return
  await tx.insert(rightOwners).values(
    owners.map(({ name, share }, position) => ({
      rightId,
      position,
      name,
      organizationId: known.get(name) ?? null,
      shareNumerator: share?.numerator ?? null,
      shareDenominator: share?.denominator ?? null,
    })),
  )
}
