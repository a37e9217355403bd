import type { Database } from '@market/database'
import { contracts, memberships, registrations } from '@market/database/schema'
import { addDays } from '@market/domain'
import {
  type IntegrityFlag,
  type Kinship,
  priceFlag,
  ROUND_TRIP_DAYS,
  relatedPartiesFlag,
  roundTripFlag,
  splittingFlag,
} from '@market/domain/registration'
import { and, between, count, desc, eq, inArray, ne, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { procedureRegimeOf } from './procedure.ts'
import type { RegistrationRecord } from './records.ts'

const COMPARABLES = 500
const DEALS = 500
const buyingMembers = alias(memberships, 'buying_members')

export interface FlagEvidence {
  id: string
  number: string | null
  title: string
  signedOn: string
  technologyAmountFen: number
}

export interface RaisedFlag extends IntegrityFlag {
  evidence: FlagEvidence[]
}

const countSharedMembers = async (
  db: Database,
  { sellerId, buyerId }: RegistrationRecord,
): Promise<number> => {
  const [row] = await db
    .select({ people: count() })
    .from(memberships)
    .innerJoin(buyingMembers, eq(buyingMembers.userId, memberships.userId))
    .where(and(eq(memberships.organizationId, sellerId), eq(buyingMembers.organizationId, buyerId)))
  return row?.people ?? 0
}

const kinshipOf = async (db: Database, record: RegistrationRecord): Promise<Kinship> => {
  const name = record.sellerProfile?.representative.trim() ?? ''
  return {
    declared: record.relatedParties,
    sharedMembers: await countSharedMembers(db, record),
    sameRepresentative: name !== '' && name === record.buyerProfile?.representative.trim(),
  }
}

/** Other live filings between the two, in either direction, a year around. */
const dealsBetween = (db: Database, { id, sellerId, buyerId, signedOn }: RegistrationRecord) => {
  const parties = [sellerId, buyerId]
  return db
    .select({
      id: registrations.id,
      number: registrations.number,
      title: registrations.title,
      sellerId: registrations.sellerId,
      buyerId: registrations.buyerId,
      signedOn: registrations.signedOn,
      technologyAmountFen: registrations.technologyAmountFen,
    })
    .from(registrations)
    .where(
      and(
        ne(registrations.id, id),
        inArray(registrations.sellerId, parties),
        inArray(registrations.buyerId, parties),
        notInArray(registrations.state, ['draft', 'refused']),
        sql`${registrations.status} is distinct from 'cancelled' and ${registrations.status} is distinct from 'revoked'`,
        between(
          registrations.signedOn,
          addDays(signedOn, -ROUND_TRIP_DAYS),
          addDays(signedOn, ROUND_TRIP_DAYS),
        ),
      ),
    )
    .orderBy(desc(registrations.signedOn), desc(registrations.id))
    .limit(DEALS)
}

/** Technology amounts of the latest registered contracts of the same field, type and exclusivity. */
const comparablesOf = async (db: Database, record: RegistrationRecord): Promise<number[]> => {
  const { id, contractId, technicalField, type } = record
  if (contractId === null || technicalField === null) return []
  const exclusivity = sql`${contracts.terms} ->> 'exclusivity'`
  const rows = await db
    .select({ amountFen: registrations.technologyAmountFen })
    .from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .where(
      and(
        ne(registrations.id, id),
        inArray(registrations.status, ['valid', 'changed']),
        eq(registrations.technicalField, technicalField),
        eq(registrations.type, type),
        sql`${exclusivity} = (select terms ->> 'exclusivity' from contracts where id = ${contractId})`,
      ),
    )
    .orderBy(desc(registrations.registeredOn))
    .limit(COMPARABLES)
  return rows.map(({ amountFen }) => amountFen)
}

/** Questions for the reviewer, with the records they stand on; never a refusal. */
export const findFlags = async (
  db: Database,
  record: RegistrationRecord,
  now: Date,
): Promise<RaisedFlag[]> => {
  const { thresholdFen } = procedureRegimeOf(record, now).largeContracts
  const [kinship, deals, comparables] = await Promise.all([
    kinshipOf(db, record),
    dealsBetween(db, record),
    comparablesOf(db, record),
  ])
  const flags = [
    relatedPartiesFlag(kinship),
    splittingFlag(record, deals, thresholdFen),
    roundTripFlag(record, deals),
    priceFlag(record.technologyAmountFen, comparables),
  ]
  return flags
    .filter((flag) => flag !== null)
    .map((flag) => ({ ...flag, evidence: deals.filter(({ id }) => flag.registrationIds.includes(id)) }))
}
