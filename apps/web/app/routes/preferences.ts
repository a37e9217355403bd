import { redirect } from 'react-router'
import { preferenceCookie } from '../lib/cookies.ts'
import { safeReturnPath } from '../lib/return-path.ts'
import { isTheme, THEME_COOKIE } from '../lib/theme.ts'
import type { Route } from './+types/preferences.ts'

/** Keeps the appearance somebody chose, and goes back to the page where he chose it. */
export async function action({ request }: Route.ActionArgs): Promise<Response> {
  const form = await request.formData()
  const theme = form.get('theme')
  const answer = redirect(safeReturnPath(form.get('back')))
  if (isTheme(theme)) answer.headers.append('set-cookie', preferenceCookie(THEME_COOKIE, theme))
  return answer
}

export function loader(): Response {
  return redirect('/')
}
