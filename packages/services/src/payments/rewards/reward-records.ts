import type { Database, Transaction } from '@market/database'
import {
  listingRights,
  organizations,
  rewardCosts,
  rewardShares,
  rewardSplits,
  rights,
} from '@market/database/schema'
import { type CalendarDate, refuse } from '@market/domain'
import { type RewardPlan, type RewardStanding, rewardStanding } from '@market/domain/payments'
import { type Action, authorize, type Relation, relationsTo } from '@market/domain/policy'
import { conversionRulesOn, type LegalBasis } from '@market/domain/regimes'
import { asc, eq } from 'drizzle-orm'
import type { ContractRow } from '../../contracts/index.ts'
import type { MemberActor } from '../../index.ts'

export type RewardRow = typeof rewardSplits.$inferSelect
type Reader = Database | Transaction

export interface RewardFloor extends LegalBasis {
  percent: number
}

/** Only the seller stands in any relation to it: neither the buyer nor the agency learns of a split. */
export const relationsToReward = (actor: MemberActor, { sellerId }: ContractRow): Relation[] =>
  relationsTo(actor, { sellerOrganizationId: sellerId })

export const authorizeReward = (
  actor: MemberActor,
  action: Action & `reward.${string}`,
  contract: ContractRow,
): void => authorize(actor, action, relationsToReward(actor, contract))

/** The least a state institution leaves to its inventors, by the rules of the day of signing; null for others. */
export const floorOf = async (
  db: Reader,
  contract: ContractRow,
  today: CalendarDate,
): Promise<RewardFloor | null> => {
  const [seller] = await db
    .select({ stateOwned: organizations.stateOwned })
    .from(organizations)
    .where(eq(organizations.id, contract.sellerId))
  const rules = conversionRulesOn(contract.signedOn ?? today)
  if (!seller?.stateOwned || rules === null) return null
  const { incomePercent, basis, verified } = rules.reward
  return { percent: incomePercent, basis, verified }
}

/** Who made what the contract is about, as the rights of its listing name them, each once. */
export const inventorsOf = async (db: Reader, { listingId }: ContractRow): Promise<string[]> => {
  if (listingId === null) return []
  const rows = await db
    .select({ names: rights.inventorNames })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(eq(listingRights.listingId, listingId))
    .orderBy(asc(listingRights.position))
  return [...new Set(rows.flatMap(({ names }) => names))]
}

export const splitOf = async (db: Reader, contractId: string): Promise<RewardRow | null> => {
  const [row] = await db.select().from(rewardSplits).where(eq(rewardSplits.contractId, contractId))
  return row ?? null
}

/** Refuses with `reward.not_found`. */
export const requireSplit = async (tx: Transaction, contractId: string): Promise<RewardRow> => {
  const split = await splitOf(tx, contractId)
  if (split === null) throw refuse('not-found', 'reward.not_found')
  return split
}

/** A split as the domain judges it. */
export const planOf = async (db: Reader, split: RewardRow): Promise<RewardPlan> => {
  const { id, rule, reference, inventorPart } = split
  const [costs, shares] = await Promise.all([
    db.select().from(rewardCosts).where(eq(rewardCosts.splitId, id)).orderBy(asc(rewardCosts.position)),
    db.select().from(rewardShares).where(eq(rewardShares.splitId, id)).orderBy(asc(rewardShares.position)),
  ])
  return {
    rule,
    reference,
    inventorPart,
    costs: costs.map(({ kind, note, amountFen }) => ({ kind, note, amountFen })),
    shares: shares.map(({ name, share }) => ({ name, share })),
  }
}

export const costsOf = ({ costs }: RewardPlan): number =>
  costs.reduce((sum, { amountFen }) => sum + amountFen, 0)

/** Where a plan stands once so much has been received. */
export const standingAt = (plan: RewardPlan, receivedFen: number): RewardStanding =>
  rewardStanding(receivedFen, costsOf(plan), plan.inventorPart)
