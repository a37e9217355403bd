import { contracts, payments, reconciliationDifferences, reconciliations } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { and, desc, eq, lt, or } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'

export interface DifferenceRecord {
  difference: typeof reconciliationDifferences.$inferSelect
  at: Date
  contract: { id: string; title: string } | null
}

const selectDifferences = ({ db }: ServiceContext) =>
  db
    .select({
      difference: reconciliationDifferences,
      at: reconciliations.startedAt,
      contract: { id: contracts.id, title: contracts.title },
    })
    .from(reconciliationDifferences)
    .innerJoin(reconciliations, eq(reconciliations.id, reconciliationDifferences.reconciliationId))
    .leftJoin(payments, eq(payments.id, reconciliationDifferences.paymentId))
    .leftJoin(contracts, eq(contracts.id, payments.contractId))

export interface ReconciliationList extends Page<DifferenceRecord> {
  /** When the records were last compared; null: never. */
  lastRunAt: Date | null
}

const lastRun = async ({ db }: ServiceContext): Promise<Date | null> => {
  const { startedAt } = reconciliations
  const [last] = await db.select({ startedAt }).from(reconciliations).orderBy(desc(startedAt)).limit(1)
  return last?.startedAt ?? null
}

/** Where our records and Stripe's differed, newest first: all of them for operator and authority. */
export const listDifferences = async (
  context: ServiceContext,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ReconciliationList> => {
  const actor = requireMember(context)
  authorize(actor, 'payment.read_reconciliations')
  const { startedAt } = reconciliations
  const { id } = reconciliationDifferences
  const from = cursor === undefined ? null : decodeInstantCursor(cursor)
  const after =
    from === null ? undefined : or(lt(startedAt, from.at), and(eq(startedAt, from.at), lt(id, from.id)))
  const rows = await selectDifferences(context)
    .where(after)
    .orderBy(desc(startedAt), desc(id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ at, difference }) => [at.toISOString(), difference.id])
  return { ...page, lastRunAt: await lastRun(context) }
}

/** The differences there were with the payments of one contract; part of what its parties read. */
export const differencesOf = (context: ServiceContext, contractId: string): Promise<DifferenceRecord[]> =>
  selectDifferences(context)
    .where(eq(payments.contractId, contractId))
    .orderBy(desc(reconciliations.startedAt), desc(reconciliationDifferences.id))
    .limit(20)
