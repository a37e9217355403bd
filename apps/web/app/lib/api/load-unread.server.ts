import { UnreadCount } from '@market/contracts/notifications'
import type { RouterContextProvider } from 'react-router'
import { apiOf } from '../request-context.server.ts'
import { attempt } from './problem.ts'

/** How much the person has not read yet. A page never fails because this one question did. */
export async function loadUnread(context: Readonly<RouterContextProvider>): Promise<number> {
  const api = apiOf(context)
  if (!api.hasSession()) return 0
  const answer = await attempt(() => api.get('/api/notifications/unread', UnreadCount))
  return answer.ok ? answer.value.unread : 0
}
