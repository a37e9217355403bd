import type { Favourite, SavedSearch, SimilarListings } from '@market/contracts/returning'
import {
  type ListedFavourite,
  type ListedSavedSearch,
  type SimilarListing,
  searchPathOf,
} from '@market/services/discovery'

export const presentSavedSearch = ({ search, foundCount, lastFoundAt }: ListedSavedSearch): SavedSearch => ({
  id: search.id,
  name: search.name,
  text: search.text,
  path: searchPathOf(search),
  cadence: search.cadence,
  byMail: search.byMail,
  paused: search.pausedAt !== null,
  foundCount,
  lastFoundAt: lastFoundAt?.toISOString() ?? null,
  createdAt: search.createdAt.toISOString(),
})

export const presentFavourite = ({ favourite, listing, owner }: ListedFavourite): Favourite => ({
  listing: {
    id: listing.id,
    kind: listing.kind,
    state: listing.state,
    frozen: listing.frozenAt !== null,
    titleZh: listing.titleZh,
    titleEn: listing.titleEn,
    maturityLevel: listing.maturityLevel,
    transferModes: listing.transferModes,
    priceMode: listing.priceMode,
    priceFen: listing.priceFen,
    priceMaxFen: listing.priceMaxFen,
    owner,
  },
  note: favourite.note,
  createdAt: favourite.createdAt.toISOString(),
})

export const presentSimilar = (hit: SimilarListing): SimilarListings['items'][number] => {
  const { id, document, frozen, sharedTerms, sharedIpc, sameField, sameIndustry } = hit
  const { kind, state, titleZh, titleEn, ownerId, ownerNameZh, ownerNameEn } = document
  const owner = { id: ownerId, nameZh: ownerNameZh, nameEn: ownerNameEn }
  const listing = { id, kind, state, frozen, titleZh, titleEn, owner }
  return { ...listing, sharedTerms, sharedIpc, sameField, sameIndustry }
}
