import { useTranslation } from 'react-i18next'
import { data } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Route } from './+types/forgot-password.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const email = textOf(await request.formData(), 'email').trim()
  const answer = await attempt(() => apiOf(context).sendOnly('POST', '/api/auth/password-resets', { email }))
  if (answer.ok) return data({ sent: true, problem: undefined, email })
  return data({ sent: false, problem: answer.problem, email }, { status: answer.problem.status })
}

export default function ForgotPassword({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  return (
    <AccountPage title={t('forgot.title')} lead={t('forgot.lead')}>
      <PageHead title={t('forgot.title')} description={t('forgot.description')} />
      {actionData?.sent && (
        <Notice tone="done" title={t('forgot.sentTitle')}>
          {t('forgot.sent')}
        </Notice>
      )}
      <MarketForm problem={actionData?.problem}>
        <TextField
          path="email"
          type="email"
          label={t('fields.email')}
          autoComplete="username"
          defaultValue={actionData?.email}
          required
        />
        <SubmitButton fullWidth mt="sm">
          {t('forgot.submit')}
        </SubmitButton>
      </MarketForm>
    </AccountPage>
  )
}
