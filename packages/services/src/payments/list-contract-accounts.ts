import { contracts, organizations, registrations } from '@market/database/schema'
import { type CalendarDate, type Fen, isCalendarDate, refuse, shanghaiDateOf } from '@market/domain'
import type { AccountStanding } from '@market/domain/payments'
import { authorize, may } from '@market/domain/policy'
import { and, desc, eq, gte, isNotNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import {
  containing,
  decodeCursor,
  type MemberActor,
  type Page,
  pageOf,
  requireMember,
  type ServiceContext,
} from '../index.ts'

export interface ContractAccountFilter {
  /** Which side the actor's organization stands on; an overseer leaves it out and sees every contract. */
  side?: 'payer' | 'receiver' | undefined
  standing?: AccountStanding | undefined
  signedFrom?: CalendarDate | undefined
  signedTo?: CalendarDate | undefined
  /** A part of the title or of a party's name. */
  text?: string | undefined
}

export interface ContractAccount {
  contractId: string
  title: string
  signedOn: CalendarDate
  number: string | null
  seller: { id: string; nameZh: string; nameEn: string }
  buyer: { id: string; nameZh: string; nameEn: string }
  contractAmountFen: Fen
  dueFen: Fen
  receivedFen: Fen
  refundedFen: Fen
  outstandingFen: Fen
  overdueFen: Fen
  overpaidFen: Fen
}

const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')

const today = (date: CalendarDate) => sql`${date}::date`

/** The ledger of a contract in one row; what went back stands in the refund postings. */
const sumsOn = (date: CalendarDate) => sql`lateral (
  select
    coalesce(-sum(e.amount_fen) filter (where e.account = 'due'), 0)::bigint as due,
    coalesce(sum(e.amount_fen) filter (where e.account = 'receivable'), 0)::bigint as outstanding,
    coalesce(sum(e.amount_fen) filter (where e.account = 'receivable' and d.due_on < ${today(date)}), 0)::bigint as overdue,
    coalesce(-sum(e.amount_fen) filter (where e.account = 'overpaid'), 0)::bigint as overpaid,
    coalesce(sum(e.amount_fen) filter (where t.kind = 'receipt' and e.account in ('received_bank', 'received_stripe')), 0)::bigint as received,
    coalesce(-sum(e.amount_fen) filter (where t.kind in ('refund', 'refund_failed')
      and e.account in ('received_bank', 'received_stripe', 'paid_out', 'fee')), 0)::bigint as refunded
  from ledger_transactions t
  join ledger_entries e on e.transaction_id = t.id
  left join payment_dues d on d.id = e.due_id
  where t.contract_id = ${contracts.id}
) sums`

const scopeOf = (actor: MemberActor, { side }: ContractAccountFilter): SQL | undefined => {
  const { organizationId } = actor
  if (side === 'payer') return eq(contracts.buyerId, organizationId)
  if (side === 'receiver') return eq(contracts.sellerId, organizationId)
  if (may(actor, 'payment.read_reconciliations')) return undefined
  return or(
    eq(contracts.sellerId, organizationId),
    eq(contracts.buyerId, organizationId),
    eq(contracts.agencyId, organizationId),
  )
}

const STANDING: Record<AccountStanding, SQL> = {
  open: sql`sums.outstanding > 0`,
  overdue: sql`sums.overdue > 0`,
  settled: sql`sums.due > 0 and sums.outstanding = 0`,
  overpaid: sql`sums.overpaid > 0`,
}

const conditions = ({ standing, signedFrom, signedTo, text }: ContractAccountFilter): (SQL | undefined)[] => {
  const pattern = text === undefined ? null : containing(text)
  return [
    standing && STANDING[standing],
    signedFrom === undefined ? undefined : gte(contracts.signedOn, signedFrom),
    signedTo === undefined ? undefined : lte(contracts.signedOn, signedTo),
    pattern === null
      ? undefined
      : sql`(${contracts.title} ilike ${pattern} or ${sellers.nameZh} ilike ${pattern} or ${sellers.nameEn} ilike ${pattern}
          or ${buyers.nameZh} ilike ${pattern} or ${buyers.nameEn} ilike ${pattern})`,
  ]
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const after = (cursor: string | undefined): SQL | undefined => {
  if (cursor === undefined) return undefined
  const [on = '', id = ''] = decodeCursor(cursor, 2)
  if (!isCalendarDate(on) || !UUID.test(id)) throw refuse('invalid', 'cursor.invalid')
  return sql`(${contracts.signedOn}, ${contracts.id}) < (${on}::date, ${id}::uuid)`
}

const fenOf = (name: string) => sql<string>`${sql.raw(`sums.${name}`)}`

const select = async (
  context: ServiceContext,
  filter: ContractAccountFilter,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<ContractAccount[]> => {
  const actor = requireMember(context)
  authorize(actor, 'payment.list')
  const rows = await context.db
    .select({
      contractId: contracts.id,
      title: contracts.title,
      signedOn: contracts.signedOn,
      number: registrations.number,
      seller: { id: sellers.id, nameZh: sellers.nameZh, nameEn: sellers.nameEn },
      buyer: { id: buyers.id, nameZh: buyers.nameZh, nameEn: buyers.nameEn },
      contractAmountFen: contracts.contractAmountFen,
      dueFen: fenOf('due'),
      receivedFen: fenOf('received'),
      refundedFen: fenOf('refunded'),
      outstandingFen: fenOf('outstanding'),
      overdueFen: fenOf('overdue'),
      overpaidFen: fenOf('overpaid'),
    })
    .from(contracts)
    .innerJoin(sellers, eq(sellers.id, contracts.sellerId))
    .innerJoin(buyers, eq(buyers.id, contracts.buyerId))
    .leftJoin(registrations, and(eq(registrations.contractId, contracts.id), isNotNull(registrations.number)))
    .innerJoin(sumsOn(shanghaiDateOf(context.clock.now())), sql`true`)
    .where(and(scopeOf(actor, filter), isNotNull(contracts.signedAt), ...conditions(filter), after(cursor)))
    .orderBy(desc(contracts.signedOn), desc(contracts.id))
    .limit(limit)
  return rows.map((row) => ({
    ...row,
    signedOn: row.signedOn ?? '',
    dueFen: Number(row.dueFen),
    receivedFen: Number(row.receivedFen),
    refundedFen: Number(row.refundedFen),
    outstandingFen: Number(row.outstandingFen),
    overdueFen: Number(row.overdueFen),
    overpaidFen: Number(row.overpaidFen),
  }))
}

/** Signed against paid, contract by contract, the one signed last first: one's own, or for an overseer all. */
export const listContractAccounts = async (
  context: ServiceContext,
  filter: ContractAccountFilter,
  page: { cursor?: string | undefined; limit: number },
): Promise<Page<ContractAccount>> => {
  const rows = await select(context, filter, { ...page, limit: page.limit + 1 })
  return pageOf(rows, page.limit, ({ signedOn, contractId }) => [signedOn, contractId])
}

/** More rows than an office program opens with ease; the filter narrows them. */
const MAX_EXPORT_ROWS = 50_000

/** All of them, for a table to be taken home. */
export const exportContractAccounts = (
  context: ServiceContext,
  filter: ContractAccountFilter,
): Promise<ContractAccount[]> => select(context, filter, { limit: MAX_EXPORT_ROWS })
