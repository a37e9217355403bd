export { type AttachFileInput, attachFile } from './attach-file.ts'
export { beginNegotiation } from './begin-negotiation.ts'
export type { AttachmentContent, ListingColumns, ListingContent, RightContent } from './content.ts'
export { type CreateListingInput, createListing } from './create-listing.ts'
export { type DetachFileInput, detachFile } from './detach-file.ts'
export { discardChanges } from './discard-changes.ts'
export type { ListingEdit, RightEdit } from './edit-content.ts'
export { type EditListingInput, editListing } from './edit-listing.ts'
export { endNegotiation } from './end-negotiation.ts'
export { type GetListingInput, getListing } from './get-listing.ts'
export * from './imports/index.ts'
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
export { type ReturnListingInput, returnListing } from './return-listing.ts'
export { organizationsNamed } from './stated-owners.ts'
export { holdListing } from './step-listing.ts'
export { submitListing } from './submit-listing.ts'
export { transferListing } from './transfer-listing.ts'
export type { ListingCommandName, ListingView } from './view-listing.ts'
export { type WithdrawListingInput, withdrawListing } from './withdraw-listing.ts'
