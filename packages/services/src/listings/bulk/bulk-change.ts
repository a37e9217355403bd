import type { PlanIndustry, PriceMode, TransferMode } from '@market/domain/codes'
import type { ServiceContext } from '../../index.ts'
import type { ListingContent } from '../content.ts'
import { editListing } from '../edit-listing.ts'
import { findListing } from '../records.ts'
import { renewListing } from '../renew-listing.ts'
import { setContact } from '../set-contact.ts'
import { readWorkingContent } from '../stored-content.ts'
import { submitListing } from '../submit-listing.ts'
import type { ListingView } from '../view-listing.ts'
import { withdrawListing } from '../withdraw-listing.ts'

/** One thing done to many listings. */
export type BulkChange =
  | { command: 'contact'; contactId: string | null }
  | { command: 'region'; regionCode: string }
  | { command: 'industry'; planIndustry: PlanIndustry }
  | { command: 'modes'; transferModes: TransferMode[] }
  | { command: 'price'; priceMode: PriceMode; priceFen: number | null; priceMaxFen: number | null }
  | { command: 'submit' }
  | { command: 'renew' }
  | { command: 'withdraw'; reason: string }

/** What an undo writes back: some of the text, or the contact. */
export type BulkBefore = Partial<ListingContent> & { contactId?: string | null }

export interface BulkOutcome {
  listingId: string
  titleZh: string
  titleEn: string
  outcome: 'done' | 'unchanged' | 'refused'
  code: string | null
  details: Record<string, unknown>
  before: BulkBefore | null
  revision: number | null
  /** What follows: a public listing's new text waits for its reviewer. */
  toReview: boolean
}

const FIELDS = {
  region: ['regionCode'],
  industry: ['planIndustry'],
  modes: ['transferModes'],
  price: ['priceMode', 'priceFen', 'priceMaxFen'],
} as const satisfies Record<string, readonly (keyof ListingContent)[]>

const isEdit = (change: BulkChange): change is Extract<BulkChange, { command: keyof typeof FIELDS }> =>
  change.command in FIELDS

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right)

const changeText = async (
  context: ServiceContext,
  id: string,
  change: Extract<BulkChange, { command: keyof typeof FIELDS }>,
): Promise<{ view: ListingView | null; before: BulkBefore }> => {
  const listing = await findListing(context.db, id)
  const content = await readWorkingContent(context.db, listing)
  const { command, ...edit } = change
  const before = Object.fromEntries(FIELDS[command].map((field) => [field, content[field]]))
  if (same(before, Object.fromEntries(FIELDS[command].map((field) => [field, Reflect.get(edit, field)])))) {
    return { view: null, before }
  }
  return { view: await editListing(context, { id, revision: listing.revision, ...edit }), before }
}

const changeContact = async (context: ServiceContext, id: string, contactId: string | null) => {
  const { contactId: old } = await findListing(context.db, id)
  return {
    view: old === contactId ? null : await setContact(context, { id, contactId }),
    before: { contactId: old },
  }
}

/** Does one listing's part through the verb that does it singly, with its own rules, audit and events. */
export const changeOne = async (
  context: ServiceContext,
  id: string,
  change: BulkChange,
): Promise<{ view: ListingView | null; before: BulkBefore | null }> => {
  if (isEdit(change)) return changeText(context, id, change)
  switch (change.command) {
    case 'contact':
      return changeContact(context, id, change.contactId)
    case 'submit':
      return { view: await submitListing(context, id), before: null }
    case 'renew':
      return { view: await renewListing(context, id), before: null }
    case 'withdraw':
      return { view: await withdrawListing(context, { id, reason: change.reason }), before: null }
  }
}
