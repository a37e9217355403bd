import type { Database } from '@market/database'
import { auditEntries, organizations } from '@market/database/schema'
import { shanghaiMidnightOf, yearOf } from '@market/domain'
import { and, count, eq, sql } from 'drizzle-orm'
import type { PlanRecord } from './plan-records.ts'

type CountedKind = 'agency' | 'provider'

const countNow = async (db: Database, kind: CountedKind): Promise<number> => {
  const [row] = await db
    .select({ verified: count() })
    .from(organizations)
    .where(and(eq(organizations.kind, kind), eq(organizations.state, 'verified')))
  return row?.verified ?? 0
}

/** By the last thing the audit trail says of each; null while nobody was verified at all: the market was not open. */
const countAtEndOf = async (db: Database, kind: CountedKind, year: number): Promise<number | null> => {
  const over = shanghaiMidnightOf(`${year + 1}-01-01`)
  const [row] = await db.execute<{ verified: number; open: boolean }>(sql`
    select count(*) filter (where ${organizations.kind} = ${kind} and last.state = 'verified')::int as verified,
      coalesce(bool_or(last.state = 'verified'), false) as open
    from (
      select distinct on (entry.subject_id) entry.subject_id::uuid as id, entry.after->>'state' as state
      from ${auditEntries} entry
      where entry.subject_type = 'organization' and entry.at < ${over.toISOString()}::timestamptz
        and entry.after ? 'state'
      order by entry.subject_id, entry.position desc
    ) last join ${organizations} on ${organizations.id} = last.id`)
  return row?.open ? row.verified : null
}

/**
 * How many organizations of a kind were verified at the end of each year of a plan, and are now in the running one; years
 * before the market opened are left out.
 */
export const countVerifiedByYear = async (
  db: Database,
  kind: CountedKind,
  { startYear, endYear }: PlanRecord,
  today: string,
): Promise<{ year: number; verified: number }[]> => {
  const thisYear = yearOf(today)
  const years = Array.from({ length: endYear - startYear + 1 }, (_, index) => startYear + index)
  const counted = await Promise.all(
    years
      .filter((year) => year <= thisYear)
      .map(async (year) => ({
        year,
        verified: year === thisYear ? await countNow(db, kind) : await countAtEndOf(db, kind, year),
      })),
  )
  return counted.flatMap(({ year, verified }) => (verified === null ? [] : [{ year, verified }]))
}
