import { inUnitOfWork } from '@market/database'
import { rewardSplits } from '@market/database/schema'
import { refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { rewardProblems } from '@market/domain/payments'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { holdLedger } from '../records.ts'
import { writeDistributions } from './distribute-receipts.ts'
import { authorizeReward, floorOf, planOf, type RewardRow, requireSplit } from './reward-records.ts'

/**
 * A signatory of the seller approves the split, which closes it; what has come in is shared at once. Refuses with
 * `reward.not_signed`, `reward.approved_already`, `reward.changed_meanwhile` and `reward.invalid`.
 */
export const approveReward = (
  context: ServiceContext,
  { contractId, revision }: { contractId: string; revision: number },
): Promise<RewardRow> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const { tx, now } = unit
    const contract = await holdLedger(tx, contractId)
    authorizeReward(actor, 'reward.approve', contract)
    const before = await requireSplit(tx, contractId)
    if (before.state === 'approved') throw refuse('conflict', 'reward.approved_already')
    if (before.revision !== revision) {
      throw refuse('conflict', 'reward.changed_meanwhile', { revision: before.revision })
    }
    if (contract.signedAt === null) throw refuse('precondition', 'reward.not_signed')
    const plan = await planOf(tx, before)
    const floor = await floorOf(tx, contract, shanghaiDateOf(now))
    const problems = rewardProblems(plan, floor?.percent ?? null)
    if (problems.length > 0) throw refuseFields('reward.invalid', problems)
    const [after] = await tx
      .update(rewardSplits)
      .set({ state: 'approved', approvedBy: actor.userId, approvedAt: now, updatedAt: now })
      .where(and(eq(rewardSplits.id, before.id), eq(rewardSplits.revision, revision)))
      .returning()
    if (!after) throw refuse('conflict', 'reward.changed_meanwhile', { revision })
    unit.audit({
      action: 'reward.approve',
      subjectType: 'reward',
      subjectId: after.id,
      organizationId: contract.sellerId,
      before,
      after,
    })
    unit.emit({ type: 'reward.approved', subjectId: after.id, payload: { contractId } })
    await writeDistributions(context, unit, after)
    return after
  })
}
