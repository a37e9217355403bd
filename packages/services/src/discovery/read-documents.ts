import type { Database } from '@market/database'
import { listingRights, listings, organizations, rights } from '@market/database/schema'
import { REQUESTABLE_LISTING_STATES } from '@market/domain/listings'
import { buildDocument, type SearchDocument } from '@market/search/document'
import { and, asc, eq, gt, inArray, isNotNull, type SQL } from 'drizzle-orm'

const PAGE = 200

type RightFacts = Pick<typeof rights.$inferSelect, 'number' | 'publicationNumber' | 'filedOn'>

const rightsOf = async (db: Database, ids: readonly string[]): Promise<Map<string, RightFacts[]>> => {
  const rows = await db
    .select({
      listingId: listingRights.listingId,
      number: rights.number,
      publicationNumber: rights.publicationNumber,
      filedOn: rights.filedOn,
    })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(inArray(listingRights.listingId, [...ids]))
  return Map.groupBy(rows, ({ listingId }) => listingId)
}

/** What can be found: open for requests, of an owner in good standing. */
const searchable = (): SQL | undefined =>
  and(
    inArray(listings.state, [...REQUESTABLE_LISTING_STATES]),
    isNotNull(listings.publishedAt),
    eq(organizations.state, 'verified'),
  )

const readPage = async (db: Database, condition: SQL, limit: number): Promise<SearchDocument[]> => {
  const rows = await db
    .select({ listing: listings, owner: { nameZh: organizations.nameZh, nameEn: organizations.nameEn } })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(and(condition, searchable()))
    .orderBy(asc(listings.id))
    .limit(limit)
  if (rows.length === 0) return []
  const rightFacts = await rightsOf(
    db,
    rows.map(({ listing }) => listing.id),
  )
  return rows.flatMap(({ listing, owner }) => {
    if (listing.publishedAt === null) return []
    const held = rightFacts.get(listing.id) ?? []
    return buildDocument({
      ...listing,
      ownerId: listing.organizationId,
      ownerNameZh: owner.nameZh,
      ownerNameEn: owner.nameEn,
      rightNumbers: held.flatMap(({ number, publicationNumber }) => [number, publicationNumber]),
      rightFiledOn: held.map(({ filedOn }) => filedOn),
      publishedAt: listing.publishedAt,
    })
  })
}

/** The documents of those among `ids` that can be found now; the others have to leave the index. */
export const readDocuments = (db: Database, ids: readonly string[]): Promise<SearchDocument[]> =>
  ids.length === 0 ? Promise.resolve([]) : readPage(db, inArray(listings.id, [...ids]), ids.length)

/** Every document there is, in pages by id. */
export async function* streamDocuments(db: Database): AsyncGenerator<SearchDocument> {
  let last = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const page = await readPage(db, gt(listings.id, last), PAGE)
    yield* page
    const end = page.at(-1)
    if (!end || page.length < PAGE) return
    last = end.id
  }
}
