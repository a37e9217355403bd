import { SEARCH_BOUNDS, SEARCH_FACETS } from '@market/contracts/discovery'
import { MOST_SEARCHED } from '@market/domain/discovery'

const BOUNDS: readonly string[] = SEARCH_BOUNDS

/**
 * What an address of the search page, of its map or of a search to be saved asks for: words, filters and bounds, without
 * how the answer is shown. Nothing asked, nothing in it; of a text pasted whole, its beginning.
 */
export function questionOf(params: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams()
  const q = (params.get('q') ?? '').trim().slice(0, MOST_SEARCHED)
  if (q !== '') question.set('q', q)
  for (const facet of SEARCH_FACETS) for (const value of params.getAll(facet)) question.append(facet, value)
  for (const bound of SEARCH_BOUNDS) {
    const value = params.get(bound)
    if (value) question.set(bound, value)
  }
  return question
}

/** The same for the API, which calls its parameters alike. */
export const parametersOf = (question: URLSearchParams): Record<string, string | string[]> => ({
  q: question.get('q') ?? '',
  ...Object.fromEntries(
    [...new Set(question.keys())]
      .filter((name) => name !== 'q')
      .map((name) => [name, BOUNDS.includes(name) ? (question.get(name) ?? '') : question.getAll(name)]),
  ),
})

/** How many filters and bounds it has. */
export const filterCount = (question: URLSearchParams): number =>
  [...question.keys()].filter((name) => name !== 'q').length
