import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { rewardCosts, rewardShares, rewardSplits } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { type RewardPlan, rewardProblems } from '@market/domain/payments'
import { and, eq } from 'drizzle-orm'
import type { ContractRow } from '../../contracts/index.ts'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import { holdLedger } from '../records.ts'
import { authorizeReward, floorOf, type RewardRow, splitOf } from './reward-records.ts'

export interface DraftRewardInput {
  contractId: string
  /** The revision read; null where there was none. */
  revision: number | null
  plan: RewardPlan
}

const requireOpen = (before: RewardRow | null, revision: number | null): void => {
  if (before?.state === 'approved') throw refuse('conflict', 'reward.approved_already')
  if ((before?.revision ?? null) !== revision) {
    throw refuse('conflict', 'reward.changed_meanwhile', { revision: before?.revision ?? null })
  }
}

const storeHead = async (
  { tx, now }: UnitOfWork,
  before: RewardRow | null,
  values: Pick<RewardRow, 'rule' | 'reference' | 'inventorPart' | 'floorPercent'> & {
    floorBasisZh: string
    floorBasisEn: string
    floorVerified: boolean
  },
  made: { id: string; contract: ContractRow; actor: MemberActor },
): Promise<RewardRow> => {
  const [row] = before
    ? await tx
        .update(rewardSplits)
        .set({ ...values, revision: before.revision + 1, updatedAt: now })
        .where(and(eq(rewardSplits.id, before.id), eq(rewardSplits.revision, before.revision)))
        .returning()
    : await tx
        .insert(rewardSplits)
        .values({
          ...values,
          id: made.id,
          contractId: made.contract.id,
          organizationId: made.contract.sellerId,
          state: 'draft',
          createdBy: made.actor.userId,
          createdAt: now,
          updatedAt: now,
        })
        .returning()
  if (!row) throw refuse('conflict', 'reward.changed_meanwhile', {})
  return row
}

const storeLines = async ({ tx }: UnitOfWork, splitId: string, plan: RewardPlan): Promise<void> => {
  await tx.delete(rewardCosts).where(eq(rewardCosts.splitId, splitId))
  await tx.delete(rewardShares).where(eq(rewardShares.splitId, splitId))
  if (plan.costs.length > 0) {
    await tx.insert(rewardCosts).values(plan.costs.map((cost, position) => ({ splitId, position, ...cost })))
  }
  await tx
    .insert(rewardShares)
    .values(plan.shares.map((share, position) => ({ splitId, position, ...share })))
}

/**
 * The seller writes down how the net income is shared. Refuses with `reward.invalid` (the floor of the law among it),
 * `reward.approved_already` and `reward.changed_meanwhile`.
 */
export const draftReward = (
  context: ServiceContext,
  { contractId, revision, plan }: DraftRewardInput,
): Promise<RewardRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const contract = await holdLedger(unit.tx, contractId)
    authorizeReward(actor, 'reward.draft', contract)
    const before = await splitOf(unit.tx, contractId)
    requireOpen(before, revision)
    const floor = await floorOf(unit.tx, contract, shanghaiDateOf(unit.now))
    const problems = rewardProblems(plan, floor?.percent ?? null)
    if (problems.length > 0) throw refuseFields('reward.invalid', problems)
    const head = {
      rule: plan.rule,
      reference: plan.reference,
      inventorPart: plan.inventorPart,
      floorPercent: floor?.percent ?? null,
      floorBasisZh: floor?.basis.zh ?? '',
      floorBasisEn: floor?.basis.en ?? '',
      floorVerified: floor?.verified ?? false,
    }
    const split = await storeHead(unit, before, head, { id: context.ids.next(), contract, actor })
    await storeLines(unit, split.id, plan)
    unit.audit({
      action: 'reward.draft',
      subjectType: 'reward',
      subjectId: split.id,
      organizationId: contract.sellerId,
      before: before ?? undefined,
      after: { ...split, costs: plan.costs, shares: plan.shares },
    })
    unit.emit({ type: 'reward.drafted', subjectId: split.id, payload: { contractId } })
    return split
  })
}
