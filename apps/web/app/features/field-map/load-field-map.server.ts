import { SEARCH_FACETS } from '@market/contracts/discovery'
import { FieldMap } from '@market/contracts/returning'
import type { ApiClient } from '../../lib/api/client.server.ts'

/** What an address of the search page or of the map asks for. */
export function questionOf(params: URLSearchParams): URLSearchParams {
  const question = new URLSearchParams()
  const q = (params.get('q') ?? '').trim()
  if (q !== '') question.set('q', q)
  for (const facet of SEARCH_FACETS) for (const value of params.getAll(facet)) question.append(facet, value)
  return question
}

export const loadFieldMap = (api: ApiClient, question: URLSearchParams): Promise<FieldMap> =>
  api.get(
    '/api/search/map',
    FieldMap,
    Object.fromEntries([...new Set(question.keys())].map((name) => [name, question.getAll(name)])),
  )
