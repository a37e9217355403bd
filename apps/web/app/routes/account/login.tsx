import { Session } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
import { proofProblem } from '../../features/account/proof-problem.ts'
import { readProof } from '../../features/account/read-proof.ts'
import { readAsked, SecondStep, secondStepOf } from '../../features/account/second-step.tsx'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { safeReturnPath } from '../../lib/return-path.ts'
import { PasswordField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Route } from './+types/login.ts'

/** Password first; whoever has a second factor is asked for it next, on the same page. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const api = apiOf(context)
  const failure =
    textOf(form, 'intent') === 'second-step'
      ? await takeSecondStep(api, form)
      : await takeFirstStep(api, form)
  if (failure) return data(failure, { status: failure.problem?.status ?? 200 })
  return redirect(safeReturnPath(form.get('next'), '/workspace'))
}

async function takeFirstStep(api: ApiClient, form: FormData) {
  const email = textOf(form, 'email').trim()
  const input = { email, password: textOf(form, 'password'), transport: 'cookie' }
  const answer = await attempt(() => api.send('POST', '/api/auth/login', input, Session))
  if (answer.ok) return null
  const asked = secondStepOf(answer.problem)
  return asked ? { asked, email, problem: undefined } : { asked: null, email, problem: answer.problem }
}

async function takeSecondStep(api: ApiClient, form: FormData) {
  const asked = readAsked(textOf(form, 'asked'))
  const input = { ticket: asked?.ticket ?? '', proof: readProof(form), transport: 'cookie' }
  const answer = await attempt(() => api.send('POST', '/api/auth/login/second-factor', input, Session))
  if (answer.ok) return null
  const problem = proofProblem(answer.problem)
  // A ticket that has ended sends people back to the password.
  return { asked: problem.code === 'login.ticket_ended' ? null : asked, email: '', problem }
}

export default function Login({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  const [query] = useSearchParams()
  const next = query.get('next') ?? ''
  if (actionData?.asked) {
    return (
      <AccountPage title={t('secondStep.title')} lead={t('secondStep.lead')}>
        <PageHead title={t('secondStep.title')} unlisted />
        <SecondStep asked={actionData.asked} next={next} problem={actionData.problem} />
      </AccountPage>
    )
  }
  return (
    <AccountPage
      title={t('login.title')}
      lead={t('login.lead')}
      aside={
        <>
          <span>
            {t('login.noAccount')}{' '}
            <Link to={`/register?next=${encodeURIComponent(next)}`}>{t('login.toRegister')}</Link>
          </span>
          <Link to="/forgot-password">{t('login.forgot')}</Link>
        </>
      }
    >
      <PageHead title={t('login.title')} description={t('login.description')} />
      {query.get('done') === 'reset' && !actionData && <Notice tone="done">{t('done.reset')}</Notice>}
      <MarketForm problem={actionData?.problem}>
        <input type="hidden" name="next" value={next} />
        <TextField
          path="email"
          type="email"
          label={t('fields.email')}
          autoComplete="username"
          defaultValue={actionData?.email}
          required
        />
        <PasswordField
          path="password"
          label={t('fields.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('fields.show') }}
          required
        />
        <SubmitButton fullWidth mt="sm">
          {t('login.submit')}
        </SubmitButton>
      </MarketForm>
    </AccountPage>
  )
}
