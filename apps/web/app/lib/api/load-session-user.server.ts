import { Me } from '@market/contracts/identity'
import type { RouterContextProvider } from 'react-router'
import { apiOf } from '../request-context.server.ts'
import type { SessionUser } from '../root-data.ts'
import { attempt } from './problem.ts'

/** The person behind the session, or null. A page never fails because this one question did. */
export async function loadSessionUser(context: Readonly<RouterContextProvider>): Promise<SessionUser | null> {
  const api = apiOf(context)
  if (!api.hasSession()) return null
  const answer = await attempt(() => api.get('/api/me', Me))
  if (!answer.ok) return null
  const { user, organizations, organizationId } = answer.value
  return {
    ...user,
    activeOrganizationId: organizationId,
    organizations: organizations.map(({ organization, roles }) => ({ ...organization, roles })),
  }
}
