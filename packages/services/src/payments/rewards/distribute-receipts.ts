import type { UnitOfWork, WorkContext } from '@market/database'
import { ledgerEntries, ledgerTransactions, rewardDistributions, rewardParts } from '@market/database/schema'
import { type RewardPlan, rewardStep, splitByLargestRemainder } from '@market/domain/payments'
import { and, asc, eq, inArray, sum } from 'drizzle-orm'
import { alreadyDone, resultUnlessDone } from '../../index.ts'
import { holdLedger } from '../records.ts'
import { planOf, type RewardRow, splitOf, standingAt } from './reward-records.ts'

type Distribution = typeof rewardDistributions.$inferSelect

/** Postings that moved money in or out, oldest first, with what came (or, negative, went back). */
const movementsOf = ({ tx }: UnitOfWork, contractId: string) =>
  tx
    .select({
      transactionId: ledgerTransactions.id,
      occurredOn: ledgerTransactions.occurredOn,
      amount: sum(ledgerEntries.amountFen),
    })
    .from(ledgerTransactions)
    .innerJoin(ledgerEntries, eq(ledgerEntries.transactionId, ledgerTransactions.id))
    .where(
      and(
        eq(ledgerTransactions.contractId, contractId),
        inArray(ledgerTransactions.kind, ['receipt', 'refund', 'refund_failed']),
        inArray(ledgerEntries.account, ['received_bank', 'received_stripe']),
      ),
    )
    .groupBy(ledgerTransactions.id)
    .orderBy(asc(ledgerTransactions.recordedAt), asc(ledgerTransactions.id))

const store = async (
  { tx }: UnitOfWork,
  distribution: Distribution,
  { shares }: RewardPlan,
): Promise<void> => {
  await tx.insert(rewardDistributions).values(distribution)
  const parts = splitByLargestRemainder(
    distribution.poolFen,
    shares.map(({ share }) => share),
  )
  await tx.insert(rewardParts).values(
    shares.map(({ name }, position) => ({
      distributionId: distribution.id,
      position,
      name,
      amountFen: parts[position] ?? 0,
    })),
  )
}

/** Shares what has moved since the last time, posting by posting; returns how many. */
export const writeDistributions = async (
  { ids }: Pick<WorkContext, 'ids'>,
  unit: UnitOfWork,
  split: RewardRow,
): Promise<number> => {
  const { tx, now, audit } = unit
  const plan = await planOf(tx, split)
  const done = await tx
    .select({ transactionId: rewardDistributions.transactionId, amountFen: rewardDistributions.amountFen })
    .from(rewardDistributions)
    .where(eq(rewardDistributions.splitId, split.id))
  const known = new Set(done.map(({ transactionId }) => transactionId))
  const movements = (await movementsOf(unit, split.contractId)).filter(
    (each) => !known.has(each.transactionId),
  )
  let received = done.reduce((total, { amountFen }) => total + amountFen, 0)
  for (const [index, { transactionId, occurredOn, amount }] of movements.entries()) {
    const amountFen = Number(amount)
    const step = rewardStep(standingAt(plan, received), standingAt(plan, received + amountFen))
    received += amountFen
    const position = done.length + index
    const distribution = {
      ...{ id: ids.next(), splitId: split.id, transactionId, position, occurredOn, amountFen },
      ...step,
      recordedAt: now,
    }
    await store(unit, distribution, plan)
    audit({
      action: 'reward.distribute',
      subjectType: 'reward',
      subjectId: split.id,
      organizationId: split.organizationId,
      after: distribution,
    })
  }
  return movements.length
}

/** Money came or went back under a contract: what an approved split makes of it. Idempotent; returns how many postings. */
export const distributeReceipts = async (context: WorkContext, contractId: string): Promise<number> => {
  const shared = await resultUnlessDone(context, async (unit) => {
    await holdLedger(unit.tx, contractId)
    const split = await splitOf(unit.tx, contractId)
    const count = split?.state === 'approved' ? await writeDistributions(context, unit, split) : 0
    if (count === 0) throw alreadyDone()
    return count
  })
  return shared ?? 0
}
