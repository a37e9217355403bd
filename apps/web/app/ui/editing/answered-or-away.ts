import { data } from 'react-router'
import type { SaveResult } from './save-result.ts'

type Away = SaveResult & { values: undefined }

/**
 * What the server answers, or that nobody did: an error page in the place of the form would take everything typed
 * with it. For a route's `clientAction`.
 */
export async function answeredOrAway<R>(
  request: Request,
  serverAction: () => Promise<R>,
): Promise<R | ReturnType<typeof data<Away>>> {
  const copy = request.clone()
  try {
    return await serverAction()
  } catch (error) {
    // What fetch throws when there is no connection; everything else is an answer of the server.
    if (!(error instanceof TypeError)) throw error
    const intent = String((await copy.formData()).get('intent') ?? 'save')
    const problem = { status: 503, code: 'service.unavailable', details: {} }
    // With its status, so that nothing is loaded anew, which would fail as well.
    return data({ intent, base: 0, saved: null, problem, values: undefined }, { status: problem.status })
  }
}
