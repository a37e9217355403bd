import * as build from 'virtual:react-router/server-build'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import { type RequestFacts, requestFactsContext } from '../app/lib/request-facts.ts'

export type { RequestFacts } from '../app/lib/request-facts.ts'

// The cast: generated typings of the module say `basename?: string | undefined`, the interface leaves `undefined` out.
const answer = createRequestHandler(build as ServerBuild, 'production')

/** Renders one document or data request. `facts` is what only the server outside the bundle knows. */
export function handleDocument(request: Request, facts: RequestFacts): Promise<Response> {
  const context = new RouterContextProvider()
  context.set(requestFactsContext, facts)
  return answer(request, context)
}
