import { requestFactsContext } from '../lib/request-facts.ts'
import type { Route } from './+types/robots.ts'

/** Public pages may be read by anybody; forms and workspaces hold nothing for a crawler. */
export function loader({ context }: Route.LoaderArgs): Response {
  const { publicOrigin } = context.get(requestFactsContext)
  const lines = [
    'User-agent: *',
    'Disallow: /api/',
    'Disallow: /workspace',
    'Disallow: /login',
    'Disallow: /register',
    'Disallow: /forgot-password',
    'Disallow: /reset-password',
    '',
    `Sitemap: ${publicOrigin}/sitemap.xml`,
    '',
  ]
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
