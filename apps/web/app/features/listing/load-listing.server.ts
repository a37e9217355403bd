import { Listing } from '@market/contracts/listings'
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
  region: CodeHeading
  industry: CodeHeading | null
  ipc: CodeHeading[]
}

/** The listing as `view` shows it ('public', 'preview', 'working'), with its codes in words. */
export async function loadListing(api: ApiClient, id: string, view: string): Promise<ListingView> {
  const listing = await api.get(`/api/listings/${encodeURIComponent(id)}`, Listing, { view })
  const { regionCode, industryClass, ipcSymbols } = listing
  return {
    listing,
    region: heading(regionCode, findRegion(regionCode)),
    industry: industryClass === null ? null : heading(industryClass, industryHeading(industryClass)),
    ipc: ipcSymbols.map((symbol) => heading(symbol, ipcHeading(symbol))),
  }
}

function heading(code: string, entry: { zh: string; en: string } | undefined): CodeHeading {
  return { code, zh: entry?.zh ?? '', en: entry?.en ?? '' }
}
