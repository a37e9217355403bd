import type { Transaction } from '@market/database'
import { numberSeries, organizations, registrations } from '@market/database/schema'
import { cityOf } from '@market/domain/identifiers'
import {
  factsOfImport,
  fingerprint,
  type ImportProblem,
  importProblem,
  isNearMatch,
  likenessOf,
  type PlacedRow,
  partyKeyOf,
} from '@market/domain/registration'
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import type { PlacedProblem } from './parse-import.ts'
import { findParties, inChunks } from './parties.ts'

type Reader = Transaction | ServiceContext['db']

/** A row whose parties are known here, so that it may stand in the register already. */
interface Known {
  row: number
  facts: ReturnType<typeof factsOfImport>
}

const SERIES_LENGTH = 10
const YEAR_LENGTH = 4

/** Numbers this register gives itself, or will: an import must not take them away. */
const readOwnSeries = async (db: Reader, year: number) => {
  const opened = await db.select({ series: numberSeries.series }).from(numberSeries)
  const agencies = await db
    .selectDistinct({ regionCode: organizations.regionCode })
    .from(organizations)
    .where(eq(organizations.kind, 'agency'))
  const cities = new Set(agencies.map(({ regionCode }) => cityOf(regionCode)))
  const series = new Set(opened.map((one) => one.series))
  return (number: string): boolean => {
    const prefix = number.slice(0, SERIES_LENGTH)
    if (number.length !== SERIES_LENGTH + 6) return false
    return (
      series.has(prefix) ||
      (Number(prefix.slice(0, YEAR_LENGTH)) >= year && cities.has(prefix.slice(YEAR_LENGTH)))
    )
  }
}

const readTakenNumbers = async (db: Reader, rows: readonly PlacedRow[]): Promise<Set<string>> => {
  const numbers = rows.map(({ value }) => value.number)
  const taken = await db
    .select({ number: registrations.number })
    .from(registrations)
    .where(inArray(registrations.number, numbers))
  return new Set(taken.flatMap(({ number }) => number ?? []))
}

const readSame = async (db: Reader, known: readonly Known[]): Promise<Map<string, string | null>> => {
  const { number } = registrations
  const rows = await db
    .select({ print: registrations.fingerprint, number })
    .from(registrations)
    .where(
      and(
        inArray(
          registrations.fingerprint,
          known.map(({ facts }) => fingerprint(facts)),
        ),
        notInArray(registrations.state, ['draft', 'refused']),
      ),
    )
  return new Map(rows.map((row) => [row.print, row.number]))
}

interface Candidate extends Record<string, unknown> {
  row: number
  number: string | null
  title: string
  seller_id: string
  buyer_id: string
  signed_on: string
  amount: string
}

/** Alike in three of four parts means alike in two of parties, day and amount: three lookups by index. */
const readCandidates = (db: Reader, known: readonly Known[]) => {
  const wanted = JSON.stringify(known.map(({ row, facts }) => ({ row, ...facts })))
  const found = sql`w.row, r.number, r.title, r.seller_id, r.buyer_id, r.signed_on, r.contract_amount_fen as amount`
  const parties = sql`r.seller_id::text = w."sellerId" and r.buyer_id::text = w."buyerId"`
  return db.execute<Candidate>(sql`
    with w as (select * from jsonb_to_recordset(${wanted}::jsonb)
      as wanted(row int, "sellerId" text, "buyerId" text, "signedOn" date, "contractAmountFen" bigint))
    select ${found} from w join ${registrations} r
      on r.signed_on = w."signedOn" and r.contract_amount_fen = w."contractAmountFen" where r.state <> 'draft'
    union select ${found} from w join ${registrations} r
      on r.signed_on = w."signedOn" and ${parties} where r.state <> 'draft'
    union select ${found} from w join ${registrations} r
      on r.contract_amount_fen = w."contractAmountFen" and ${parties} where r.state <> 'draft'`)
}

const nearProblems = async (db: Reader, known: readonly Known[]): Promise<PlacedProblem[]> => {
  const candidates = await readCandidates(db, known)
  const byRow = new Map(known.map((one) => [one.row, one]))
  return candidates.flatMap((candidate) => {
    const subject = byRow.get(candidate.row)
    const { number, title, signed_on: signedOn } = candidate
    const parties = { sellerId: candidate.seller_id, buyerId: candidate.buyer_id }
    const other = { ...parties, title, signedOn, contractAmountFen: Number(candidate.amount) }
    if (!subject || !isNearMatch(subject.facts, other)) return []
    const alike = likenessOf(subject.facts, other)
    return {
      ...importProblem(null, 'import.like_registered', { number, alike }, 'warning'),
      row: subject.row,
    }
  })
}

const compareChunk = async (
  db: Reader,
  rows: readonly PlacedRow[],
  parties: ReadonlyMap<string, string>,
  isOwn: (number: string) => boolean,
): Promise<PlacedProblem[]> => {
  const at = (row: number, problem: ImportProblem): PlacedProblem => ({ ...problem, row })
  const known = rows.map(({ row, value }): Known => {
    const [sellerId, buyerId] = [value.seller, value.buyer].map((party) => parties.get(partyKeyOf(party)))
    const facts = factsOfImport(value)
    return {
      row,
      facts: { ...facts, sellerId: sellerId ?? facts.sellerId, buyerId: buyerId ?? facts.buyerId },
    }
  })
  const taken = await readTakenNumbers(db, rows)
  const same = await readSame(db, known)
  const numbers = rows.flatMap(({ row, value: { number } }) => [
    ...(taken.has(number) ? [at(row, importProblem('number', 'import.number_taken'))] : []),
    ...(isOwn(number) && !taken.has(number)
      ? [at(row, importProblem('number', 'import.number_reserved'))]
      : []),
  ])
  const standing = known.flatMap(({ row, facts }) => {
    const number = same.get(fingerprint(facts))
    return number === undefined
      ? []
      : [at(row, importProblem(null, 'import.contract_registered', { number }))]
  })
  return [...numbers, ...standing, ...(await nearProblems(db, known))]
}

/** What in a file stands in the register already (errors), or something like it does (warnings). */
export const compareWithRegister = async (
  db: Reader,
  rows: readonly PlacedRow[],
  year: number,
): Promise<PlacedProblem[]> => {
  const parties = await findParties(db, rows)
  const isOwn = await readOwnSeries(db, year)
  const problems: PlacedProblem[] = []
  for (const chunk of inChunks(rows)) problems.push(...(await compareChunk(db, chunk, parties, isOwn)))
  return problems
}
