import { MailChoices } from '@market/contracts/notifications'
import { SavedSearchList } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { keepMailChoices } from '../../features/account/mail-action.server.ts'
import { MailChoicesForm } from '../../features/account/mail-choices.tsx'
import { ObligatoryMails } from '../../features/account/obligatory-mails.tsx'
import { paths } from '../../lib/paths.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/mails.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const api = apiOf(context)
  if (!api.hasSession()) throw redirect(`/login?next=${encodeURIComponent(paths.mailPreferences)}`)
  const [choices, searches] = await Promise.all([
    api.get('/api/mail-preferences', MailChoices),
    api.get('/api/saved-searches', SavedSearchList),
  ])
  return { choices, searches: searches.items }
}

export async function action({ request, context }: Route.ActionArgs) {
  const problem = await keepMailChoices(apiOf(context), await request.formData())
  if (problem) return data({ problem }, { status: problem.status })
  return redirect(`${paths.mailPreferences}?done=saved`)
}

/** Which mails come, and how; and which come in any case. */
export default function MailPreferences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('mails')
  const [query] = useSearchParams()
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader title={t('title')} lead={t('lead')} />
      {!actionData && query.get('done') === 'saved' && <Notice tone="done">{t('saved')}</Notice>}
      <MailChoicesForm {...loaderData} problem={actionData?.problem} />
      <ObligatoryMails />
    </>
  )
}
