import {
  COST_KINDS,
  MAX_INVENTORS,
  MAX_REWARD_COSTS,
  REWARD_RULES,
  REWARD_STATES,
} from '@market/domain/payments'
import { z } from 'zod'
import { DateText, FenAmount, Id, Instant, Line, OptionalLine } from '../shared/index.ts'

const Share = z.object({
  name: Line(100),
  /** Hundredths of a percent of what all inventors get. */
  share: z.int().min(1).max(10_000),
})

const Cost = z.object({ kind: z.enum(COST_KINDS), note: OptionalLine(200), amountFen: FenAmount })

const plan = {
  rule: z.enum(REWARD_RULES),
  reference: OptionalLine(300),
  /** Hundredths of a percent of the net income. */
  inventorPart: z.int(),
  costs: z.array(Cost).max(MAX_REWARD_COSTS),
  shares: z.array(Share).max(MAX_INVENTORS),
}

export const DraftRewardInput = z.object({ ...plan, revision: z.int().positive().nullable() })
export const ApproveRewardInput = z.object({ revision: z.int().positive() })

export const RewardStatementQuery = z.object({ inventor: z.string().max(100).optional() })

const NamedPart = z.object({ name: z.string(), amountFen: z.int() })

const standing = {
  costFen: z.int(),
  netFen: z.int(),
  poolFen: z.int(),
  institutionFen: z.int(),
}

export const Reward = z
  .object({
    contractId: Id,
    title: z.string(),
    sellerName: z.string(),
    sample: z.boolean(),
    signed: z.boolean(),
    floor: z.object({ percent: z.int(), zh: z.string(), en: z.string(), verified: z.boolean() }).nullable(),
    state: z.enum(REWARD_STATES).nullable(),
    revision: z.int().nullable(),
    approvedAt: Instant.nullable(),
    ...plan,
    receivedFen: z.int(),
    /** What the plan makes of all received so far. */
    standing: z.object(standing),
    distributions: z.array(
      z.object({
        id: Id,
        occurredOn: DateText,
        amountFen: z.int(),
        ...standing,
        parts: z.array(NamedPart),
      }),
    ),
    totals: z.array(NamedPart),
    actions: z.array(z.enum(['reward.draft', 'reward.approve'])),
  })
  .meta({ id: 'Reward' })
export type Reward = z.infer<typeof Reward>
