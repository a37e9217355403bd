import { Me } from '@market/contracts/identity'
import { createContext, type MiddlewareFunction, type RouterContextProvider, redirect } from 'react-router'
import { attempt, problemResponse } from './api/problem.ts'
import { apiOf, requireSession } from './request-context.server.ts'
import type { Workspace } from './workspace.ts'

const workspaceContext = createContext<Workspace>()

/** Who is at work in this request; for loaders and actions below the workspace layout. */
export const workspaceOf = (context: Readonly<RouterContextProvider>): Workspace =>
  context.get(workspaceContext)

/** Middleware of everything behind the log-in: who it is stands fast before any loader or action runs. */
export const enterWorkspace: MiddlewareFunction<Response> = async ({ context, url }, next) => {
  requireSession(context, url)
  const answer = await attempt(() => apiOf(context).get('/api/me', Me))
  if (!answer.ok && answer.problem.status !== 401) throw problemResponse(answer.problem)
  if (!answer.ok) throw redirect(`/login?next=${encodeURIComponent(url.pathname + url.search)}`)
  context.set(workspaceContext, workspaceFrom(answer.value))
  return next()
}

function workspaceFrom(me: Me): Workspace {
  const organizations = me.organizations.map(({ organization }) => organization)
  const organization = organizations.find(({ id }) => id === me.organizationId) ?? null
  return {
    actor: {
      userId: me.user.id,
      organizationId: organization?.id ?? null,
      organizationKind: organization?.kind ?? null,
      organizationState: organization?.state ?? null,
      organizationRegionCode: organization?.regionCode ?? null,
      roles: organization ? me.roles : [],
    },
    organization,
    organizations,
  }
}
