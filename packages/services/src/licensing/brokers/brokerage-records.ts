import type { Database, Transaction, UnitOfWork } from '@market/database'
import { brokerages, organizations, requests } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { BrokerageCommand } from '@market/domain/licensing'
import { brokerageMachine } from '@market/domain/licensing'
import type { Stakeholders } from '@market/domain/policy'
import { and, asc, eq } from 'drizzle-orm'
import type { OrganizationRecord } from '../../organizations/index.ts'
import type { RequestRow } from '../request-records.ts'

export type BrokerageRow = typeof brokerages.$inferSelect

/** Who stands where around a brokerage: the side that proposed it owns it, and the broker is one while it is only proposed. */
export const brokerageStakeholders = (brokerage: BrokerageRow, request: RequestRow): Stakeholders => ({
  sellerOrganizationId: request.ownerId,
  buyerOrganizationId: request.requesterId,
  organizationId: brokerage.proposedBy,
  brokerOrganizationIds: [brokerage.organizationId],
})

export interface HeldBrokerage {
  brokerage: BrokerageRow
  request: RequestRow
}

/** Reads a brokerage and holds it and its request until the unit of work ends. Refuses with `brokerage.not_found`. */
export const holdBrokerage = async (tx: Transaction, id: string): Promise<HeldBrokerage> => {
  const [row] = await tx
    .select({ brokerage: brokerages, request: requests })
    .from(brokerages)
    .innerJoin(requests, eq(requests.id, brokerages.requestId))
    .where(eq(brokerages.id, id))
    .for('update')
  if (!row) throw refuse('not-found', 'brokerage.not_found')
  return row
}

/** Gives a brokerage a command and stores what changed. Refuses with `brokerage.wrong_state`. */
export const moveBrokerage = async (
  { tx, now }: UnitOfWork,
  before: BrokerageRow,
  command: BrokerageCommand | null,
  changes: Partial<Pick<BrokerageRow, 'brokerAgreedAt' | 'otherSideAgreedAt' | 'closedBy'>>,
): Promise<BrokerageRow> => {
  const state = command === null ? before.state : brokerageMachine.transition(before.state, command)
  const [after] = await tx
    .update(brokerages)
    .set({ ...changes, state, updatedAt: now })
    .where(and(eq(brokerages.id, before.id), eq(brokerages.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'brokerage.changed_meanwhile')
  return after
}

export interface BrokerageOfRequest {
  brokerage: BrokerageRow
  organization: OrganizationRecord
}

/** Everybody who was ever proposed as a broker of a request, the first one first. */
export const brokeragesOf = (db: Database, requestId: string): Promise<BrokerageOfRequest[]> =>
  db
    .select({ brokerage: brokerages, organization: organizations })
    .from(brokerages)
    .innerJoin(organizations, eq(organizations.id, brokerages.organizationId))
    .where(eq(brokerages.requestId, requestId))
    .orderBy(asc(brokerages.createdAt), asc(brokerages.id))

/** What an event about a brokerage tells its readers. */
export const brokerageEvent = ({ brokerage, request }: HeldBrokerage, byOrganizationId: string) => ({
  requestId: request.id,
  requesterId: request.requesterId,
  ownerId: request.ownerId,
  brokerId: brokerage.organizationId,
  state: brokerage.state,
  byOrganizationId,
})
