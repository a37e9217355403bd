import { BulkEdit } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { Outcomes } from '../../../features/bulk-edit/outcomes.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/bulk-result.ts'

const addressOf = (id: string) => `/api/listing-bulk-edits/${encodeURIComponent(id)}`

export async function loader({ context, params }: Route.LoaderArgs) {
  return { edit: await apiOf(context).get(addressOf(params.id), BulkEdit) }
}

export async function action({ context, params }: Route.ActionArgs) {
  const undone = await attempt(() => apiOf(context).sendOnly('POST', `${addressOf(params.id)}/undo`))
  if (!undone.ok) return data({ problem: undone.problem }, { status: undone.problem.status })
  return redirect(`/workspace/listings/bulk/${params.id}`)
}

export default function BulkResult({ loaderData: { edit }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation(['bulk', 'editor'])
  return (
    <>
      <PageHead title={t('bulk:result')} unlisted />
      <PageHeader
        trail={[
          { label: t('editor:list.title'), to: '/workspace/listings' },
          { label: t('bulk:title'), to: '/workspace/listings/bulk' },
        ]}
        title={t('bulk:result')}
      />
      {edit.undoneAt && <Notice tone="done">{t('bulk:undone')}</Notice>}
      <Outcomes items={edit.items} kind="result" />
      {edit.canBeUndone && (
        <MarketForm problem={actionData?.problem}>
          <SubmitButton variant="default">{t('bulk:undo')}</SubmitButton>
        </MarketForm>
      )}
    </>
  )
}
