import { inUnitOfWork } from '@market/database'
import { savedSearches } from '@market/database/schema'
import { refuse } from '@market/domain'
import type { Cadence } from '@market/domain/discovery'
import { authorize } from '@market/domain/policy'
import { eq } from 'drizzle-orm'
import { alreadyDone, type Changes, requireActor, type ServiceContext, unlessDone } from '../../index.ts'
import { holdSavedSearch, type SavedSearchRecord, settingsOf, trailOf } from './records.ts'

export type EditSavedSearchInput = { id: string } & Changes<{
  name: string
  cadence: Cadence
  byMail: boolean
  paused: boolean
}>

/** Changes how a search tells, or rests it: while paused it finds nothing. Refuses with `saved_search.not_found`. */
export const editSavedSearch = async (
  context: ServiceContext,
  { id, paused, ...changes }: EditSavedSearchInput,
): Promise<SavedSearchRecord> => {
  const actor = requireActor(context)
  return inUnitOfWork(context, async ({ tx, now, audit }) => {
    const before = await holdSavedSearch(tx, actor, 'saved_search.edit', id)
    const pausedAt = paused === undefined ? before.pausedAt : paused ? (before.pausedAt ?? now) : null
    const [after] = await tx
      .update(savedSearches)
      .set({ ...changes, pausedAt })
      .where(eq(savedSearches.id, id))
      .returning()
    if (!after) throw refuse('not-found', 'saved_search.not_found')
    const action = 'saved_search.edit'
    audit({ ...trailOf(after), action, before: settingsOf(before), after: settingsOf(after) })
    return after
  })
}

/** How all of a person's searches tell, in one step; those that tell so already are left alone. */
export const editSavedSearches = async (
  context: ServiceContext,
  changes: Changes<{ cadence: Cadence; byMail: boolean }>,
): Promise<void> => {
  const actor = requireActor(context)
  authorize(actor, 'saved_search.edit', ['self'])
  await unlessDone(context, async ({ tx, audit }) => {
    const own = eq(savedSearches.userId, actor.userId)
    const before = await tx.select().from(savedSearches).where(own).orderBy(savedSearches.id).for('update')
    const other = before.filter(
      ({ cadence, byMail }) =>
        cadence !== (changes.cadence ?? cadence) || byMail !== (changes.byMail ?? byMail),
    )
    if (other.length === 0) throw alreadyDone()
    const after = await tx.update(savedSearches).set(changes).where(own).returning()
    const settings = new Map(after.map((search) => [search.id, settingsOf(search)]))
    for (const search of other) {
      const change = { before: settingsOf(search), after: settings.get(search.id) }
      audit({ ...trailOf(search), action: 'saved_search.edit', ...change })
    }
  })
}

/** Forgets a search and what it has found. Refuses with `saved_search.not_found`. */
export const removeSavedSearch = async (context: ServiceContext, id: string): Promise<void> => {
  const actor = requireActor(context)
  await inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await holdSavedSearch(tx, actor, 'saved_search.remove', id)
    await tx.delete(savedSearches).where(eq(savedSearches.id, id))
    audit({ ...trailOf(before), action: 'saved_search.remove', before: settingsOf(before) })
  })
}

/** The search a sealed link out of a mail speaks of. Refuses with `saved_search.link_invalid`. */
const openLink = (context: ServiceContext, token: string): string => {
  authorize(context.actor, 'saved_search.unsubscribe')
  const id = context.seals.open('saved-search', token)
  if (id === null) throw refuse('invalid', 'saved_search.link_invalid')
  return id
}

/** What the link out of a mail would end; null when the search is gone. Refuses with `saved_search.link_invalid`. */
export const readUnsubscription = async (
  context: ServiceContext,
  token: string,
): Promise<Pick<SavedSearchRecord, 'name' | 'byMail'> | null> => {
  const id = openLink(context, token)
  const { name, byMail } = savedSearches
  const [row] = await context.db.select({ name, byMail }).from(savedSearches).where(eq(savedSearches.id, id))
  return row ?? null
}

/**
 * Ends the mails of one search, without logging in and however often it is asked; alerts inside the market go on.
 * Refuses with `saved_search.link_invalid`.
 */
export const unsubscribeSavedSearch = async (context: ServiceContext, token: string): Promise<void> => {
  const id = openLink(context, token)
  const found = await readUnsubscription(context, token)
  if (!found?.byMail) return
  await inUnitOfWork(context, async ({ tx, audit }) => {
    await tx.update(savedSearches).set({ byMail: false }).where(eq(savedSearches.id, id))
    audit({ ...trailOf({ id }), action: 'saved_search.unsubscribe' })
  })
}
