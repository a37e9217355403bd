import type { Database, Transaction, UnitOfWork } from '@market/database'
import { brokerages, offers, requests } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type RequestCommand, requestMachine } from '@market/domain/licensing'
import { type Relation, relationsTo, type Stakeholders } from '@market/domain/policy'
import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { MemberActor } from '../index.ts'

export type RequestRow = typeof requests.$inferSelect
export type OfferRow = typeof offers.$inferSelect

/** Who stands where around a request; `madeBy` is the side that made the offer in question. */
export const stakeholdersOf = (
  request: RequestRow,
  madeBy: string | null = null,
  brokerOrganizationIds: readonly string[] = [],
): Stakeholders => ({
  sellerOrganizationId: request.ownerId,
  buyerOrganizationId: request.requesterId,
  organizationId: madeBy,
  brokerOrganizationIds,
})

/** Those who take part as brokers, agreed on by all. */
export const brokersOf = async (db: Database | Transaction, requestId: string): Promise<string[]> => {
  const rows = await db
    .select({ organizationId: brokerages.organizationId })
    .from(brokerages)
    .where(and(eq(brokerages.requestId, requestId), eq(brokerages.state, 'active')))
  return rows.map(({ organizationId }) => organizationId)
}

/** The relations of an actor to a request, brokers among them. */
export const relationsToRequest = async (
  db: Database | Transaction,
  actor: Actor,
  request: RequestRow,
  madeBy: string | null = null,
): Promise<Relation[]> => {
  const isSide = [request.ownerId, request.requesterId].some((side) => side === actor.organizationId)
  // A side of the deal is no broker of it.
  const brokers = isSide ? [] : await brokersOf(db, request.id)
  return relationsTo(actor, stakeholdersOf(request, madeBy, brokers))
}

/** The requests an organization takes part in as a broker. */
export const brokeredBy = (organizationId: string): SQL<boolean> =>
  sql<boolean>`exists (select from ${brokerages} where ${brokerages.requestId} = ${requests.id}
    and ${brokerages.organizationId} = ${organizationId} and ${brokerages.state} = 'active')`

/** The requests an organization is a side or a broker of; everybody else's do not exist for it. */
export const seenBy = (organizationId: string) => or(sideOf(organizationId), brokeredBy(organizationId))

/** The requests an organization is a side of. */
export const sideOf = (organizationId: string) =>
  or(eq(requests.requesterId, organizationId), eq(requests.ownerId, organizationId))

/**
 * Reads a request the actor may read and holds it until the unit of work ends, so that two steps in one
 * negotiation follow each other. Refuses with `request.not_found`.
 */
export const holdRequest = async (tx: Transaction, actor: MemberActor, id: string): Promise<RequestRow> => {
  const [row] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.id, id), seenBy(actor.organizationId)))
    .for('update')
  if (!row) throw refuse('not-found', 'request.not_found')
  return row
}

/** Refuses with `offer.not_found`. */
export const findOffer = async (tx: Transaction, requestId: string, id: string): Promise<OfferRow> => {
  const [row] = await tx
    .select()
    .from(offers)
    .where(and(eq(offers.id, id), eq(offers.requestId, requestId)))
  if (!row) throw refuse('not-found', 'offer.not_found')
  return row
}

/** Every version, the first one first. */
export const offersOf = (db: Database | Transaction, requestId: string): Promise<OfferRow[]> =>
  db.select().from(offers).where(eq(offers.requestId, requestId)).orderBy(asc(offers.version))

/** What an event about a request tells its readers: the deal's two sides and who moved. */
export const requestEvent = (request: RequestRow, byOrganizationId: string | null) => ({
  requestId: request.id,
  listingId: request.listingId,
  needAnswerId: request.needAnswerId,
  requesterId: request.requesterId,
  ownerId: request.ownerId,
  byOrganizationId,
})

/** Gives a request a command and stores what changed. Refuses with `request.wrong_state`. */
export const moveRequest = async (
  unit: UnitOfWork,
  before: RequestRow,
  command: RequestCommand,
  changes: Partial<
    Pick<
      RequestRow,
      'answeredAt' | 'declineReason' | 'declineWords' | 'withdrawReason' | 'withdrawWords' | 'lapseReason'
    >
  > = {},
): Promise<RequestRow> => {
  const state = requestMachine.transition(before.state, command)
  const [after] = await unit.tx
    .update(requests)
    .set({ ...changes, state, updatedAt: unit.now })
    .where(and(eq(requests.id, before.id), eq(requests.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'request.changed_meanwhile')
  return after
}
