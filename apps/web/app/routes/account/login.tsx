import { Session } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
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

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const email = textOf(form, 'email').trim()
  const input = { email, password: textOf(form, 'password'), transport: 'cookie' }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/auth/login', input, Session))
  if (!answer.ok) return data({ problem: answer.problem, email }, { status: answer.problem.status })
  return redirect(safeReturnPath(form.get('next'), '/workspace'))
}

export default function Login({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  const [query] = useSearchParams()
  const next = query.get('next') ?? ''
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
