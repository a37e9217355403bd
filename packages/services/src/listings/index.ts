export { beginNegotiation } from './begin-negotiation.ts'
export { endNegotiation } from './end-negotiation.ts'
export { transferListing } from './transfer-listing.ts'
