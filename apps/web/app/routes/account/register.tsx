import { Session } from '@market/contracts/identity'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf, localeFrom } from '../../lib/request-context.server.ts'
import { safeReturnPath } from '../../lib/return-path.ts'
import { PasswordField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Route } from './+types/register.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const [name, email] = [textOf(form, 'name').trim(), textOf(form, 'email').trim()]
  const input = {
    name,
    email,
    password: textOf(form, 'password'),
    locale: localeFrom(context),
    transport: 'cookie',
  }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/auth/register', input, Session))
  if (!answer.ok) return data({ problem: answer.problem, name, email }, { status: answer.problem.status })
  return redirect(safeReturnPath(form.get('next'), '/workspace'))
}

export default function Register({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  const [query] = useSearchParams()
  const next = query.get('next') ?? ''
  return (
    <AccountPage
      title={t('register.title')}
      lead={t('register.lead')}
      aside={
        <span>
          {t('register.haveAccount')}{' '}
          <Link to={`/login?next=${encodeURIComponent(next)}`}>{t('register.toLogin')}</Link>
        </span>
      }
    >
      <PageHead title={t('register.title')} description={t('register.description')} />
      <MarketForm problem={actionData?.problem}>
        <input type="hidden" name="next" value={next} />
        <TextField
          path="name"
          label={t('fields.name')}
          autoComplete="name"
          defaultValue={actionData?.name}
          maxLength={80}
          required
        />
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
          description={t('fields.passwordHint')}
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': t('fields.show') }}
          minLength={10}
          required
        />
        <SubmitButton fullWidth mt="sm">
          {t('register.submit')}
        </SubmitButton>
      </MarketForm>
    </AccountPage>
  )
}
