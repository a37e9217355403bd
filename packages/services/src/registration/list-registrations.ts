import { registrations } from '@market/database/schema'
import { type Actor, shanghaiDateOf } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import type { RegistrationState } from '@market/domain/registration'
import { and, asc, desc, eq, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import {
  type NamedRegistration,
  type RegistrationSummaryRecord,
  selectRegistrations,
  summarize,
  WAITING_STATES,
} from './view.ts'

export type RegistrationQueue = 'filed' | 'examine' | 'assigned' | 'overdue' | 'party'

export interface ListRegistrationsInput {
  queue?: RegistrationQueue | undefined
  state?: RegistrationState | undefined
  cursor?: string | undefined
  limit: number
}

type Member = Actor & { organizationId: string }

/** Registrars of the operator and the authority examine for every agency. */
const overseesAll = (actor: Actor): boolean => may(actor, 'registration.accept', [])

const ofParty = ({ organizationId }: Member) =>
  or(eq(registrations.sellerId, organizationId), eq(registrations.buyerId, organizationId))

const everythingVisible = (actor: Member): SQL | undefined => {
  const own = or(eq(registrations.agencyId, actor.organizationId), ofParty(actor))
  return overseesAll(actor) ? or(ne(registrations.state, 'draft'), own) : own
}

/** Asked as of a filing of the own agency: whoever may not examine that has no queue. */
const toExamine = (actor: Member): SQL | undefined => {
  authorize(actor, 'registration.accept', ['agency'])
  const scope = overseesAll(actor) ? undefined : eq(registrations.agencyId, actor.organizationId)
  return and(inArray(registrations.state, WAITING_STATES), scope)
}

/** Decisions whose last day is over, among those the actor may examine. */
const overdue = (actor: Member, now: Date): SQL | undefined =>
  and(
    toExamine(actor),
    inArray(registrations.state, ['accepted', 'under_review']),
    lt(registrations.dueOn, shanghaiDateOf(now)),
  )

const scopeOf = (actor: Member, queue: RegistrationQueue | undefined, now: Date): SQL | undefined => {
  if (queue === 'examine') return toExamine(actor)
  if (queue === 'assigned') return and(toExamine(actor), eq(registrations.assignedTo, actor.userId))
  if (queue === 'overdue') return overdue(actor, now)
  if (queue === 'party') return ofParty(actor)
  if (queue === 'filed') return eq(registrations.agencyId, actor.organizationId)
  return everythingVisible(actor)
}

/** By the last day for the decision, written into the cursor as its midnight. */
const LONGEST_OVERDUE_FIRST = {
  by: [asc(registrations.dueOn), asc(registrations.id)],
  position: ({ record }: NamedRegistration) => [`${record.dueOn}T00:00:00.000Z`, record.id],
  after: (cursor: string) => {
    const { at, id } = decodeInstantCursor(cursor)
    const day = at.toISOString().slice(0, 10)
    return sql`(${registrations.dueOn}, ${registrations.id}) > (${day}::date, ${id}::uuid)`
  },
}

/** A queue is worked from its longest waiting end; other lists are read from the newest. */
const orderOf = (queue: RegistrationQueue | undefined) => {
  if (queue === 'overdue') return LONGEST_OVERDUE_FIRST
  const longestFirst = queue === 'examine' || queue === 'assigned'
  const at = longestFirst ? registrations.submittedAt : registrations.updatedAt
  const direction = longestFirst ? asc : desc
  const position = ({ record }: NamedRegistration) => [
    ((longestFirst ? record.submittedAt : null) ?? record.updatedAt).toISOString(),
    record.id,
  ]
  const after = (cursor: string) => {
    const { at: instant, id } = decodeInstantCursor(cursor)
    const here = sql`(${at}, ${registrations.id})`
    const there = sql`(${instant.toISOString()}::timestamptz, ${id}::uuid)`
    return longestFirst ? sql`${here} > ${there}` : sql`${here} < ${there}`
  }
  return { by: [direction(at), direction(registrations.id)], position, after }
}

/**
 * 'filed': my agency's; 'examine': what waits for a registrar, longest first (own agency, or all for operator and
 * authority); 'assigned': of those, mine; 'overdue': of those, past their last day; 'party': ours as seller or buyer; none: everything I may see. Refuses with `policy.forbidden`.
 */
export const listRegistrations = async (
  context: ServiceContext,
  { queue, state, cursor, limit }: ListRegistrationsInput,
): Promise<Page<RegistrationSummaryRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'registration.list')
  const order = orderOf(queue)
  const now = context.clock.now()
  const rows = await selectRegistrations(context.db)
    .where(
      and(
        scopeOf(actor, queue, now),
        state === undefined ? undefined : eq(registrations.state, state),
        cursor === undefined ? undefined : order.after(cursor),
      ),
    )
    .orderBy(...order.by)
    .limit(limit + 1)
  const { items, nextCursor } = pageOf(rows, limit, order.position)
  return { items: items.map((row) => summarize(row, actor, now)), nextCursor }
}
