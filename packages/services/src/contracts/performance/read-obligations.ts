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
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import { readDossiers } from '../../rights/index.ts'
import type { ContractRow } from '../contract-records.ts'
import { applicantOf } from '../entrust-contract.ts'

type Reader = Database | Transaction

const SETTLED: readonly string[] = ['settled', 'waived']

const duesOf = async (db: Reader, contractId: string): Promise<ObligationFacts['dues']> => {
  const rows = await db
    .select()
    .from(paymentDues)
    .where(eq(paymentDues.contractId, contractId))
    .orderBy(asc(paymentDues.position))
  return rows.map(({ id, title, dueOn, state }) => ({ id, title, dueOn, settled: SETTLED.includes(state) }))
}

/** A licensor keeps its patents alive; whoever has assigned them no longer has to. */
const feesOf = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<ObligationFacts['fees']> => {
  if (contract.listingId === null || !isLicence(contract.terms.transferMode)) return []
  const rows = await db
    .select({ id: listingRights.rightId })
    .from(listingRights)
    .where(eq(listingRights.listingId, contract.listingId))
    .orderBy(asc(listingRights.position))
  const dossiers = await readDossiers(
    db,
    rows.map(({ id }) => id),
    today,
  )
  return dossiers.flatMap(({ right, standing: { nextFee } }) =>
    nextFee === null
      ? []
      : [
          {
            rightId: right.id,
            of: right.number ?? right.title,
            patentYear: nextFee.patentYear,
            dueOn: nextFee.dueOn,
          },
        ],
  )
}

const registeredOnOf = async (db: Reader, contractId: string): Promise<CalendarDate | null> => {
  const [row] = await db
    .select({ registeredOn: registrations.registeredOn })
    .from(registrations)
    .where(and(eq(registrations.contractId, contractId), isNotNull(registrations.registeredOn)))
  return row?.registeredOn ?? null
}

const applicantIn = async (db: Reader, { sellerId, buyerId }: ContractRow, today: CalendarDate) => {
  const rows = await db
    .select({ id: organizations.id, regionCode: organizations.regionCode })
    .from(organizations)
    .where(inArray(organizations.id, [sellerId, buyerId]))
  const region = (id: string) => ({ regionCode: rows.find((row) => row.id === id)?.regionCode ?? '' })
  return applicantOf({ seller: region(sellerId), buyer: region(buyerId) }, today)
}

const marksOf = async (db: Reader, contractId: string): Promise<Map<string, CalendarDate>> => {
  const rows = await db
    .select()
    .from(contractObligationMarks)
    .where(eq(contractObligationMarks.contractId, contractId))
  return new Map(rows.map(({ key, doneOn }) => [key, doneOn]))
}

/** What is to be done under a contract; nothing before it is signed. */
export const readObligations = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<Obligation[]> => {
  if (contract.signedAt === null) return []
  const { id, terms, subType, effectiveOn, endsOn, state } = contract
  return obligationsOf({
    today,
    terms,
    subType,
    effectiveOn,
    endsOn,
    over: state === 'performed' || state === 'terminated',
    dues: await duesOf(db, id),
    fees: await feesOf(db, contract, today),
    registeredOn: await registeredOnOf(db, id),
    applicant: await applicantIn(db, contract, today),
    marks: await marksOf(db, id),
  })
}
