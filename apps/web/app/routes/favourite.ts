import { redirect } from 'react-router'
import { attempt, problemResponse } from '../lib/api/problem.ts'
import { textOf } from '../lib/form-text.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { safeReturnPath } from '../lib/return-path.ts'
import type { Route } from './+types/favourite.ts'

/** The page of favourites lies in the workspace. */
export const loader = () => redirect('/workspace/favourites')

/** Keeps or drops a favourite and goes back to where the heart was pressed; first to the log-in where needed. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const next = safeReturnPath(form.get('next'))
  const toLogin = () => redirect(`/login?next=${encodeURIComponent(next)}`)
  const api = apiOf(context)
  if (!api.hasSession()) return toLogin()
  const path = `/api/favourites/${encodeURIComponent(textOf(form, 'listingId'))}`
  const answer = await attempt(() => api.sendOnly(textOf(form, 'intent') === 'drop' ? 'DELETE' : 'PUT', path))
  if (answer.ok || answer.problem.code === 'favourite.not_found') return redirect(next)
  if (answer.problem.status === 401) return toLogin()
  throw problemResponse(answer.problem)
}
