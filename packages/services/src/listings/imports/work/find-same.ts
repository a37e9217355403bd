import type { Transaction } from '@market/database'
import { listingImportProblems } from '@market/database/schema'
import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { ListingImportRecord } from '../records.ts'

/** Places after all that a row's own cells give. */
const PLACES = { inFile: 1000, own: 1001, other: 1002 } as const

const insertProblems = (found: SQL): SQL => sql`
  insert into listing_import_problems
    (import_id, row, position, field, severity, code, params, repair, repaired_to, decision)
  ${found}`

/** Rows that mean the same result as an earlier one of the file: the first is kept. */
const inFile = (importId: string): SQL => sql`
  select import_id, row, ${PLACES.inFile}::int, null, 'error', 'same.in_file',
    jsonb_build_object('row', first_row, 'found', substr(same_key, 3)), 'keep', null, 'open'
  from (
    select import_id, row, same_key, first_value(row) over (partition by same_key order by row) as first_row
    from listing_import_rows
    where import_id = ${importId} and same_key is not null and length(same_key) > 2
  ) as keyed
  where row <> first_row`

const LIVE = sql`l.state not in ('withdrawn', 'expired', 'transferred')`

/** Rows whose right, publication or title one of the organization's own listings already has. */
const ownListing = ({ id, organizationId }: ListingImportRecord): SQL => sql`
  select distinct on (r.row) r.import_id, r.row, ${PLACES.own}::int, null, 'error', 'same.own_listing',
    jsonb_build_object('listingId', known.listing_id, 'found', known.title), 'keep', null, 'open'
  from listing_import_rows r
  join (
    select 'n:' || rights.number as same_key, l.id as listing_id, coalesce(nullif(l.title_zh, ''), l.title_en) as title
    from listings l
    join listing_rights on listing_rights.listing_id = l.id
    join rights on rights.id = listing_rights.right_id
    where l.organization_id = ${organizationId} and rights.number is not null and ${LIVE}
    union all
    select before.same_key, l.id, coalesce(nullif(l.title_zh, ''), l.title_en)
    from listings l
    join listing_import_rows before on before.listing_id = l.id
    where l.organization_id = ${organizationId} and before.same_key is not null and ${LIVE}
    union all
    select 't:' || left(regexp_replace(lower(normalize(coalesce(nullif(l.title_zh, ''), l.title_en), nfkc)), '[^[:alnum:]]', '', 'g'), 300),
      l.id, coalesce(nullif(l.title_zh, ''), l.title_en)
    from listings l
    where l.organization_id = ${organizationId} and ${LIVE}
  ) known on known.same_key = r.same_key
  where r.import_id = ${id} and length(r.same_key) > 2
  order by r.row, known.listing_id`

/** Rights that another organization offers in public: for the owners to sort out, not for us. */
const otherOwner = ({ id, organizationId }: ListingImportRecord): SQL => sql`
  select distinct on (r.row) r.import_id, r.row, ${PLACES.other}::int, 'number', 'warning', 'same.other_owner',
    jsonb_build_object('listingId', l.id, 'found', o.name_zh), null, null, 'open'
  from listing_import_rows r
  join rights on rights.number = substr(r.same_key, 3)
  join listing_rights on listing_rights.right_id = rights.id
  join listings l on l.id = listing_rights.listing_id
  join organizations o on o.id = l.organization_id
  where r.import_id = ${id} and r.same_key like 'n:%'
    and l.organization_id <> ${organizationId} and l.state in ('published', 'under_negotiation')
  order by r.row, l.id`

/** Names rows that repeat one another or what the market already has; what an earlier run of this step found goes. */
export const findSame = async (tx: Transaction, record: ListingImportRecord): Promise<void> => {
  const { importId, position } = listingImportProblems
  await tx
    .delete(listingImportProblems)
    .where(and(eq(importId, record.id), inArray(position, Object.values(PLACES))))
  await tx.execute(insertProblems(inFile(record.id)))
  await tx.execute(insertProblems(ownListing(record)))
  await tx.execute(insertProblems(otherOwner(record)))
}
