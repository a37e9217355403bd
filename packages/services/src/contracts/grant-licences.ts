import type { Transaction } from '@market/database'
import { licenceGrants, listingRights, rights } from '@market/database/schema'
import { refuse } from '@market/domain'
import { closesRight, coverageOf, licenceKindOf, spansOf } from '@market/domain/licensing'
import { asc, eq, sql } from 'drizzle-orm'
import { systemIds } from '../index.ts'
import type { ContractWork } from './change-contract.ts'

interface Licensed {
  subject: string
  rightId: string | null
  listingId: string | null
}

/** In one order for everybody. The listing itself stands for know-how that no right names. */
const subjectsOf = async (tx: Transaction, listingId: string): Promise<Licensed[]> => {
  const rows = await tx
    .selectDistinctOn([rights.subject], { subject: rights.subject, rightId: rights.id })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(rights.subject), asc(rights.id))
  return [
    { subject: `listing:${listingId}`, rightId: null, listingId },
    ...rows.map((row) => ({ ...row, listingId: null })),
  ]
}

const taken = (details: Record<string, unknown> = {}) => refuse('conflict', 'contract.right_taken', details)

/** The constraint's word for whoever came second. */
export const grantRefusals = { licence_grants_one_lane: () => taken() }

type NewGrant = typeof licenceGrants.$inferInsert

/** The grant in the way, to be named; that none is granted beside it is the constraint's business. */
const findInTheWay = async (tx: Transaction, grant: NewGrant) => {
  const [other] = await tx
    .select({ kind: licenceGrants.kind, endsOn: licenceGrants.endsOn })
    .from(licenceGrants)
    .where(
      sql`${licenceGrants.subject} = ${grant.subject} and not ${licenceGrants.contested}
        and (${licenceGrants.kind} in ('exclusive', 'sole') or ${closesRight(grant.kind)})
        and ${licenceGrants.period} && daterange(${grant.startsOn}::date, ${grant.endsOn ?? null}::date, '[]')
        and ${licenceGrants.territory} && ${sql.param(grant.territory, licenceGrants.territory)}::int4multirange
        and ${licenceGrants.field} && ${sql.param(grant.field, licenceGrants.field)}::int4multirange`,
    )
    .limit(1)
  return other
}

/**
 * Enters the licences a contract grants, one per right (invariant 4). Those who grant the same right at once wait in line
 * here, so that the loser can be told who was first; the exclusion constraint is what keeps the second licence out.
 * Refuses with `contract.right_taken`.
 */
export const grantLicences = async ({ unit, contract }: ContractWork): Promise<void> => {
  const { tx, now } = unit
  const { terms, effectiveOn, endsOn } = contract
  const kind = licenceKindOf(terms.transferMode)
  if (kind === null || effectiveOn === null || contract.listingId === null) return
  const coverage = coverageOf(terms)
  for (const licensed of await subjectsOf(tx, contract.listingId)) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${licensed.subject}, 0))`)
    const grant: NewGrant = {
      ...licensed,
      id: systemIds.next(),
      kind,
      grantorId: contract.sellerId,
      granteeId: contract.buyerId,
      contractId: contract.id,
      territoryWords: terms.territory,
      fieldWords: terms.fieldOfUse,
      territoryCodes: [...coverage.territories],
      fieldCodes: [...coverage.fields],
      ...spansOf(coverage),
      startsOn: effectiveOn,
      endsOn,
      createdAt: now,
    }
    const other = await findInTheWay(tx, grant)
    if (other) throw taken({ kind: other.kind, until: other.endsOn })
    await tx.insert(licenceGrants).values(grant)
  }
}
