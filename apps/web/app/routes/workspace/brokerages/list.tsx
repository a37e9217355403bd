import { BrokeragePage } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { brokerCall, isBrokerIntent } from '../../../features/licensing/brokers/broker-call.ts'
import { BrokerCard } from '../../../features/licensing/brokers/broker-card.tsx'
import classes from '../../../features/licensing/licensing.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { dealTitle } from '../../../ui/deal-subject.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/list.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return apiOf(context).get('/api/brokerages', BrokeragePage, { cursor: url.searchParams.get('cursor') })
}

export async function action({ request, context }: Route.ActionArgs) {
  const read = readForm(await request.formData())
  const intent = read.text('intent')
  const brokerageId = read.text('brokerageId')
  if (!isBrokerIntent(intent)) {
    const problem = invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
    return data({ brokerageId, problem }, { status: 422 })
  }
  const { path } = brokerCall(intent, read)
  const answer = await attempt(() => apiOf(context).sendOnly('POST', path))
  if (!answer.ok) return data({ brokerageId, problem: answer.problem }, { status: answer.problem.status })
  return redirect(`${paths.brokerages}?done=${intent}`)
}

const DONE = ['agree-broker', 'refuse-broker', 'end-broker'] as const

export default function Brokerages({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const { items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('brokers.mine')} unlisted />
      <PageHeader title={t('brokers.mine')} lead={t('brokers.mineLead')} />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      {items.length === 0 && <EmptyState title={t('brokers.none')}>{t('brokers.noneHint')}</EmptyState>}
      {items.map((deal) => (
        <section key={deal.id} className={classes.section}>
          <h2>
            {deal.state === 'active' ? (
              <Link to={paths.request(deal.requestId)}>{dealTitle(deal, locale)}</Link>
            ) : (
              dealTitle(deal, locale)
            )}
          </h2>
          <p>
            {pick(deal.owner, 'name', locale)} · {pick(deal.requester, 'name', locale)}
          </p>
          <BrokerCard
            brokerage={deal}
            totalFen={null}
            problem={actionData?.brokerageId === deal.id ? actionData.problem : undefined}
          />
        </section>
      ))}
      <Pager nextCursor={nextCursor} />
    </>
  )
}
