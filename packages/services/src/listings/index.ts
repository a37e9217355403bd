export { releaseReview, takeReview } from './assign-review.ts'
export { type AttachFileInput, attachFile } from './attach-file.ts'
export { beginNegotiation } from './begin-negotiation.ts'
export {
  applyBulkEdit,
  type BulkChange,
  type BulkEditInput,
  type BulkEditView,
  type BulkOutcome,
  canBeUndone,
  getBulkEdit,
  MAX_BULK_LISTINGS,
  previewBulkEdit,
  undoBulkEdit,
} from './bulk/index.ts'
export {
  type ChangeFeedInput,
  type ListingChange,
  placeListingChanges,
  readChangeFeed,
} from './change-feed.ts'
export { compareTexts, type TextSegment } from './compare-texts.ts'
export type { AttachmentContent, ListingColumns, ListingContent, RightContent } from './content.ts'
export type { ContentChange } from './content-changes.ts'
export { type CreateListingInput, createListing } from './create-listing.ts'
export { type DetachFileInput, detachFile } from './detach-file.ts'
export { discardChanges } from './discard-changes.ts'
export type { ListingEdit, RightEdit } from './edit-content.ts'
export { type EditListingInput, editListing } from './edit-listing.ts'
export { endNegotiation } from './end-negotiation.ts'
export { endTerms } from './end-terms.ts'
export { type GetListingInput, getListing } from './get-listing.ts'
export * from './imports/index.ts'
export { type HistoryEntry, type HistoryInput, listHistory, readPendingChanges } from './list-history.ts'
export {
  type ListedListing,
  type ListListingsInput,
  listMyListings,
  listPublishedListings,
  listReviewQueue,
} from './list-listings.ts'
export { listVersions, type VersionRecord } from './list-versions.ts'
export { type PublishListingInput, publishListing } from './publish-listing.ts'
export type { ListingRow } from './records.ts'
export { renewListing } from './renew-listing.ts'
export { type ReturnListingInput, returnListing } from './return-listing.ts'
export { type SetContactInput, setContact } from './set-contact.ts'
export { organizationsNamed } from './stated-owners.ts'
export { holdListing } from './step-listing.ts'
export { submitListing } from './submit-listing.ts'
export { transferListing } from './transfer-listing.ts'
export type { ListingCommandName, ListingView } from './view-listing.ts'
export { type WithdrawListingInput, withdrawListing } from './withdraw-listing.ts'
