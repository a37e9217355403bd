import { Suggestions, type SuggestQuery } from '@market/contracts/discovery'
import { attempt } from '../lib/api/problem.ts'
import { apiOf } from '../lib/request-context.server.ts'
import type { Offered } from '../ui/shell/use-suggestions.ts'
import type { Route } from './+types/search-suggestions.ts'

const MOST: SuggestQuery['limit'] = 8

/** What the search box offers while somebody types. Nothing rather than a fault: the search itself still works. */
export async function loader({ context, url }: Route.LoaderArgs): Promise<Offered> {
  const q = url.searchParams.get('q') ?? ''
  const answer = await attempt(() =>
    apiOf(context).get('/api/search/suggest', Suggestions, { q, limit: MOST }),
  )
  return { q, items: answer.ok ? answer.value.items : [] }
}
