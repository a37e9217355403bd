/** Of a listing in the API. */
export const listingPath = (id: string): string => `/api/listings/${encodeURIComponent(id)}`
