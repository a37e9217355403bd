import type { Database, Transaction } from '@market/database'
import { contracts, listingRights, registrations, rights } from '@market/database/schema'
import { type NearMatch, type NearMatchFacts, nearMatchOf, SIMILAR_TITLE } from '@market/domain/registration'
import { and, desc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm'
import type { RegistrationRecord } from './records.ts'
import { type NamedRegistration, selectRegistrations } from './view.ts'

export interface SimilarRegistration extends NamedRegistration {
  match: NearMatch
  patentNumbers: string[]
}

const CANDIDATES = 100
const SHOWN = 20

/** Every filing but the subject itself and earlier, refused ones of the same contract. */
const another = ({ id, contractId }: RegistrationRecord): SQL | undefined =>
  and(
    ne(registrations.id, id),
    ne(registrations.state, 'draft'),
    contractId === null ? undefined : sql`${registrations.contractId} is distinct from ${contractId}`,
  )

const idsOf = (rows: { id: string }[]): string[] => rows.map(({ id }) => id)

const byFacts = async (db: Database, subject: RegistrationRecord): Promise<string[]> => {
  const parties = [subject.sellerId, subject.buyerId]
  const { signedOn, contractAmountFen } = subject
  const find = (alike: SQL | undefined) =>
    db
      .select({ id: registrations.id })
      .from(registrations)
      .where(and(another(subject), alike))
      .orderBy(desc(registrations.signedOn), desc(registrations.id))
      .limit(CANDIDATES)
  const found = await Promise.all([
    find(and(inArray(registrations.sellerId, parties), inArray(registrations.buyerId, parties))),
    find(and(eq(registrations.signedOn, signedOn), eq(registrations.contractAmountFen, contractAmountFen))),
  ])
  return idsOf(found.flat())
}

/** The database's index reads titles letter by letter, for its own trigrams know no Chinese in the C locale. */
const byTitle = (db: Database, subject: RegistrationRecord): Promise<string[]> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('pg_trgm.similarity_threshold', ${String(SIMILAR_TITLE)}, true)`)
    const letters = sql`trigram_text(${registrations.title})`
    const rows = await tx
      .select({ id: registrations.id })
      .from(registrations)
      .where(and(another(subject), sql`${letters} % trigram_text(${subject.title})`))
      .orderBy(sql`similarity(${letters}, trigram_text(${subject.title})) desc`, desc(registrations.id))
      .limit(CANDIDATES)
    return idsOf(rows)
  })

/** Numbers of the patents behind registrations, by registration. */
const patentsOf = async (
  db: Database | Transaction,
  registrationIds: readonly string[],
): Promise<Map<string, string[]>> => {
  const rows = await db
    .select({ id: registrations.id, number: rights.number })
    .from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .innerJoin(listingRights, eq(listingRights.listingId, contracts.listingId))
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(and(inArray(registrations.id, [...registrationIds]), isNotNull(rights.number)))
    .orderBy(listingRights.position)
  const numbers = new Map<string, string[]>()
  for (const { id, number } of rows) {
    if (number !== null) numbers.set(id, [...(numbers.get(id) ?? []), number])
  }
  return numbers
}

const byPatents = async (db: Database, subject: RegistrationRecord, numbers: string[]): Promise<string[]> => {
  if (numbers.length === 0) return []
  const rows = await db
    .selectDistinct({ id: registrations.id })
    .from(rights)
    .innerJoin(listingRights, eq(listingRights.rightId, rights.id))
    .innerJoin(contracts, eq(contracts.listingId, listingRights.listingId))
    .innerJoin(registrations, eq(registrations.contractId, contracts.id))
    .where(and(inArray(rights.number, numbers), another(subject)))
    .limit(CANDIDATES)
  return idsOf(rows)
}

export interface Comparison {
  /** Of the registration itself. */
  patentNumbers: string[]
  /** The most alike first. */
  similar: SimilarRegistration[]
}

/** What looks like the same contract, side by side. What quite is the same, the database keeps out. */
export const findSimilar = async (db: Database, subject: RegistrationRecord): Promise<Comparison> => {
  const patentNumbers = (await patentsOf(db, [subject.id])).get(subject.id) ?? []
  const found = await Promise.all([
    byFacts(db, subject),
    byTitle(db, subject),
    byPatents(db, subject, patentNumbers),
  ])
  const ids = [...new Set(found.flat())]
  if (ids.length === 0) return { patentNumbers, similar: [] }
  const [rows, numbers] = await Promise.all([
    selectRegistrations(db).where(inArray(registrations.id, ids)),
    patentsOf(db, ids),
  ])
  const facts: NearMatchFacts = { ...subject, patentNumbers }
  const similar = rows.flatMap((row): SimilarRegistration[] => {
    const theirs = numbers.get(row.record.id) ?? []
    const match = nearMatchOf(facts, { ...row.record, patentNumbers: theirs })
    return match ? [{ ...row, match, patentNumbers: theirs }] : []
  })
  const weight = ({ match }: SimilarRegistration) => match.alike.length + match.titleSimilarity
  return { patentNumbers, similar: similar.sort((a, b) => weight(b) - weight(a)).slice(0, SHOWN) }
}
