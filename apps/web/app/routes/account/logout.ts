import { redirect } from 'react-router'
import { attempt } from '../../lib/api/problem.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import type { Route } from './+types/logout.ts'

/** Ends the session. When the API refuses, the session was over already. */
export async function action({ context }: Route.ActionArgs): Promise<Response> {
  await attempt(() => apiOf(context).sendOnly('POST', '/api/auth/logout', {}))
  return redirect('/')
}

export function loader(): Response {
  return redirect('/')
}
