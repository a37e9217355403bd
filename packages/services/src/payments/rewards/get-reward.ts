import { contracts, organizations, rewardDistributions, rewardParts } from '@market/database/schema'
import { type Fen, refuse, shanghaiDateOf } from '@market/domain'
import { equalShares, type RewardPlan, type RewardStanding, WHOLE } from '@market/domain/payments'
import { may } from '@market/domain/policy'
import { asc, eq, inArray } from 'drizzle-orm'
import type { ContractRow } from '../../contracts/index.ts'
import { requireMember, type ServiceContext } from '../../index.ts'
import { accountOf } from '../ledger.ts'
import {
  authorizeReward,
  floorOf,
  inventorsOf,
  planOf,
  type RewardFloor,
  type RewardRow,
  relationsToReward,
  splitOf,
  standingAt,
} from './reward-records.ts'

type Distribution = typeof rewardDistributions.$inferSelect

export interface RewardRecord {
  contract: ContractRow
  sellerName: string
  sample: boolean
  floor: RewardFloor | null
  split: RewardRow | null
  /** The plan on record, or a first one: the floor, in equal shares for those the rights name. */
  plan: RewardPlan
  receivedFen: Fen
  /** What the plan makes of all received so far. */
  standing: RewardStanding
  distributions: (Distribution & { parts: { name: string; amountFen: Fen }[] })[]
  totals: { name: string; amountFen: Fen }[]
  actions: ('reward.draft' | 'reward.approve')[]
}

const firstPlan = (inventors: readonly string[], floor: RewardFloor | null): RewardPlan => ({
  rule: 'statutory',
  reference: '',
  inventorPart: floor === null ? WHOLE / 2 : floor.percent * 100,
  costs: [],
  shares: equalShares(inventors),
})

const readDistributions = async ({ db }: ServiceContext, splitId: string) => {
  const rows = await db
    .select()
    .from(rewardDistributions)
    .where(eq(rewardDistributions.splitId, splitId))
    .orderBy(asc(rewardDistributions.position))
  const ids = rows.map(({ id }) => id)
  const parts = await db
    .select()
    .from(rewardParts)
    .where(inArray(rewardParts.distributionId, ids))
    .orderBy(asc(rewardParts.position))
  return rows.map((row) => ({
    ...row,
    parts: parts
      .filter(({ distributionId }) => distributionId === row.id)
      .map(({ name, amountFen }) => ({ name, amountFen })),
  }))
}

const findContract = async ({ db }: ServiceContext, id: string) => {
  const [row] = await db
    .select({ contract: contracts, sellerName: organizations.nameZh, sample: organizations.sample })
    .from(contracts)
    .innerJoin(organizations, eq(organizations.id, contracts.sellerId))
    .where(eq(contracts.id, id))
  if (!row) throw refuse('not-found', 'reward.not_found')
  return row
}

/** How a contract's net income is shared, and what came of it. Refuses with `reward.not_found`. */
export const getReward = async (context: ServiceContext, contractId: string): Promise<RewardRecord> => {
  const actor = requireMember(context)
  const { db } = context
  const found = await findContract(context, contractId)
  const { contract } = found
  authorizeReward(actor, 'reward.read', contract)
  const [split, floor, inventors, account] = await Promise.all([
    splitOf(db, contractId),
    floorOf(db, contract, shanghaiDateOf(context.clock.now())),
    inventorsOf(db, contract),
    accountOf(db, contractId),
  ])
  const plan = split ? await planOf(db, split) : firstPlan(inventors, floor)
  const distributions = split ? await readDistributions(context, split.id) : []
  const receivedFen = account.receivedFen - account.refundedFen
  const relations = relationsToReward(actor, contract)
  const open = split?.state !== 'approved'
  const possible = {
    'reward.draft': open,
    'reward.approve': open && split !== null && contract.signedAt !== null,
  }
  return {
    ...found,
    floor,
    split,
    plan,
    receivedFen,
    standing: standingAt(plan, receivedFen),
    distributions,
    totals: plan.shares.map(({ name }) => ({
      name,
      amountFen: distributions
        .flatMap(({ parts }) => parts)
        .reduce((sum, part) => (part.name === name ? sum + part.amountFen : sum), 0),
    })),
    actions: (Object.keys(possible) as (keyof typeof possible)[]).filter(
      (action) => possible[action] && may(actor, action, relations),
    ),
  }
}
