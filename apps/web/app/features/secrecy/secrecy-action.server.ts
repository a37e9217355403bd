import { redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { confirmPath } from '../../lib/confirm-path.ts'
import { invalidForm, readForm } from '../../lib/read-form.ts'

const unconfirmed = () => invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])

/** Withdraws from the agreement the form names. */
export async function withdrawFrom(api: ApiClient, form: FormData): Promise<Problem | undefined> {
  const read = readForm(form)
  if (!read.checked('confirmed')) return unconfirmed()
  const id = encodeURIComponent(read.text('id'))
  const answer = await attempt(() =>
    api.sendOnly('POST', `/api/ndas/${id}/withdraw`, { reason: read.text('reason') }),
  )
  return answer.ok ? undefined : answer.problem
}

/** Accepts a listing's agreement; whoever has not proved to be there is sent to do so, and comes back. */
export async function acceptFor(
  api: ApiClient,
  listingId: string,
  form: FormData,
  back: string,
): Promise<Problem | undefined> {
  const read = readForm(form)
  if (!read.checked('confirmed')) return unconfirmed()
  const answer = await attempt(() =>
    api.sendOnly('POST', `/api/listings/${encodeURIComponent(listingId)}/confidentiality`, {
      sha256: read.text('sha256'),
    }),
  )
  if (answer.ok) return undefined
  if (answer.problem.code === 'session.confirmation_required') throw redirect(confirmPath(back))
  return answer.problem
}
