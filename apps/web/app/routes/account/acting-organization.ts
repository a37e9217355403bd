import { redirect } from 'react-router'
import { textOf } from '../../lib/form-text.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import type { Route } from './+types/acting-organization.ts'

/** Changes the organization somebody acts for; what he sees changes with it, so he starts at his workspace. */
export async function action({ request, context }: Route.ActionArgs): Promise<Response> {
  const organizationId = textOf(await request.formData(), 'organizationId')
  await apiOf(context).sendOnly('POST', '/api/me/organization', { organizationId, transport: 'cookie' })
  return redirect('/workspace')
}

export function loader(): Response {
  return redirect('/workspace')
}
