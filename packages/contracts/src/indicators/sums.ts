import { z } from 'zod'
import { Instant } from '../shared/index.ts'

export const sums = {
  /** True where the figure stands on too few contracts for the public: it is then null. Other cells may be hidden to keep these from being computed. */
  suppressed: z.boolean(),
  contractCount: z.int().nullable(),
  contractAmountFen: z.int().nullable(),
  technologyAmountFen: z.int().nullable(),
}

export const TurnoverSums = z.object(sums)

/** The state of the register that the public reads: figures released together, each safe beside all before it. */
export const ReleasedState = z
  .object({
    /** Null before the first release: nothing is public yet. */
    releasedAt: Instant.nullable(),
    /** The beginning of next month in Asia/Shanghai; the authority may release before. */
    nextAt: Instant,
  })
  .meta({ id: 'ReleasedState' })
export type ReleasedState = z.infer<typeof ReleasedState>

/** Null for whoever reads the ledger as it is. */
export const released = ReleasedState.nullable()
