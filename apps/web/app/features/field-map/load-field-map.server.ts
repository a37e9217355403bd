import { SearchPage } from '@market/contracts/discovery'
import { FieldMap } from '@market/contracts/returning'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { type ChosenFilter, chosenFilters } from '../../lib/chosen-filters.ts'
import { filterCount, parametersOf } from '../../lib/search-question.ts'

export const loadFieldMap = (api: ApiClient, question: URLSearchParams): Promise<FieldMap> =>
  api.get('/api/search/map', FieldMap, parametersOf(question))

/** What narrows the map, by name: the search knows what its filters are called. */
export async function loadChosen(api: ApiClient, question: URLSearchParams): Promise<ChosenFilter[]> {
  if (filterCount(question) === 0) return []
  return chosenFilters(
    question,
    await api.get('/api/search', SearchPage, { ...parametersOf(question), limit: 1 }),
  )
}
