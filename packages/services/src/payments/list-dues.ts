import { contracts, ledgerEntries, organizations, paymentDues, payments } from '@market/database/schema'
import { type CalendarDate, isCalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { decodeCursor, type Page, pageOf, requireMember, type ServiceContext } from '../index.ts'
import type { DueRow, PaymentRow } from './records.ts'

export interface ListDuesInput {
  side: 'payer' | 'receiver'
  /** 'to_confirm': a transfer waits for its confirmation. */
  view: 'open' | 'overdue' | 'to_confirm' | 'settled'
  cursor?: string | undefined
  limit: number
}

export interface DueSummary {
  due: DueRow
  contract: { id: string; title: string }
  counterparty: { id: string; nameZh: string; nameEn: string }
  outstandingFen: number
  /** A payment of it that is under way. */
  running: Pick<PaymentRow, 'id' | 'state' | 'channel' | 'amountFen'> | null
}

const others = alias(organizations, 'others')

const outstanding = sql<string>`(
  select coalesce(sum(${ledgerEntries.amountFen}), 0) from ${ledgerEntries}
  where ${ledgerEntries.dueId} = ${paymentDues.id} and ${ledgerEntries.account} = 'receivable'
)`

/** Amounts without a date come last. */
const FAR = '2999-12-31'
const day = sql<CalendarDate>`coalesce(${paymentDues.dueOn}, ${FAR}::date)`

const toConfirm = sql`exists (
  select 1 from ${payments} where ${payments.dueId} = ${paymentDues.id}
    and ${payments.state} in ('submitted', 'awaiting_second')
)`

const conditionOf = (view: ListDuesInput['view'], today: CalendarDate): SQL | undefined => {
  if (view === 'to_confirm') return toConfirm
  if (view === 'settled') return inArray(paymentDues.state, ['settled', 'waived'])
  const open = eq(paymentDues.state, 'open')
  return view === 'open' ? open : and(open, sql`${paymentDues.dueOn} < ${today}`)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const after = (cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const [on = '', id = ''] = decodeCursor(cursor, 2)
  if (!isCalendarDate(on) || !UUID.test(id)) throw refuse('invalid', 'cursor.invalid')
  return sql`(${day}, ${paymentDues.id}) > (${on}::date, ${id}::uuid)`
}

const runningOf = async ({ db }: ServiceContext, dueIds: string[]) => {
  const rows = await db
    .select()
    .from(payments)
    .where(
      and(
        inArray(payments.dueId, dueIds),
        inArray(payments.state, ['submitted', 'awaiting_second', 'intended', 'pending', 'authorised']),
      ),
    )
    .orderBy(asc(payments.createdAt))
  return new Map(
    rows.map(({ id, dueId, state, channel, amountFen }) => [dueId, { id, state, channel, amountFen }]),
  )
}

/** What the actor's organization owes or is owed, by date. */
export const listDues = async (
  context: ServiceContext,
  { side, view, cursor, limit }: ListDuesInput,
): Promise<Page<DueSummary>> => {
  const actor = requireMember(context)
  authorize(actor, 'payment.list')
  const own = side === 'payer' ? contracts.buyerId : contracts.sellerId
  const other = side === 'payer' ? contracts.sellerId : contracts.buyerId
  const rows = await context.db
    .select({
      due: paymentDues,
      contract: { id: contracts.id, title: contracts.title },
      counterparty: { id: others.id, nameZh: others.nameZh, nameEn: others.nameEn },
      outstanding,
      day,
    })
    .from(paymentDues)
    .innerJoin(contracts, eq(contracts.id, paymentDues.contractId))
    .innerJoin(others, eq(others.id, other))
    .where(
      and(
        eq(own, actor.organizationId),
        sql`${paymentDues.state} <> 'planned'`,
        conditionOf(view, shanghaiDateOf(context.clock.now())),
        after(cursor),
      ),
    )
    .orderBy(asc(day), asc(paymentDues.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, (row) => [row.day, row.due.id])
  const running = await runningOf(
    context,
    page.items.map(({ due }) => due.id),
  )
  const items = page.items.map(({ outstanding: sum, day: _, ...row }) => ({
    ...row,
    outstandingFen:
      row.due.kind === 'deposit' && Number(sum) === 0 && row.due.state === 'open'
        ? row.due.amountFen
        : Number(sum),
    running: running.get(row.due.id) ?? null,
  }))
  return { items, nextCursor: page.nextCursor }
}
