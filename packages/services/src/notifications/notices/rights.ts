import type { Database } from '@market/database'
import { favourites, listings, requests, rights } from '@market/database/schema'
import { labelOf, RIGHT_ENDINGS } from '@market/domain/codes'
import { isPublicState, isRequestable } from '@market/domain/listings'
import { and, eq, inArray } from 'drizzle-orm'
import type { ListingReader } from '../letters/index.ts'
import { type Notice, type NoticeWriter, pick } from '../notice.ts'
import { membersOf, peopleOf } from '../recipients.ts'

type ListingRow = typeof listings.$inferSelect

const listingOf = async (db: Database, id: string) => {
  const [row] = await db
    .select({ listing: listings, right: rights })
    .from(listings)
    .leftJoin(rights, eq(rights.id, listings.frozenRightId))
    .where(eq(listings.id, id))
  if (!row) throw new Error(`Listing ${id} does not exist.`)
  return row
}

/** Those who have asked for it and are not done: each hears of it at their own request. */
const openRequests = (db: Database, listingId: string) =>
  db
    .select({ id: requests.id, requesterId: requests.requesterId })
    .from(requests)
    .where(
      and(
        eq(requests.listingId, listingId),
        inArray(requests.state, ['submitted', 'accepted', 'negotiating', 'agreed', 'contracted']),
      ),
    )

const toRequesters = async (db: Database, listingId: string, write: Notice['write']): Promise<Notice[]> => {
  const notices: Notice[] = []
  for (const { id, requesterId } of await openRequests(db, listingId)) {
    notices.push({
      to: await membersOf(db, requesterId, ['negotiator']),
      path: `/workspace/requests/${id}`,
      write,
    })
  }
  return notices
}

/** Those who kept it as a favourite, while there is a page of it to lead them to. */
const toKeepers = async (
  db: Database,
  { id, state }: ListingRow,
  write: Notice['write'],
): Promise<Notice[]> => {
  if (!isPublicState(state)) return []
  const kept = await db
    .select({ userId: favourites.userId })
    .from(favourites)
    .where(eq(favourites.listingId, id))
  const to = await peopleOf(
    db,
    kept.map(({ userId }) => userId),
  )
  return [{ to, path: `/listings/${id}`, write }]
}

/** Everybody concerned, as the first of these that somebody is: the owner's staff, who asks for it, who kept it. */
const toConcerned = async (
  db: Database,
  listing: ListingRow,
  ownerPath: string,
  write: (reader: ListingReader) => Notice['write'],
): Promise<Notice[]> => [
  {
    to: await membersOf(db, listing.organizationId, ['editor', 'negotiator']),
    path: ownerPath,
    write: write('owner'),
  },
  ...(await toRequesters(db, listing.id, write('requester'))),
  ...(await toKeepers(db, listing, write('keeper'))),
]

export const listingFrozen: NoticeWriter = async ({ db }, { subjectId }) => {
  const { listing, right } = await listingOf(db, subjectId)
  const reason = listing.frozenReason
  // Thawed again since.
  if (!right || !reason) return []
  return toConcerned(
    db,
    listing,
    `/workspace/rights/${right.id}`,
    (reader) => (letters, locale) =>
      letters.listingFrozen({
        listing: pick(locale, listing.titleZh, listing.titleEn),
        right: right.number ?? right.title,
        reason: labelOf(RIGHT_ENDINGS, reason, locale),
        reader,
      }),
  )
}

export const listingThawed: NoticeWriter = async ({ db }, { subjectId }) => {
  const { listing } = await listingOf(db, subjectId)
  // Frozen again since, or nothing to be asked for in any case.
  if (listing.frozenReason || !isRequestable(listing.state)) return []
  return toConcerned(
    db,
    listing,
    `/workspace/listings/${subjectId}`,
    (reader) => (letters, locale) =>
      letters.listingThawed({ listing: pick(locale, listing.titleZh, listing.titleEn), reader }),
  )
}

export const rightFeeDue: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const [right] = await db.select().from(rights).where(eq(rights.id, subjectId))
  if (!right) throw new Error(`Right ${subjectId} does not exist.`)
  return [
    {
      to: await membersOf(db, right.organizationId, ['editor']),
      path: `/workspace/rights/${subjectId}`,
      write: (letters) =>
        letters.rightFeeDue({
          right: right.number ?? right.title,
          patentYear: Number(payload.patentYear),
          dueOn: String(payload.dueOn),
          graceEndsOn: String(payload.graceEndsOn),
          surchargePercent: Number(payload.surchargePercent),
          late: payload.stage === 'in_grace',
        }),
    },
  ]
}
