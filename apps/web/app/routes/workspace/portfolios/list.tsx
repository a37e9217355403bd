import { Portfolio, PortfolioPage } from '@market/contracts/rights'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { choiceIn, offerRights } from '../../../features/rights/choose-rights.server.ts'
import { PortfolioForm, readPortfolio } from '../../../features/rights/portfolio-form.tsx'
import { RightsTabs } from '../../../features/rights/rights-tabs.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { formatInstantDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const [page, choice] = await Promise.all([
    api.get('/api/portfolios', PortfolioPage, { cursor: url.searchParams.get('cursor') }),
    offerRights(api),
  ])
  return { ...page, choice }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const api = apiOf(context)
  const sent = async () => ({ typed: typedValues(form), choice: await choiceIn(api, read) })
  if (read.text('intent') === 'find') return data({ ...(await sent()), problem: undefined })
  const answer = await attempt(() => api.send('POST', '/api/portfolios', readPortfolio(read), Portfolio))
  if (answer.ok) return redirect(paths.portfolio(answer.value.id))
  return data({ ...(await sent()), problem: answer.problem }, { status: answer.problem.status })
}

export default function Portfolios({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('rights')
  const { actor } = useWorkspace()
  const locale = useLocale()
  const { items, nextCursor } = loaderData
  const choice = actionData?.choice ?? loaderData.choice
  return (
    <>
      <PageHead title={t('portfolios')} unlisted />
      <PageHeader title={t('portfolios')} lead={t('portfolio.lead')} />
      <RightsTabs current="portfolios" />
      {may(actor, 'portfolio.create') && (
        <ActionPanels>
          <ActionPanel label={t('portfolio.create')} tone="primary" open={actionData !== undefined}>
            {loaderData.choice.offered.length === 0 ? (
              <p>{t('portfolio.noRights')}</p>
            ) : (
              <PortfolioForm choice={choice} typed={actionData?.typed} problem={actionData?.problem} />
            )}
          </ActionPanel>
        </ActionPanels>
      )}
      {items.length === 0 ? (
        <EmptyState title={t('portfolio.none')}>{t('portfolio.noneHint')}</EmptyState>
      ) : (
        <RecordList label={t('portfolios')}>
          {items.map((item) => (
            <RecordRow
              key={item.id}
              to={paths.portfolio(item.id)}
              title={pick(item, 'name', locale)}
              meta={t('portfolio.count', { count: item.rightCount })}
              note={formatInstantDay(item.updatedAt, locale)}
            />
          ))}
        </RecordList>
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}
