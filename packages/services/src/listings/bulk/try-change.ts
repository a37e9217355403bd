import { listings } from '@market/database/schema'
import { isRefusal, refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, eq, inArray } from 'drizzle-orm'
import { type MemberActor, requireMember, type ServiceContext } from '../../index.ts'
import type { ListingRow } from '../records.ts'
import { type BulkChange, type BulkOutcome, changeOne } from './bulk-change.ts'

export const MAX_BULK_LISTINGS = 100

/** The listings in the order they were named. Refuses with `listing.not_found` when one is not the member's. */
export const readChosen = async (
  context: ServiceContext,
  ids: readonly string[],
): Promise<{ member: MemberActor; rows: ListingRow[] }> => {
  const member = requireMember(context)
  authorize(member, 'listing.bulk_edit')
  const chosen = [...new Set(ids)]
  const found = await context.db
    .select()
    .from(listings)
    .where(and(inArray(listings.id, chosen), eq(listings.organizationId, member.organizationId)))
  const byId = new Map(found.map((row) => [row.id, row]))
  const rows = chosen.map((id) => byId.get(id))
  if (rows.some((row) => row === undefined)) throw refuse('not-found', 'listing.not_found')
  return { member, rows: rows.filter((row) => row !== undefined) }
}

const titlesOf = ({ id, changes, titleZh, titleEn }: ListingRow) => ({
  listingId: id,
  titleZh: changes?.titleZh ?? titleZh,
  titleEn: changes?.titleEn ?? titleEn,
})

/** Does one listing's part; a refusal is this listing's result, not the end of the others. */
export const tryChange = async (
  context: ServiceContext,
  listing: ListingRow,
  change: BulkChange,
): Promise<BulkOutcome> => {
  const titles = titlesOf(listing)
  try {
    const { view, before } = await changeOne(context, listing.id, change)
    return {
      ...titles,
      outcome: view === null ? 'unchanged' : 'done',
      code: null,
      details: {},
      before: view === null ? null : before,
      revision: view?.listing.revision ?? null,
      toReview: change.command !== 'contact' && view?.listing.changesState === 'draft',
    }
  } catch (error) {
    if (!isRefusal(error)) throw error
    const { code, details } = error
    return { ...titles, outcome: 'refused', code, details, before: null, revision: null, toReview: false }
  }
}
