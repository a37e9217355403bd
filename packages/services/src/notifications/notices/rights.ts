import type { Database } from '@market/database'
import { listings, requests, rights } from '@market/database/schema'
import { labelOf, RIGHT_ENDINGS } from '@market/domain/codes'
import { and, eq, inArray } from 'drizzle-orm'
import { type Notice, type NoticeWriter, pick } from '../notice.ts'
import { membersOf } from '../recipients.ts'

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

export const listingFrozen: NoticeWriter = async ({ db }, { subjectId }) => {
  const { listing, right } = await listingOf(db, subjectId)
  const reason = listing.frozenReason
  // Thawed again since.
  if (!right || !reason) return []
  const write =
    (owner: boolean): Notice['write'] =>
    (letters, locale) =>
      letters.listingFrozen({
        listing: pick(locale, listing.titleZh, listing.titleEn),
        right: right.number ?? right.title,
        reason: labelOf(RIGHT_ENDINGS, reason, locale),
        owner,
      })
  return [
    {
      to: await membersOf(db, listing.organizationId, ['editor']),
      path: `/workspace/rights/${right.id}`,
      write: write(true),
    },
    ...(await toRequesters(db, subjectId, write(false))),
  ]
}

export const listingThawed: NoticeWriter = async ({ db }, { subjectId }) => {
  const { listing } = await listingOf(db, subjectId)
  if (listing.frozenReason) return []
  const write =
    (owner: boolean): Notice['write'] =>
    (letters, locale) =>
      letters.listingThawed({ listing: pick(locale, listing.titleZh, listing.titleEn), owner })
  return [
    {
      to: await membersOf(db, listing.organizationId, ['editor']),
      path: `/workspace/listings/${subjectId}`,
      write: write(true),
    },
    ...(await toRequesters(db, subjectId, write(false))),
  ]
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
