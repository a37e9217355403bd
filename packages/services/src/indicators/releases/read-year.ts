import type { Database } from '@market/database'
import {
  turnoverEntries,
  turnoverReleasedEntries,
  turnoverReleasedFigures,
  turnoverReleases,
} from '@market/database/schema'
import type { ReleasedLine, YearToRelease } from '@market/domain/indicators'
import { asc, eq, sql } from 'drizzle-orm'

interface Row extends Record<string, unknown> {
  release_id: number
  registration_id: string
  version: number
  direction: 'book' | 'reverse'
  contract_count: number
  contract_fen: string
  technology_fen: string
  month: string
  quarter: string
  five_type: string
  four_type: string
  sub_type: string
  technical_field: string
  plan_industry: string
  ip_kind: string
  plan_source: string
  seller_kind: string
  buyer_kind: string
  seller_region_code: string
  buyer_region_code: string
  agency_id: string
  flows: Record<string, string>
}

const lineOf = (row: Row): ReleasedLine => ({
  release: row.release_id,
  registrationId: row.registration_id,
  version: row.version,
  direction: row.direction,
  contractCount: row.contract_count,
  contractAmountFen: Number(row.contract_fen),
  technologyAmountFen: Number(row.technology_fen),
  flows: row.flows,
  codes: {
    month: row.month,
    quarter: row.quarter,
    type: row.five_type,
    fourType: row.four_type,
    subType: row.sub_type,
    field: row.technical_field,
    planIndustry: row.plan_industry,
    ipKind: row.ip_kind,
    planSource: row.plan_source,
    sellerKind: row.seller_kind,
    buyerKind: row.buyer_kind,
    sellerRegion: row.seller_region_code,
    buyerRegion: row.buyer_region_code,
    agency: row.agency_id,
  },
})

/** Every released line of the ledger in one year, in the order of release and ledger. */
const readLines = async (db: Database, year: number): Promise<ReleasedLine[]> => {
  const rows = await db.execute<Row>(sql`
    select released.release_id, entry.registration_id, entry.version, entry.direction, entry.contract_count,
      entry.contract_amount_fen as contract_fen, entry.technology_amount_fen as technology_fen,
      to_char(entry.business_on, 'YYYY-MM') as month, to_char(entry.business_on, 'YYYY-"Q"Q') as quarter,
      entry.five_type, entry.four_type, coalesce(entry.sub_type, entry.five_type) as sub_type,
      entry.technical_field, entry.plan_industry, entry.ip_kind, entry.plan_source, entry.seller_kind,
      entry.buyer_kind, entry.seller_region_code, entry.buyer_region_code, entry.agency_id,
      (select jsonb_object_agg(home, turnover_place(entry.seller_region_code, home) || '-' ||
          turnover_place(entry.buyer_region_code, home))
        from (select distinct home_region_code as home from ${turnoverReleases}) seen) as flows
    from ${turnoverEntries} entry
    join ${turnoverReleasedEntries} released on released.entry_id = entry.id
    where entry.business_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
    order by released.release_id, entry.id`)
  return rows.map(lineOf)
}

/** What is needed to release a year anew: its lines, and what earlier releases said of it. */
export const readYear = async (
  db: Database,
  year: number,
): Promise<Pick<YearToRelease, 'lines' | 'earlier'>> => {
  const earlier = await db
    .select({
      view: turnoverReleasedFigures.view,
      by: turnoverReleasedFigures.by,
      code: turnoverReleasedFigures.code,
      release: turnoverReleasedFigures.releaseId,
      home: turnoverReleases.homeRegionCode,
      stated: sql<boolean>`${turnoverReleasedFigures.contractCount} is not null`,
    })
    .from(turnoverReleasedFigures)
    .innerJoin(turnoverReleases, eq(turnoverReleases.id, turnoverReleasedFigures.releaseId))
    .where(eq(turnoverReleasedFigures.year, year))
    .orderBy(asc(turnoverReleasedFigures.releaseId))
  return { lines: await readLines(db, year), earlier }
}
