import { ReceiptList, Registration } from '@market/contracts/registration'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { takeReceiptStep } from '../../../features/registration-desk/receipt-action.server.ts'
import { ReceiptFields } from '../../../features/registration-desk/receipt-fields.tsx'
import { Cumulative, Receipts } from '../../../features/registration-desk/receipt-list.tsx'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/receipts.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/registrations/${encodeURIComponent(params.id)}`
  const api = apiOf(context)
  const [registration, receipts] = await Promise.all([
    api.get(path, Registration),
    api.get(`${path}/receipts`, ReceiptList),
  ])
  const { actor } = workspaceOf(context)
  const sells = actor.organizationId === registration.seller.id
  const { id, title, seller } = registration
  return { id, title, seller, receipts, taxSheet: may(actor, 'tax_evidence.read', sells ? ['seller'] : []) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeReceiptStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.receipts(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = ['record', 'correct', 'verify'] as const

export default function ReceiptsPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('receipts')
  const [query] = useSearchParams()
  const { id, title, seller, receipts, taxSheet } = loaderData
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const recording = actionData?.intent === 'record' ? actionData : undefined
  return (
    <>
      <PageHead title={`${t('title')} ${title}`} unlisted />
      <PageHeader
        trail={[{ label: title, to: paths.registration(id) }]}
        title={t('title')}
        lead={t('lead')}
        actions={taxSheet && <Link to={paths.taxSheets(seller.id)}>{t('toTaxSheet')}</Link>}
      />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      <Cumulative receipts={receipts} />
      {receipts.canRecord && (
        <ActionPanels>
          <ActionPanel label={t('record.title')} tone="primary" open={recording !== undefined}>
            <MarketForm problem={recording?.problem} encType="multipart/form-data" noValidate>
              <p>{t('record.explain')}</p>
              <ReceiptFields id="new" typed={recording?.typed} />
              <SubmitButton name="intent" value="record">
                {t('record.now')}
              </SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
      {receipts.items.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      ) : (
        <Receipts items={receipts.items} result={actionData} />
      )}
    </>
  )
}
