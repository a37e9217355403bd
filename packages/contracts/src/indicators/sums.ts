import { z } from 'zod'

export const sums = {
  /** True where the figure stands on too few contracts for the public: it is then null. Other cells may be hidden to keep these from being computed. */
  suppressed: z.boolean(),
  contractCount: z.int().nullable(),
  contractAmountFen: z.int().nullable(),
  technologyAmountFen: z.int().nullable(),
}

export const TurnoverSums = z.object(sums)
