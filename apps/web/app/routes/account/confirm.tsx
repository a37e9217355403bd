import { Security, SessionConfirmation } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
import { ConfirmForm } from '../../features/account/confirm-form.tsx'
import { proofProblem } from '../../features/account/proof-problem.ts'
import { readProof } from '../../features/account/read-proof.ts'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { safeReturnPath } from '../../lib/return-path.ts'
import { PageHead } from '../../ui/page-head.tsx'
import type { Route } from './+types/confirm.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const api = apiOf(context)
  if (!api.hasSession()) {
    const { pathname, search } = new URL(request.url)
    throw redirect(`/login?next=${encodeURIComponent(pathname + search)}`)
  }
  return { security: await api.get('/api/me/security', Security) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const api = apiOf(context)
  if (textOf(form, 'intent') === 'mail') {
    const sent = await attempt(() =>
      api.sendOnly('POST', '/api/me/confirmations/questions', { method: 'mail' }),
    )
    if (sent.ok) return { mailed: true, chosen: 'mail', problem: undefined }
    return data({ mailed: false, chosen: 'mail', problem: sent.problem }, { status: sent.problem.status })
  }
  const input = { password: textOf(form, 'password'), proof: readProof(form) }
  const answer = await attempt(() => api.send('POST', '/api/me/confirmations', input, SessionConfirmation))
  if (answer.ok) return redirect(safeReturnPath(new URL(request.url).searchParams.get('next'), '/workspace'))
  const problem = proofProblem(answer.problem)
  return data({ mailed: false, chosen: textOf(form, 'method'), problem }, { status: problem.status })
}

/** Asked before signatures and money: is it really you? */
export default function Confirm({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  return (
    <AccountPage title={t('confirm.title')} lead={t('confirm.lead')}>
      <PageHead title={t('confirm.title')} unlisted />
      <ConfirmForm
        security={loaderData.security}
        problem={actionData?.problem}
        mailed={actionData?.mailed ?? false}
        chosen={actionData?.chosen}
      />
    </AccountPage>
  )
}
