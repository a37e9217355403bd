import { loadAddresses } from '../features/sitemap/load-addresses.server.ts'
import { writeSitemap } from '../features/sitemap/write-sitemap.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { requestFactsContext } from '../lib/request-facts.ts'
import type { Route } from './+types/sitemap.ts'

export async function loader({ context }: Route.LoaderArgs): Promise<Response> {
  const { publicOrigin } = context.get(requestFactsContext)
  const xml = writeSitemap(await loadAddresses(apiOf(context)), publicOrigin)
  return new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
