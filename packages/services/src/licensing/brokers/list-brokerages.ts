import { brokerages, organizations, requests } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'
import type { OrganizationRecord } from '../../organizations/index.ts'
import { type RequestSummaryRecord, selectRequests } from '../select-requests.ts'
import { type BrokerageAction, brokerageActions } from './brokerage-actions.ts'
import type { BrokerageRow } from './brokerage-records.ts'

export interface BrokerageRecord {
  brokerage: BrokerageRow
  organization: OrganizationRecord
  /** The deal it is about: its subject and its sides, nothing of the talks. */
  deal: RequestSummaryRecord
  actions: BrokerageAction[]
}

export interface ListBrokeragesInput {
  cursor?: string | undefined
  limit: number
}

const after = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  return or(lt(brokerages.updatedAt, at), and(eq(brokerages.updatedAt, at), lt(brokerages.id, id)))
}

/** Where the actor's organization is or was to be the broker, the one that moved last first. */
export const listBrokerages = async (
  context: ServiceContext,
  { cursor, limit }: ListBrokeragesInput,
): Promise<Page<BrokerageRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'brokerage.list')
  const rows = await context.db
    .select({ brokerage: brokerages, organization: organizations })
    .from(brokerages)
    .innerJoin(organizations, eq(organizations.id, brokerages.organizationId))
    .where(and(eq(brokerages.organizationId, actor.organizationId), after(cursor)))
    .orderBy(desc(brokerages.updatedAt), desc(brokerages.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ brokerage }) => [brokerage.updatedAt.toISOString(), brokerage.id])
  const requestIds = page.items.map(({ brokerage }) => brokerage.requestId)
  const deals = await selectRequests(context.db, actor.organizationId).where(inArray(requests.id, requestIds))
  const dealOf = new Map(deals.map((deal) => [deal.request.id, deal]))
  const items = page.items.map((row): BrokerageRecord => {
    const deal = dealOf.get(row.brokerage.requestId)
    if (!deal) throw new Error('A brokerage stands on a request.')
    return { ...row, deal, actions: brokerageActions(actor, row.brokerage, deal.request) }
  })
  return { ...page, items }
}
