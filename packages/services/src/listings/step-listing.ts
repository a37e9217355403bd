import type { UnitOfWork } from '@market/database'
import { listings } from '@market/database/schema'
import { refuse } from '@market/domain'
import { type ListingCommand, listingMachine } from '@market/domain/listings'
import { and, eq } from 'drizzle-orm'

type ListingRow = typeof listings.$inferSelect

/** Reads a listing and holds it until the unit of work ends. Refuses with `listing.not_found`. */
export const holdListing = async ({ tx }: UnitOfWork, id: string): Promise<ListingRow> => {
  const [row] = await tx.select().from(listings).where(eq(listings.id, id)).for('update')
  if (!row) throw refuse('not-found', 'listing.not_found')
  return row
}

interface ListingStep {
  command: ListingCommand
  event: 'listing.changed' | 'listing.transferred' | 'listing.expired'
  closes?: boolean
}

/** Moves a held listing on inside another verb's unit of work. Refuses with `listing.wrong_state`. */
export const stepListing = async (unit: UnitOfWork, before: ListingRow, step: ListingStep): Promise<void> => {
  const { id, organizationId } = before
  const state = listingMachine.transition(before.state, step.command)
  const [after] = await unit.tx
    .update(listings)
    .set({
      state,
      updatedAt: unit.now,
      ...(step.closes ? { closedAt: unit.now, changes: null, changesState: null } : {}),
    })
    .where(and(eq(listings.id, id), eq(listings.state, before.state)))
    .returning({ state: listings.state })
  if (!after) throw refuse('conflict', 'listing.changed_meanwhile')
  unit.audit({
    action: `listing.${step.command}`,
    subjectType: 'listing',
    subjectId: id,
    organizationId,
    before: { state: before.state },
    after,
  })
  unit.emit({ type: step.event, subjectId: id, payload: { state } })
}
