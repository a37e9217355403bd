import type { Database, EventRow } from '@market/database'
import {
  brokerages,
  listings,
  needAnswers,
  needs,
  offers,
  requestMessages,
  requests,
} from '@market/database/schema'
import { formatFen, type Locale } from '@market/domain'
import { DECLINE_REASONS, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { lapseDayOf, nextActor } from '@market/domain/licensing'
import { and, eq } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

type OfferRow = typeof offers.$inferSelect

/** The request an event is about, with what it is called. */
export const dealOf = async (db: Database, requestId: string) => {
  const [row] = await db
    .select({ request: requests, listing: listings, need: needs.published })
    .from(requests)
    .leftJoin(listings, eq(listings.id, requests.listingId))
    .leftJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(needs, eq(needs.id, needAnswers.needId))
    .where(eq(requests.id, requestId))
  const listing = row?.listing ?? row?.need
  if (!row || !listing) throw new Error(`Request ${requestId} does not exist.`)
  return { request: row.request, listing: { titleZh: listing.titleZh, titleEn: listing.titleEn } }
}

type Deal = Awaited<ReturnType<typeof dealOf>>

interface Sides {
  /** The organization that is told, and the one that moved. */
  toldId: string
  moverId: string
}

interface Names {
  listing: string
  /** Of the organization that moved. */
  organization: string
}

const notify = async (
  db: Database,
  { request, listing }: Deal,
  { toldId, moverId }: Sides,
  write: (letters: Letters, locale: Locale, names: Names) => Letter,
) => {
  const mover = await organizationOf(db, moverId)
  return [
    {
      to: await membersOf(db, toldId, ['negotiator']),
      path: `/workspace/requests/${request.id}`,
      write: (letters: Letters, locale: Locale) =>
        write(letters, locale, {
          listing: pick(locale, listing.titleZh, listing.titleEn),
          organization: pick(locale, mover.nameZh, mover.nameEn),
        }),
    },
  ]
}

const ownerTold = ({ request }: Deal): Sides => ({ toldId: request.ownerId, moverId: request.requesterId })
const requesterTold = ({ request }: Deal): Sides => ({
  toldId: request.requesterId,
  moverId: request.ownerId,
})

export const requestReceived: NoticeWriter = async ({ db }, { subjectId }) => {
  const deal = await dealOf(db, subjectId)
  const { transferMode, message } = deal.request
  return notify(db, deal, ownerTold(deal), (letters, locale, names) =>
    letters.requestReceived({ ...names, mode: labelOf(TRANSFER_MODES, transferMode, locale), message }),
  )
}

export const requestAccepted: NoticeWriter = async ({ db }, { subjectId }) => {
  const deal = await dealOf(db, subjectId)
  return notify(db, deal, requesterTold(deal), (letters, _locale, names) => letters.requestAccepted(names))
}

export const requestDeclined: NoticeWriter = async ({ db }, { subjectId }) => {
  const deal = await dealOf(db, subjectId)
  const { declineReason, declineWords } = deal.request
  return notify(db, deal, requesterTold(deal), (letters, locale, names) =>
    letters.requestDeclined({
      ...names,
      reason: labelOf(DECLINE_REASONS, declineReason ?? 'other', locale),
      words: declineWords ?? '',
    }),
  )
}

const offerOf = async (db: Database, { subjectId }: EventRow): Promise<OfferRow> => {
  const [offer] = await db.select().from(offers).where(eq(offers.id, subjectId))
  if (!offer) throw new Error(`Offer ${subjectId} does not exist.`)
  return offer
}

export const offerMade: NoticeWriter = async ({ db }, event) => {
  const offer = await offerOf(db, event)
  const deal = await dealOf(db, offer.requestId)
  const byOwner = offer.organizationId === deal.request.ownerId
  const { version } = offer
  return notify(db, deal, byOwner ? requesterTold(deal) : ownerTold(deal), (letters, locale, names) =>
    letters.offerMade({ ...names, version, total: formatFen(offer.terms.totalFen, 'yuan', locale) }),
  )
}

/** The side that made the offer hears that the other one took it. */
export const offerAccepted: NoticeWriter = async ({ db }, event) => {
  const offer = await offerOf(db, event)
  const deal = await dealOf(db, offer.requestId)
  const byOwner = offer.organizationId === deal.request.ownerId
  return notify(db, deal, byOwner ? ownerTold(deal) : requesterTold(deal), (letters, locale, names) =>
    letters.offerAccepted({ ...names, total: formatFen(offer.terms.totalFen, 'yuan', locale) }),
  )
}

/** Everybody in the talks but the one who wrote it. */
export const messageSent: NoticeWriter = async ({ db }, { subjectId }) => {
  const [message] = await db.select().from(requestMessages).where(eq(requestMessages.id, subjectId))
  if (!message) throw new Error(`Message ${subjectId} does not exist.`)
  const deal = await dealOf(db, message.requestId)
  const { ownerId, requesterId } = deal.request
  const moverId = message.organizationId
  const others = [ownerId, requesterId, ...(await brokersIn(db, message.requestId))].filter(
    (toldId) => toldId !== moverId,
  )
  const told = others.map((toldId) =>
    notify(db, deal, { toldId, moverId }, (letters, _locale, names) =>
      letters.messageSent({ ...names, message: message.body }),
    ),
  )
  return (await Promise.all(told)).flat()
}

const brokersIn = async (db: Database, requestId: string): Promise<string[]> => {
  const rows = await db
    .select({ id: brokerages.organizationId })
    .from(brokerages)
    .where(and(eq(brokerages.requestId, requestId), eq(brokerages.state, 'active')))
  return rows.map(({ id }) => id)
}

/** Both sides, each in its own words: what was asked is over, and why. */
export const requestLapsed: NoticeWriter = async ({ db }, { subjectId }) => {
  const deal = await dealOf(db, subjectId)
  const silence = deal.request.lapseReason !== 'transferred'
  const told = [ownerTold(deal), requesterTold(deal)].map((sides) =>
    notify(db, deal, sides, (letters, _locale, names) => letters.requestLapsed({ ...names, silence })),
  )
  return (await Promise.all(told)).flat()
}

/** Whoever's turn it is: the owner before the first answer, then the side that made no open offer, or both. */
export const requestWaiting: NoticeWriter = async ({ db }, { subjectId }) => {
  const deal = await dealOf(db, subjectId)
  const { state, updatedAt, ownerId } = deal.request
  const lapsesOn = lapseDayOf(state, updatedAt)
  // Somebody has moved, or ended it, since the reminder was due.
  if (lapsesOn === null) return []
  const made = await db.select().from(offers).where(eq(offers.requestId, subjectId))
  const next = nextActor(negotiationOf(deal), made)
  const sides = [ownerTold(deal), requesterTold(deal)].filter(
    ({ toldId }) => next === null || next === toldId,
  )
  const told = sides.map((side) =>
    notify(db, deal, side, (letters, _locale, names) =>
      letters.requestWaiting({
        ...names,
        lapsesOn,
        unanswered: state === 'submitted' && side.toldId === ownerId,
      }),
    ),
  )
  return (await Promise.all(told)).flat()
}

const negotiationOf = ({ request }: Deal) => ({
  state: request.state,
  ownerOrganizationId: request.ownerId,
  requesterOrganizationId: request.requesterId,
})
