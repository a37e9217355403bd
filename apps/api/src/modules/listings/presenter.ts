import type {
  Attachment,
  BulkEdit,
  Listing,
  ListingEditing,
  ListingHistory,
  ListingSummary,
  ListingVersion,
  BulkOutcome as PresentedOutcome,
} from '@market/contracts/listings'
import type { Actor } from '@market/domain'
import { contactIsShown } from '@market/domain/organizations'
import {
  type BulkEditView,
  type BulkOutcome,
  canBeUndone,
  type HistoryEntry,
  type ListedListing,
  type ListingView,
  type VersionRecord,
} from '@market/services/listings'
import type { z } from 'zod'
import { presentContact, presentOrganizationSummary } from '../organizations/presenter.ts'

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const presentAttachment = (attachment: ListingView['attachments'][number]): Attachment => {
  const { id, fileId, titleZh, titleEn, altZh, altEn, visibility } = attachment
  const { name, mediaType, sizeBytes, sha256, width, height, durationMs } = attachment
  const facts = { name, mediaType, sizeBytes, sha256, width, height, durationMs }
  return { id, fileId, titleZh, titleEn, altZh, altEn, visibility, ...facts }
}

/** Older reasons name no part of the text. */
const presentReasons = (reasons: ListingView['listing']['reviewReasons']) =>
  reasons?.map(({ code, words, field = null }) => ({ code, words, field })) ?? null

const presentEditing = ({ listing, editing }: ListingView): ListingEditing | null => {
  if (!editing) return null
  const { revision, changesState, reviewReasons, reviewerId, createdAt, updatedAt, submittedAt } = listing
  const { reviewerName, ...rest } = editing
  return {
    ...rest,
    reviewer: reviewerId === null ? null : { id: reviewerId, name: reviewerName ?? '' },
    revision,
    changes: changesState,
    reviewReasons: presentReasons(reviewReasons),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    submittedAt: iso(submittedAt),
  }
}

/** A contact is shown as far as its organization wants this reader to see it. */
const presentShown = ({ contact, listing }: ListingView, actor: Actor | null) => {
  if (!contact) return null
  const member = actor?.organizationId === listing.organizationId
  return contactIsShown(contact.visibility, { signedIn: actor !== null, member })
    ? presentContact(contact)
    : null
}

export const presentListing = (view: ListingView, actor: Actor | null): Listing => {
  const { listing, organization, content } = view
  return {
    ...content,
    id: listing.id,
    organization: presentOrganizationSummary(organization),
    state: listing.state,
    attachments: view.attachments.map(presentAttachment),
    confidentialFiles: view.confidentialFiles,
    version: listing.version,
    publishedAt: iso(listing.publishedAt),
    closedAt: iso(listing.closedAt),
    expiresOn: listing.expiresOn,
    contact: presentShown(view, actor),
    editing: presentEditing(view),
  }
}

const summaryOf = ({ listing, columns, organization, picture }: ListedListing) => ({
  ...columns,
  id: listing.id,
  organization: presentOrganizationSummary(organization),
  state: listing.state,
  version: listing.version,
  publishedAt: iso(listing.publishedAt),
  expiresOn: listing.expiresOn,
  picture: picture ?? null,
  frozenReason: listing.frozenReason,
})

/** In the lists of its editors and reviewers. */
export const presentWorkingSummary = (item: ListedListing): ListingSummary => ({
  ...summaryOf(item),
  changes: item.listing.changesState,
  returned: item.listing.reviewReasons !== null,
  score: item.score ?? null,
  reviewer:
    item.listing.reviewerId === null ? null : { id: item.listing.reviewerId, name: item.reviewerName ?? '' },
  submittedAt: iso(item.listing.submittedAt),
  updatedAt: iso(item.listing.updatedAt),
})

export const presentPublicSummary = (item: ListedListing): ListingSummary => ({
  ...summaryOf(item),
  changes: null,
  returned: null,
  score: null,
  reviewer: null,
  submittedAt: null,
  updatedAt: null,
})

export const presentVersion = (record: VersionRecord): z.infer<typeof ListingVersion> => ({
  version: record.version,
  publishedAt: record.publishedAt.toISOString(),
  publishedBy: { id: record.publishedBy, name: record.publisherName },
  content: { ...record.content },
})

export const presentHistory = ({
  version,
  publishedAt,
  changes,
}: HistoryEntry): ListingHistory['items'][number] => ({
  version,
  publishedAt: publishedAt.toISOString(),
  changes,
})

const presentOutcome = (outcome: BulkOutcome): PresentedOutcome => {
  const { listingId, titleZh, titleEn, outcome: result, code, details, toReview } = outcome
  return { listingId, titleZh, titleEn, outcome: result, code, details, toReview }
}

export const presentPreview = (outcomes: readonly BulkOutcome[]) => ({ items: outcomes.map(presentOutcome) })

export const presentBulkEdit = (view: BulkEditView): BulkEdit => ({
  id: view.edit.id,
  command: String(view.edit.change.command),
  createdAt: view.edit.createdAt.toISOString(),
  undoneAt: iso(view.edit.undoneAt),
  canBeUndone: canBeUndone(view),
  items: view.items.map(({ item, listing }) => ({
    listingId: listing.id,
    titleZh: listing.changes?.titleZh ?? listing.titleZh,
    titleEn: listing.changes?.titleEn ?? listing.titleEn,
    outcome: item.outcome,
    code: item.code,
    details: item.details,
    toReview: item.outcome === 'done' && listing.changesState === 'draft' && item.before !== null,
  })),
})
