import { listings, organizations, savedSearches, savedSearchMatches, users } from '@market/database/schema'
import { type Clock, type IdSource, shanghaiDateOf } from '@market/domain'
import { digestDue } from '@market/domain/discovery'
import { isRequestable } from '@market/domain/listings'
import { and, asc, eq, exists, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Seals } from '../../index.ts'
import { localeOf, type Mail, type MailContext, notify, tellEach } from '../../notifications/index.ts'
import type { SavedSearchRecord } from './records.ts'
import { type FoundVersion, newsOf, writeMail } from './write-news.ts'

export interface DeliveryContext extends MailContext {
  clock: Clock
  ids: IdSource
  seals: Seals
  /** Resolves when the next station has taken the mail. */
  send(mail: Mail): Promise<void>
}

type Reader = Pick<typeof users.$inferSelect, 'id' | 'name' | 'email' | 'locale'>

interface Due {
  search: SavedSearchRecord
  reader: Reader
}

const undelivered = eq(savedSearchMatches.savedSearchId, savedSearches.id)

/** Searches that have found something and not told it yet. */
const selectDue = ({ db }: DeliveryContext, instant: boolean): Promise<Due[]> =>
  db
    .select({
      search: savedSearches,
      reader: { id: users.id, name: users.name, email: users.email, locale: users.locale },
    })
    .from(savedSearches)
    .innerJoin(users, eq(users.id, savedSearches.userId))
    .where(
      and(
        isNull(savedSearches.pausedAt),
        instant ? eq(savedSearches.cadence, 'instant') : ne(savedSearches.cadence, 'instant'),
        exists(
          db
            .select({ one: sql`1` })
            .from(savedSearchMatches)
            .where(and(undelivered, isNull(savedSearchMatches.deliveredAt))),
        ),
      ),
    )
    .orderBy(asc(savedSearches.id))

interface Delivery {
  id: string
  found: FoundVersion[]
}

/** Takes requests, and its owner is in good standing. What does not is told of once it does again. */
const isOpen = and(isNull(listings.frozenAt), eq(organizations.state, 'verified'))

/** Puts what is untold into one delivery; one that broke off before is found again as it was. */
const takeDeliveries = async ({ db, ids }: DeliveryContext, savedSearchId: string): Promise<Delivery[]> => {
  const ofSearch = eq(savedSearchMatches.savedSearchId, savedSearchId)
  const open = db
    .select({ id: listings.id })
    .from(listings)
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(isOpen)
  await db
    .update(savedSearchMatches)
    .set({ deliveryId: ids.next() })
    .where(and(ofSearch, isNull(savedSearchMatches.deliveryId), inArray(savedSearchMatches.listingId, open)))
  const rows = await db
    .select({
      deliveryId: savedSearchMatches.deliveryId,
      listingId: savedSearchMatches.listingId,
      version: savedSearchMatches.version,
      state: listings.state,
      titleZh: listings.titleZh,
      titleEn: listings.titleEn,
      ownerZh: organizations.nameZh,
      ownerEn: organizations.nameEn,
    })
    .from(savedSearchMatches)
    .innerJoin(listings, eq(listings.id, savedSearchMatches.listingId))
    .innerJoin(organizations, eq(organizations.id, listings.organizationId))
    .where(and(ofSearch, isNull(savedSearchMatches.deliveredAt), isOpen))
    .orderBy(asc(savedSearchMatches.version), asc(savedSearchMatches.listingId))
  const byDelivery = Map.groupBy(rows, ({ deliveryId }) => deliveryId ?? '')
  return [...byDelivery].map(([id, found]) => ({ id, found }))
}

/** Several versions of one listing since the last digest are one piece of news. */
const latestVersions = (found: readonly FoundVersion[]): FoundVersion[] => [
  ...new Map(found.map((one) => [one.listingId, one])).values(),
]

const settle = ({ db, clock }: DeliveryContext, search: SavedSearchRecord, { id }: Delivery): Promise<void> =>
  db.transaction(async (tx) => {
    const now = clock.now()
    await tx.update(savedSearchMatches).set({ deliveredAt: now }).where(eq(savedSearchMatches.deliveryId, id))
    await tx
      .update(savedSearches)
      .set({ lastDigestOn: shanghaiDateOf(now) })
      .where(eq(savedSearches.id, search.id))
  })

/** What has left the market since it was found is passed over; if nothing remains, nobody is written to. */
const tell = async (context: DeliveryContext, { search, reader }: Due): Promise<boolean> => {
  let told = false
  for (const delivery of await takeDeliveries(context, search.id)) {
    const news = latestVersions(delivery.found).filter(({ state }) => isRequestable(state))
    if (news.length > 0) {
      await notify(context, [newsOf(search, delivery.id, news)])
      const recipient = { ...reader, locale: localeOf(reader.locale) }
      if (search.byMail) await context.send(writeMail(context, search, delivery.id, recipient, news))
      told = true
    }
    await settle(context, search, delivery)
  }
  return told
}

/** Tells at once what searches of the cadence 'instant' have found; returns how many readers were told. */
export const deliverInstantMatches = async (context: DeliveryContext): Promise<number> =>
  tellEach(await selectDue(context, true), (one) => tell(context, one))

/** The daily and weekly digests that are due today in Shanghai; none is empty. Returns how many were told. */
export const deliverDigests = async (context: DeliveryContext): Promise<number> => {
  const today = shanghaiDateOf(context.clock.now())
  const due = await selectDue(context, false)
  return tellEach(
    due.filter(({ search }) => digestDue(search.cadence, today, search.lastDigestOn)),
    (one) => tell(context, one),
  )
}
