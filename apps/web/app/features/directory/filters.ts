import { codesOf, LISTING_KINDS, PLAN_INDUSTRIES, TRANSFER_MODES } from '@market/domain/codes'

/** What the list of an organization is narrowed by. */
export const PUBLISHED_FILTERS = ['kind', 'planIndustry', 'mode'] as const
export type PublishedFilter = (typeof PUBLISHED_FILTERS)[number]

const CODES: Record<PublishedFilter, readonly string[]> = {
  kind: codesOf(LISTING_KINDS),
  planIndustry: codesOf(PLAN_INDUSTRIES),
  mode: codesOf(TRANSFER_MODES),
}

/** What an address chooses; a value that is no code chooses nothing. */
export const chosenIn = (params: URLSearchParams): [PublishedFilter, string][] =>
  PUBLISHED_FILTERS.flatMap((name) => {
    const value = params.get(name) ?? ''
    return CODES[name].includes(value) ? [[name, value] as [PublishedFilter, string]] : []
  })
