import type {
  Attachment,
  Listing,
  ListingEditing,
  ListingSummary,
  ListingVersion,
} from '@market/contracts/listings'
import type { ListedListing, ListingView, VersionRecord } from '@market/services/listings'
import type { z } from 'zod'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const presentAttachment = (attachment: ListingView['attachments'][number]): Attachment => {
  const { id, fileId, titleZh, titleEn, visibility, name, mediaType, sizeBytes, sha256 } = attachment
  return { id, fileId, titleZh, titleEn, visibility, name, mediaType, sizeBytes, sha256 }
}

const presentEditing = ({ listing, editing }: ListingView): ListingEditing | null => {
  if (!editing) return null
  const { revision, changesState, reviewReasons, createdAt, updatedAt, submittedAt } = listing
  return {
    ...editing,
    revision,
    changes: changesState,
    reviewReasons,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    submittedAt: iso(submittedAt),
  }
}

export const presentListing = (view: ListingView): Listing => {
  const { listing, organization, content } = view
  return {
    ...content,
    id: listing.id,
    organization: presentOrganizationSummary(organization),
    state: listing.state,
    attachments: view.attachments.map(presentAttachment),
    version: listing.version,
    publishedAt: iso(listing.publishedAt),
    closedAt: iso(listing.closedAt),
    editing: presentEditing(view),
  }
}

const summaryOf = ({ listing, columns, organization }: ListedListing) => ({
  ...columns,
  id: listing.id,
  organization: presentOrganizationSummary(organization),
  state: listing.state,
  version: listing.version,
  publishedAt: iso(listing.publishedAt),
})

/** In the lists of its editors and reviewers. */
export const presentWorkingSummary = (item: ListedListing): ListingSummary => ({
  ...summaryOf(item),
  changes: item.listing.changesState,
  returned: item.listing.reviewReasons !== null,
  submittedAt: iso(item.listing.submittedAt),
  updatedAt: iso(item.listing.updatedAt),
})

export const presentPublicSummary = (item: ListedListing): ListingSummary => ({
  ...summaryOf(item),
  changes: null,
  returned: null,
  submittedAt: null,
  updatedAt: null,
})

export const presentVersion = (record: VersionRecord): z.infer<typeof ListingVersion> => ({
  version: record.version,
  publishedAt: record.publishedAt.toISOString(),
  publishedBy: { id: record.publishedBy, name: record.publisherName },
  content: { ...record.content },
})
