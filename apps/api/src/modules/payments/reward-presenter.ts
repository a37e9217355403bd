import type { Reward } from '@market/contracts/payments'
import type { RewardRecord } from '@market/services/payments'

const presentDistribution = (
  each: RewardRecord['distributions'][number],
): Reward['distributions'][number] => {
  const { id, occurredOn, amountFen, costFen, netFen, poolFen, institutionFen, parts } = each
  return { id, occurredOn, amountFen, costFen, netFen, poolFen, institutionFen, parts }
}

export const presentReward = (record: RewardRecord): Reward => {
  const { contract, sellerName, sample, floor, split, plan } = record
  const { receivedFen, standing, distributions, totals, actions } = record
  return {
    contractId: contract.id,
    title: contract.title,
    signed: contract.signedAt !== null,
    floor: floor && { percent: floor.percent, ...floor.basis, verified: floor.verified },
    state: split?.state ?? null,
    revision: split?.revision ?? null,
    approvedAt: split?.approvedAt?.toISOString() ?? null,
    ...{ sellerName, sample, receivedFen, standing, totals, actions },
    rule: plan.rule,
    reference: plan.reference,
    inventorPart: plan.inventorPart,
    costs: [...plan.costs],
    shares: [...plan.shares],
    distributions: distributions.map(presentDistribution),
  }
}
