import { apiOf } from '../../lib/request-context.server.ts'
import type { Route } from './+types/file.ts'

// The browser's own reader draws the pages; nothing else of the document may run or load.
const POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"

/** A PDF to be read beside a form. Anything else is only ever saved (see /api/files/:id). */
export async function loader({ context, params }: Route.LoaderArgs): Promise<Response> {
  const file = await apiOf(context).raw(`/api/files/${encodeURIComponent(params.id)}`)
  if (file.headers.get('content-type') !== 'application/pdf') {
    await file.body?.cancel()
    throw new Response(null, { status: 415 })
  }
  return new Response(file.body, {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': 'inline',
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
