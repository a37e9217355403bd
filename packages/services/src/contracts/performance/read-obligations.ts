import type { Database, Transaction } from '@market/database'
import {
  contractObligationMarks,
  listingRights,
  organizations,
  paymentDues,
  registrations,
} from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { type Obligation, type ObligationFacts, obligationsOf } from '@market/domain/contracts'
import { isLicence } from '@market/domain/licensing'
import { and, asc, inArray, isNotNull } from 'drizzle-orm'
import { readDossiers } from '../../rights/index.ts'
import { asAmended } from '../amendments/amendment-records.ts'
import type { ContractRow } from '../contract-records.ts'
import { applicantOf } from '../entrust-contract.ts'

type Reader = Database | Transaction

const SETTLED: readonly string[] = ['settled', 'waived']

const idsOf = (contracts: readonly ContractRow[]): string[] => contracts.map(({ id }) => id)

const duesOf = async (db: Reader, contracts: readonly ContractRow[]) => {
  const { contractId, id, title, dueOn, state } = paymentDues
  const rows = await db
    .select({ contractId, id, title, dueOn, state })
    .from(paymentDues)
    .where(inArray(paymentDues.contractId, idsOf(contracts)))
    .orderBy(asc(paymentDues.position))
  const dues = rows.map(({ state, ...due }) => ({ ...due, settled: SETTLED.includes(state) }))
  return Map.groupBy(dues, ({ contractId }) => contractId)
}

/** A licensor keeps its patents alive; whoever has assigned them no longer has to. */
const listingOf = ({ listingId, terms }: ContractRow): string | null =>
  isLicence(terms.transferMode) ? listingId : null

/** The next fee of each right, by listing. */
const feesOf = async (db: Reader, contracts: readonly ContractRow[], today: CalendarDate) => {
  const listings = [...new Set(contracts.map(listingOf).filter((id) => id !== null))]
  const offers = await db
    .select({ listingId: listingRights.listingId, rightId: listingRights.rightId })
    .from(listingRights)
    .where(inArray(listingRights.listingId, listings))
    .orderBy(asc(listingRights.position))
  const rights = [...new Set(offers.map(({ rightId }) => rightId))]
  const dossiers = await readDossiers(db, rights, today)
  const feeOf = new Map(
    dossiers.flatMap(({ right: { id, number, title }, standing: { nextFee } }) =>
      nextFee === null
        ? []
        : [[id, { of: number ?? title, patentYear: nextFee.patentYear, dueOn: nextFee.dueOn }]],
    ),
  )
  const fees = offers.flatMap(({ listingId, rightId }) => {
    const fee = feeOf.get(rightId)
    return fee ? [{ listingId, rightId, ...fee }] : []
  })
  return Map.groupBy(fees, ({ listingId }) => listingId)
}

const registeredOnOf = async (db: Reader, contracts: readonly ContractRow[]) => {
  const rows = await db
    .select({ contractId: registrations.contractId, registeredOn: registrations.registeredOn })
    .from(registrations)
    .where(and(inArray(registrations.contractId, idsOf(contracts)), isNotNull(registrations.registeredOn)))
  return new Map(rows.map(({ contractId, registeredOn }) => [contractId, registeredOn]))
}

const regionsOf = async (db: Reader, contracts: readonly ContractRow[]) => {
  const sides = contracts.flatMap(({ sellerId, buyerId }) => [sellerId, buyerId])
  const rows = await db
    .select({ id: organizations.id, regionCode: organizations.regionCode })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(sides)]))
  return new Map(rows.map(({ id, regionCode }) => [id, regionCode]))
}

const marksOf = async (db: Reader, contracts: readonly ContractRow[]) => {
  const rows = await db
    .select()
    .from(contractObligationMarks)
    .where(inArray(contractObligationMarks.contractId, idsOf(contracts)))
  return Map.groupBy(rows, ({ contractId }) => contractId)
}

/** What is to be done under each of some contracts, in a handful of statements; nothing before one is signed. */
export const readObligationsOfMany = async (
  db: Reader,
  contracts: readonly ContractRow[],
  today: CalendarDate,
): Promise<Map<string, Obligation[]>> => {
  const signed = await asAmended(
    db,
    contracts.filter(({ signedAt }) => signedAt !== null),
  )
  if (signed.length === 0) return new Map()
  const dues = await duesOf(db, signed)
  const fees = await feesOf(db, signed, today)
  const registeredOn = await registeredOnOf(db, signed)
  const regions = await regionsOf(db, signed)
  const marks = await marksOf(db, signed)
  const region = (id: string) => ({ regionCode: regions.get(id) ?? '' })
  const factsOf = (contract: ContractRow): ObligationFacts => ({
    today,
    terms: contract.terms,
    subType: contract.subType,
    effectiveOn: contract.effectiveOn,
    endsOn: contract.endsOn,
    over: contract.state === 'performed' || contract.state === 'terminated',
    dues: dues.get(contract.id) ?? [],
    fees: fees.get(listingOf(contract) ?? '') ?? [],
    registeredOn: registeredOn.get(contract.id) ?? null,
    applicant: applicantOf({ seller: region(contract.sellerId), buyer: region(contract.buyerId) }, today),
    marks: new Map((marks.get(contract.id) ?? []).map(({ key, doneOn }) => [key, doneOn])),
  })
  return new Map(signed.map((contract) => [contract.id, obligationsOf(factsOf(contract))]))
}

/** What is to be done under a contract; nothing before it is signed. */
export const readObligations = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<Obligation[]> => (await readObligationsOfMany(db, [contract], today)).get(contract.id) ?? []
