import type { Transaction } from '@market/database'
import { contractConsents, listingRights, organizations } from '@market/database/schema'
import { type CalendarDate, type FieldProblem, refuseFields, shanghaiDateOf } from '@market/domain'
import { closesRight, licenceKindOf } from '@market/domain/licensing'
import { disposesOfRight, type NeededConsent, neededConsents } from '@market/domain/rights'
import { asc, eq } from 'drizzle-orm'
import { type Reader, type RightDossier, readDossiers } from '../rights/index.ts'
import type { ContractWork } from './change-contract.ts'
import type { ContractRow } from './contract-records.ts'

export interface ConsentRecord extends NeededConsent {
  right: RightDossier['right']
  given: typeof contractConsents.$inferSelect | null
}

const sellerOf = async (db: Reader, { sellerId }: ContractRow) => {
  const [seller] = await db.select().from(organizations).where(eq(organizations.id, sellerId))
  return {
    organizationId: sellerId,
    names: seller ? [seller.nameZh, seller.nameEn].filter((name) => name !== '') : [],
  }
}

const dossiersOf = async (db: Reader, { listingId }: ContractRow, today: CalendarDate) => {
  if (listingId === null) return []
  const rows = await db
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  return readDossiers(
    db,
    rows.map(({ id }) => id),
    today,
  )
}

const consentsFor = async (
  db: Reader,
  contract: ContractRow,
  dossiers: readonly RightDossier[],
): Promise<ConsentRecord[]> => {
  const given = await db.select().from(contractConsents).where(eq(contractConsents.contractId, contract.id))
  const burdened = dossiers.map(({ right, owners, standing }) => ({
    id: right.id,
    owners,
    pledgees: standing.pledges.map(({ party }) => party),
  }))
  const needed = neededConsents(contract.terms.transferMode, burdened, await sellerOf(db, contract))
  return needed.flatMap((need) => {
    const right = dossiers.find((dossier) => dossier.right.id === need.rightId)?.right
    const { rightId, kind, party } = need
    const found = given.find((one) => one.rightId === rightId && one.kind === kind && one.party === party)
    return right ? [{ ...need, right, given: found ?? null }] : []
  })
}

/** Whose agreement the contract needs, and whether the seller has recorded it. */
export const readConsents = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<ConsentRecord[]> => consentsFor(db, contract, await dossiersOf(db, contract, today))

const standingProblems = (contract: ContractRow, { right, standing }: RightDossier): FieldProblem[] => {
  const name = right.number ?? right.title
  const kind = licenceKindOf(contract.terms.transferMode)
  const problems: FieldProblem[] = []
  if (standing.ending) {
    const params = { right: name, reason: standing.ending.reason }
    problems.push({ path: 'rights', code: 'contract.right_not_in_force', params })
  }
  if (standing.preservations.length > 0) {
    problems.push({ path: 'rights', code: 'contract.right_preserved', params: { right: name } })
  }
  if (standing.openLicence && kind !== null && closesRight(kind)) {
    problems.push({ path: 'rights', code: 'contract.open_licence_stands', params: { right: name } })
  }
  return problems
}

/**
 * What the contract's rights put in its way on a day: one that no longer protects or is under preservation, an open
 * licence beside an exclusive one (Patent Law art. 51), and consents not recorded yet.
 */
export const burdenProblems = async (
  db: Transaction,
  contract: ContractRow,
  today: CalendarDate,
): Promise<FieldProblem[]> => {
  if (!disposesOfRight(contract.terms.transferMode)) return []
  const dossiers = await dossiersOf(db, contract, today)
  const missing = (await consentsFor(db, contract, dossiers)).filter(({ given }) => given === null)
  return [
    ...dossiers.flatMap((dossier) => standingProblems(contract, dossier)),
    ...missing.map(({ kind, party, right }) => ({
      path: 'consents',
      code: `contract.${kind}_consent_missing`,
      params: { party, right: right.number ?? right.title },
    })),
  ]
}

/** A right may have been lost or pledged since the text was settled. Refuses with `contract.not_ready`. */
export const requireUnburdened = async ({ unit, contract }: ContractWork): Promise<void> => {
  const problems = await burdenProblems(unit.tx, contract, shanghaiDateOf(unit.now))
  if (problems.length > 0) throw refuseFields('contract.not_ready', problems)
}
