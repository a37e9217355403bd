import { inUnitOfWork, type UnitOfWork } from '@market/database'
import { listingImportProfiles, listingImports } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import {
  type ListingImportCommand,
  type ListingImportMapping,
  listingImportMachine,
  mappingProblems,
} from '@market/domain/listings'
import type { Action } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { profileKey } from './profile-key.ts'
import {
  findForActor,
  importFacts,
  importTrail,
  type ListingImportChange,
  type ListingImportRecord,
} from './records.ts'

interface Step {
  action: Action
  command: ListingImportCommand
  change?: (
    before: ListingImportRecord,
    unit: UnitOfWork,
  ) => Promise<ListingImportChange> | ListingImportChange
}

const stepImport = async (
  context: ServiceContext,
  id: string,
  { action, command, change }: Step,
): Promise<ListingImportRecord> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async (unit) => {
    const { tx, audit, emit } = unit
    const before = await findForActor(tx, actor, id, action)
    const state = listingImportMachine.transition(before.state, command)
    const changed = (await change?.(before, unit)) ?? {}
    const [after] = await tx
      .update(listingImports)
      .set({ ...changed, state })
      .where(and(eq(listingImports.id, id), eq(listingImports.state, before.state)))
      .returning()
    if (!after) throw refuse('conflict', 'listing_import.changed_meanwhile')
    audit({ ...importTrail(after), action, before: importFacts(before), after: importFacts(after) })
    emit({ type: 'listing_import.waiting', subjectId: id })
    return after
  })
}

/**
 * Says which column is what and has the rows checked; the organization's next file with these columns is mapped the same
 * way. Refuses with `listing_import.wrong_state`, or `request.invalid` naming the column.
 */
export const mapListingImport = (
  context: ServiceContext,
  { id, mapping }: { id: string; mapping: ListingImportMapping },
): Promise<ListingImportRecord> =>
  stepImport(context, id, {
    action: 'listing_import.map',
    command: 'map',
    change: async ({ organizationId, columns }, { tx, now }) => {
      const problems = mappingProblems(mapping, columns)
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const used = { mapping, usedAt: now, usedBy: requireMember(context).userId }
      const { organizationId: owner, signature } = listingImportProfiles
      await tx
        .insert(listingImportProfiles)
        .values({ organizationId, signature: profileKey(columns), ...used })
        .onConflictDoUpdate({ target: [owner, signature], set: used })
      return { mapping, lastRow: 0, progress: 0, readyCount: 0, checkedAt: null }
    },
  })

/**
 * Has every row without an open error made a draft. Refuses with `listing_import.wrong_state`, or with
 * `listing_import.nothing_ready` when no row is sound.
 */
export const commitListingImport = (context: ServiceContext, id: string): Promise<ListingImportRecord> =>
  stepImport(context, id, {
    action: 'listing_import.commit',
    command: 'commit',
    change: ({ readyCount }, { now }) => {
      if (readyCount === 0) throw refuse('precondition', 'listing_import.nothing_ready')
      const committedBy = requireMember(context).userId
      return { committedBy, committedAt: now, lastRow: 0, progress: 0, draftCount: 0 }
    },
  })

/**
 * Gives an import up, at any step; drafts it has made and nobody has touched since go with it. Refuses with
 * `listing_import.wrong_state`.
 */
export const cancelListingImport = (context: ServiceContext, id: string): Promise<ListingImportRecord> =>
  stepImport(context, id, { action: 'listing_import.cancel', command: 'cancel' })
