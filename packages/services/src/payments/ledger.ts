import type { Database, Transaction, UnitOfWork, WorkContext } from '@market/database'
import { ledgerEntries, ledgerTransactions, paymentRefunds, payments } from '@market/database/schema'
import { type CalendarDate, type Fen, shanghaiDateOf } from '@market/domain'
import {
  type AccountSummary,
  addPostings,
  type Balances,
  isBalanced,
  NO_BALANCES,
  type Posting,
  summarise,
} from '@market/domain/payments'
import { and, eq, sql } from 'drizzle-orm'

type Reader = Database | Transaction

export interface PostingFacts {
  contractId: string
  occurredOn?: CalendarDate
  paymentId?: string
  refundId?: string
}

/** Writes one balanced posting into the ledger of a contract that is held. */
export const post = async (
  { ids }: Pick<WorkContext, 'ids'>,
  { tx, now }: UnitOfWork,
  posting: Posting,
  { contractId, occurredOn = shanghaiDateOf(now), paymentId, refundId }: PostingFacts,
): Promise<void> => {
  if (posting.entries.length === 0) return
  if (!isBalanced(posting)) throw new Error(`A ${posting.kind} posting is not balanced.`)
  const id = ids.next()
  await tx.insert(ledgerTransactions).values({
    id,
    contractId,
    kind: posting.kind,
    occurredOn,
    recordedAt: now,
    paymentId: paymentId ?? null,
    refundId: refundId ?? null,
    entryCount: posting.entries.length,
  })
  await tx
    .insert(ledgerEntries)
    .values(posting.entries.map((entry, position) => ({ transactionId: id, position, ...entry })))
}

export const balancesOf = async (db: Reader, contractId: string): Promise<Balances> => {
  const rows = await db
    .select({
      account: ledgerEntries.account,
      amountFen: sql<string>`sum(${ledgerEntries.amountFen})`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .where(eq(ledgerTransactions.contractId, contractId))
    .groupBy(ledgerEntries.account)
  const entries = rows.map(({ account, amountFen }) => ({
    account,
    amountFen: Number(amountFen),
    dueId: null,
  }))
  return addPostings(NO_BALANCES, [{ kind: 'due', entries }])
}

/** What is still owed of one amount. */
export const outstandingOf = async (db: Reader, dueId: string): Promise<Fen> => {
  const [row] = await db
    .select({ sum: sql<string>`coalesce(sum(${ledgerEntries.amountFen}), 0)` })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.dueId, dueId), eq(ledgerEntries.account, 'receivable')))
  return Number(row?.sum ?? 0)
}

/** Whether an amount has been posted as owed; a deposit is only once money comes for it. */
export const isPosted = async (db: Reader, dueId: string): Promise<boolean> => {
  const [row] = await db
    .select({ position: ledgerEntries.position })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.dueId, dueId))
    .limit(1)
  return row !== undefined
}

/** What went back under a contract. */
export const refundedOf = async (db: Reader, contractId: string): Promise<Fen> => {
  const [row] = await db
    .select({ sum: sql<string>`coalesce(sum(${paymentRefunds.amountFen}), 0)` })
    .from(paymentRefunds)
    .innerJoin(payments, eq(payments.id, paymentRefunds.paymentId))
    .where(and(eq(payments.contractId, contractId), eq(paymentRefunds.state, 'succeeded')))
  return Number(row?.sum ?? 0)
}

/** The contract's money in the words of its two sides. */
export const accountOf = async (db: Reader, contractId: string): Promise<AccountSummary> =>
  summarise(await balancesOf(db, contractId), await refundedOf(db, contractId))
