import { batchListMembers, batchLists, organizations, registrations } from '@market/database/schema'
import { authorize, may } from '@market/domain/policy'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'
import type { BatchListRecord } from './records.ts'

export interface ListBatchListsInput {
  cursor?: string | undefined
  limit: number
}

export interface BatchListSummaryRecord {
  list: BatchListRecord
  agency: { id: string; nameZh: string; nameEn: string }
  void: boolean
}

const changedSince = sql<boolean>`exists (${sql`
  select from ${batchListMembers} join ${registrations} on ${registrations.id} = ${batchListMembers.registrationId}
  where ${batchListMembers.batchListId} = ${batchLists.id} and ${ne(registrations.version, batchListMembers.version)}`})`

/** Lists of the actor's agency, of every agency for operator and authority; newest first. */
export const listBatchLists = async (
  context: ServiceContext,
  { cursor, limit }: ListBatchListsInput,
): Promise<Page<BatchListSummaryRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'batch_list.list')
  const seesAll = may(actor, 'batch_list.read', [])
  const after = cursor === undefined ? undefined : decodeInstantCursor(cursor)
  const { id, nameZh, nameEn } = organizations
  const rows = await context.db
    .select({ list: batchLists, agency: { id, nameZh, nameEn }, void: changedSince })
    .from(batchLists)
    .innerJoin(organizations, eq(id, batchLists.agencyId))
    .where(
      and(
        seesAll ? undefined : eq(batchLists.agencyId, actor.organizationId),
        after &&
          sql`(${batchLists.createdAt}, ${batchLists.id}) < (${after.at.toISOString()}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(batchLists.createdAt), desc(batchLists.id))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ list }) => [list.createdAt.toISOString(), list.id])
}
