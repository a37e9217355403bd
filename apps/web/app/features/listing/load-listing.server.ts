import { type LicenceOffer, LicenceOfferList } from '@market/contracts/contracts'
import { Listing } from '@market/contracts/listings'
import { ListingEncumbrances } from '@market/contracts/rights'
import { findRegion, industryHeading, ipcHeading } from '@market/domain/codes'
import type { ApiClient } from '../../lib/api/client.server.ts'

/** A heading of a long code list; resolved here so that the lists stay out of the browser. */
export interface CodeHeading {
  code: string
  zh: string
  en: string
}

export interface ListingView {
  listing: Listing
  /** How its rights stand today. */
  encumbrances: ListingEncumbrances
  /** What may be licensed without talks. */
  licences: LicenceOffer[]
  region: CodeHeading
  industry: CodeHeading | null
  ipc: CodeHeading[]
}

/** The listing as `view` shows it ('public', 'preview', 'working'), with its codes in words. */
export async function loadListing(api: ApiClient, id: string, view: string): Promise<ListingView> {
  const path = `/api/listings/${encodeURIComponent(id)}`
  const [listing, encumbrances, offered] = await Promise.all([
    api.get(path, Listing, { view }),
    api.get(`${path}/encumbrances`, ListingEncumbrances),
    api.get(`${path}/licence-offers`, LicenceOfferList),
  ])
  const { regionCode, industryClass, ipcSymbols } = listing
  return {
    listing,
    encumbrances,
    licences: offered.items,
    region: heading(regionCode, findRegion(regionCode)),
    industry: industryClass === null ? null : heading(industryClass, industryHeading(industryClass)),
    ipc: ipcSymbols.map((symbol) => heading(symbol, ipcHeading(symbol))),
  }
}

function heading(code: string, entry: { zh: string; en: string } | undefined): CodeHeading {
  return { code, zh: entry?.zh ?? '', en: entry?.en ?? '' }
}
