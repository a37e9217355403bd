import {
  contracts,
  files,
  ledgerEntries,
  ledgerTransactions,
  organizations,
  paymentDues,
  paymentInvoices,
  paymentRefunds,
  payments,
  payoutAccounts,
} from '@market/database/schema'
import { type CalendarDate, type Fen, refuse, shanghaiDateOf } from '@market/domain'
import {
  type AccountSummary,
  dueMachine,
  type LedgerEntry,
  type PostingKind,
  type ScheduleLine,
} from '@market/domain/payments'
import { authorize, may } from '@market/domain/policy'
import { paymentRulesOn } from '@market/domain/regimes'
import { asc, eq, getTableColumns, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { ContractRow } from '../contracts/index.ts'
import { type MemberActor, requireMember, type ServiceContext } from '../index.ts'
import type { PayoutAccountRow } from './accounts/payout-account.ts'
import { accountOf, outstandingOf } from './ledger.ts'
import { type DifferenceRecord, differencesOf } from './online/list-reconciliations.ts'
import type { InvoiceRow } from './record-invoice.ts'
import {
  type DueRow,
  type PaymentAction,
  type PaymentRow,
  type RefundRow,
  relationsToPayment,
} from './records.ts'
import { impliedLines } from './schedule/schedule-frame.ts'

export interface DueView {
  due: DueRow
  outstandingFen: Fen
  overdue: boolean
  actions: PaymentAction[]
}

export interface PaymentView {
  payment: PaymentRow
  proofName: string | null
  refunds: RefundRow[]
  actions: PaymentAction[]
}

export interface StatementLine {
  id: string
  kind: PostingKind
  occurredOn: CalendarDate
  recordedAt: Date
  entries: (LedgerEntry & { title: string | null })[]
}

export interface ContractPayments {
  contract: ContractRow
  seller: { id: string; nameZh: string; nameEn: string; sample: boolean }
  buyer: { id: string; nameZh: string; nameEn: string; sample: boolean }
  side: 'payer' | 'receiver' | 'reader'
  /** What the terms imply, while nothing is planned and nothing signed. */
  implied: ScheduleLine[]
  dues: DueView[]
  payments: PaymentView[]
  invoices: InvoiceRow[]
  summary: AccountSummary
  statement: StatementLine[]
  receiverAccount: PayoutAccountRow | null
  secondPersonAboveFen: Fen
  actions: PaymentAction[]
  differences: DifferenceRecord[]
}

const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')

const findDeal = async ({ db }: ServiceContext, contractId: string) => {
  const [row] = await db
    .select({
      contract: contracts,
      seller: { id: sellers.id, nameZh: sellers.nameZh, nameEn: sellers.nameEn, sample: sellers.sample },
      buyer: { id: buyers.id, nameZh: buyers.nameZh, nameEn: buyers.nameEn, sample: buyers.sample },
      account: payoutAccounts,
    })
    .from(contracts)
    .innerJoin(sellers, eq(sellers.id, contracts.sellerId))
    .innerJoin(buyers, eq(buyers.id, contracts.buyerId))
    .leftJoin(payoutAccounts, eq(payoutAccounts.organizationId, contracts.sellerId))
    .where(eq(contracts.id, contractId))
  if (!row) throw refuse('not-found', 'payment.not_found')
  return row
}

const allowed = (
  actor: MemberActor,
  contract: ContractRow,
  possible: Partial<Record<PaymentAction, boolean>>,
  firstConfirmedBy: string | null = null,
): PaymentAction[] => {
  const relations = relationsToPayment(actor, contract, firstConfirmedBy)
  const names = Object.keys(possible) as PaymentAction[]
  return names.filter((action) => possible[action] && may(actor, action, relations))
}

interface Standing {
  actor: MemberActor
  contract: ContractRow
  summary: AccountSummary
  today: CalendarDate
  online: boolean
}

const viewDue = async (context: ServiceContext, due: DueRow, standing: Standing): Promise<DueView> => {
  const { actor, contract, summary, today, online } = standing
  const open = due.state === 'open'
  const outstandingFen = await outstandingOf(context.db, due.id)
  return {
    due,
    outstandingFen: open && due.kind === 'deposit' && outstandingFen === 0 ? due.amountFen : outstandingFen,
    overdue: open && due.dueOn !== null && due.dueOn < today,
    actions: allowed(actor, contract, {
      'payment.submit_transfer': open,
      'payment.pay_online': open && online,
      'payment.call': dueMachine.allows(due.state, 'call') && due.dueOn === null,
      'payment.offset': open && summary.overpaidFen > 0 && outstandingFen > 0,
      'payment.waive': open,
    }),
  }
}

const viewPayment = (
  { payment, proofName }: { payment: PaymentRow; proofName: string | null },
  refunds: RefundRow[],
  { actor, contract }: Standing,
): PaymentView => {
  const { state, channel } = payment
  const waiting = state === 'submitted' || state === 'awaiting_second'
  const wayBack = refunds.some((refund) => refund.state === 'pending') && channel === 'bank'
  const possible = {
    'payment.confirm': waiting,
    'payment.reject': waiting,
    'payment.withdraw': state === 'submitted',
    'payment.capture': state === 'authorised',
    'payment.release': state === 'authorised',
    'payment.refund': state === 'confirmed',
    'payment.confirm_refund': wayBack,
    'payment.recheck': channel === 'stripe' && state !== 'confirmed',
  }
  return {
    payment,
    proofName,
    refunds,
    actions: allowed(actor, contract, possible, payment.firstConfirmedBy),
  }
}

const readPayments = async ({ db }: ServiceContext, contractId: string) => {
  const found = await db
    .select({ payment: payments, proofName: files.name })
    .from(payments)
    .leftJoin(files, eq(files.id, payments.proofFileId))
    .where(eq(payments.contractId, contractId))
    .orderBy(asc(payments.createdAt), asc(payments.id))
  const ids = found.map(({ payment }) => payment.id)
  const refunds = await db
    .select()
    .from(paymentRefunds)
    .where(inArray(paymentRefunds.paymentId, ids))
    .orderBy(asc(paymentRefunds.createdAt))
  return found.map((row) => ({
    row,
    refunds: refunds.filter(({ paymentId }) => paymentId === row.payment.id),
  }))
}

/** The contract's ledger, posting by posting. */
const readStatement = async ({ db }: ServiceContext, contractId: string): Promise<StatementLine[]> => {
  const { transactionId, ...entry } = getTableColumns(ledgerEntries)
  const rows = await db
    .select({ transaction: ledgerTransactions, entry, title: paymentDues.title })
    .from(ledgerTransactions)
    .innerJoin(ledgerEntries, eq(transactionId, ledgerTransactions.id))
    .leftJoin(paymentDues, eq(paymentDues.id, ledgerEntries.dueId))
    .where(eq(ledgerTransactions.contractId, contractId))
    .orderBy(asc(ledgerTransactions.recordedAt), asc(ledgerTransactions.id), asc(ledgerEntries.position))
  const lines = new Map<string, StatementLine>()
  for (const { transaction, entry: booked, title } of rows) {
    const { id, kind, occurredOn, recordedAt } = transaction
    const line = lines.get(id) ?? { id, kind, occurredOn, recordedAt, entries: [] }
    line.entries.push({ account: booked.account, amountFen: booked.amountFen, dueId: booked.dueId, title })
    lines.set(id, line)
  }
  return [...lines.values()]
}

const sideOf = ({ organizationId }: MemberActor, { sellerId, buyerId }: ContractRow) => {
  if (organizationId === buyerId) return 'payer'
  return organizationId === sellerId ? 'receiver' : 'reader'
}

/** All that is owed, paid and given back under one contract. Refuses with `payment.not_found`. */
export const getContractPayments = async (
  context: ServiceContext,
  { contractId, onlineOffered }: { contractId: string; onlineOffered: boolean },
): Promise<ContractPayments> => {
  const actor = requireMember(context)
  const { contract, seller, buyer, account } = await findDeal(context, contractId)
  authorize(actor, 'payment.read', relationsToPayment(actor, contract))
  const { db } = context
  const today = shanghaiDateOf(context.clock.now())
  const [dues, paid, invoices, summary, statement, differences] = await Promise.all([
    db
      .select()
      .from(paymentDues)
      .where(eq(paymentDues.contractId, contractId))
      .orderBy(asc(paymentDues.position)),
    readPayments(context, contractId),
    db
      .select()
      .from(paymentInvoices)
      .where(eq(paymentInvoices.contractId, contractId))
      .orderBy(asc(paymentInvoices.issuedOn), asc(paymentInvoices.id)),
    accountOf(db, contractId),
    readStatement(context, contractId),
    differencesOf(context, contractId),
  ])
  const online = onlineOffered && account?.chargesEnabled === true && account.payoutsEnabled
  const standing: Standing = { actor, contract, summary, today, online }
  const side = sideOf(actor, contract)
  const signed = contract.signedAt !== null && contract.state !== 'terminated'
  return {
    contract,
    seller,
    buyer,
    side,
    implied: dues.length === 0 ? impliedLines(contract, today) : [],
    dues: await Promise.all(dues.map((due) => viewDue(context, due, standing))),
    payments: paid.map(({ row, refunds }) => viewPayment(row, refunds, standing)),
    invoices,
    summary,
    statement,
    receiverAccount: side === 'reader' ? null : account,
    secondPersonAboveFen: paymentRulesOn(today).secondPersonAboveFen,
    actions: allowed(actor, contract, {
      'payment.plan': contract.state === 'draft',
      'payment.report_royalty': signed && contract.terms.royaltyRatePercent !== null,
      'payment.record_invoice': signed,
    }),
    differences: side === 'reader' ? [] : differences,
  }
}
