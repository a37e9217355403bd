import { Button } from '@mantine/core'
import { Invitation } from '@market/contracts/organizations'
import { useTranslation } from 'react-i18next'
import { data, Form, Link, redirect, useSearchParams } from 'react-router'
import classes from '../../../features/organizations/organizations.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { textOf } from '../../../lib/form-text.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useRootData } from '../../../lib/root-data.ts'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/accept-invitation.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const api = apiOf(context)
  const token = textOf(await request.formData(), 'token')
  const answer = await attempt(() => api.send('POST', '/api/invitations/accept', { token }, Invitation))
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  const { organizationId } = answer.value
  await api.sendOnly('POST', '/api/me/organization', { organizationId, transport: 'cookie' })
  return redirect('/workspace/organization?done=joined')
}

/** Where the link of a mailed invitation leads. Opening it changes nothing; the button does. */
export default function AcceptInvitation({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('organizations')
  const [query] = useSearchParams()
  const email = useRootData()?.user?.email ?? ''
  const token = query.get('token') ?? ''
  return (
    <div className={classes.narrow}>
      <PageHead title={t('accept.title')} unlisted />
      <PageHeader title={t('accept.title')} lead={t('accept.lead', { email })} />
      {token === '' ? (
        <Notice tone="needs-you" title={t('accept.missingTitle')}>
          {t('accept.missing')}
        </Notice>
      ) : (
        <MarketForm problem={actionData?.problem}>
          <input type="hidden" name="token" value={token} />
          <SubmitButton>{t('accept.now')}</SubmitButton>
        </MarketForm>
      )}
      {actionData?.problem.code === 'invitation.other_address' && (
        <Form method="post" action="/logout">
          <Button type="submit" variant="default" mt="md">
            {t('accept.logout')}
          </Button>
        </Form>
      )}
      <p className={classes.hint}>
        <Link to="/workspace">{t('accept.later')}</Link>
      </p>
    </div>
  )
}
