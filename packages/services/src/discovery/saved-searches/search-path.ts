import type { SavedSearchRecord } from './records.ts'

/** Document field → parameter of the search page's address, where they are not called the same. */
const PARAMETERS: Record<string, string> = {
  technicalField: 'field',
  transferModes: 'mode',
  maturityLevel: 'maturity',
  ownerId: 'owner',
  regionCode: 'region',
  priceBand: 'price',
}

/** The search page with this search, the newest first. */
export const searchPathOf = ({ text, filters }: Pick<SavedSearchRecord, 'text' | 'filters'>): string => {
  const params = new URLSearchParams()
  if (text !== '') params.set('q', text)
  for (const [field, values] of Object.entries(filters)) {
    for (const value of values) params.append(PARAMETERS[field] ?? field, value)
  }
  params.set('sort', 'newest')
  return `/search?${params}`
}
