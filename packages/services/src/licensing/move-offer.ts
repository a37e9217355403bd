import type { UnitOfWork } from '@market/database'
import { offers } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type OfferCommand, offerMachine } from '@market/domain/licensing'
import { and, eq } from 'drizzle-orm'
import type { OfferRow } from './request-records.ts'

/** Moves an offer on from open, the one thing that may change in it. Refuses with `offer.wrong_state`. */
export const moveOffer = async (
  { tx, now }: UnitOfWork,
  before: OfferRow,
  command: OfferCommand,
  userId: string,
): Promise<OfferRow> => {
  const state = offerMachine.transition(before.state, command)
  const [after] = await tx
    .update(offers)
    .set({ state, decidedAt: now, decidedBy: userId })
    .where(and(eq(offers.id, before.id), eq(offers.state, before.state)))
    .returning()
  if (!after) throw refuse('conflict', 'offer.changed_meanwhile')
  return after
}
