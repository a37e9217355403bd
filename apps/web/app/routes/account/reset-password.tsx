import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AccountPage } from '../../features/account/account-page.tsx'
import { attempt } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { PasswordField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import type { Route } from './+types/reset-password.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const input = { token: textOf(form, 'token'), password: textOf(form, 'password') }
  const answer = await attempt(() =>
    apiOf(context).sendOnly('POST', '/api/auth/password-resets/confirm', input),
  )
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect('/login?done=reset')
}

export default function ResetPassword({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('account')
  const [query] = useSearchParams()
  const token = query.get('token') ?? ''
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.lead')}>
      <PageHead title={t('reset.title')} description={t('reset.description')} unlisted />
      {token === '' ? (
        <>
          <Notice tone="needs-you" title={t('reset.missingTitle')}>
            {t('reset.missing')}
          </Notice>
          <Button component={Link} to="/forgot-password">
            {t('reset.again')}
          </Button>
        </>
      ) : (
        <MarketForm problem={actionData?.problem}>
          <input type="hidden" name="token" value={token} />
          <PasswordField
            path="password"
            label={t('fields.newPassword')}
            description={t('fields.passwordHint')}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': t('fields.show') }}
            minLength={10}
            required
          />
          <SubmitButton fullWidth mt="sm">
            {t('reset.submit')}
          </SubmitButton>
        </MarketForm>
      )}
    </AccountPage>
  )
}
