import { Listing } from '@market/contracts/listings'
import { Portfolio } from '@market/contracts/rights'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { choiceIn, offerRights } from '../../../features/rights/choose-rights.server.ts'
import { PortfolioForm, readPortfolio } from '../../../features/rights/portfolio-form.tsx'
import { RightRows } from '../../../features/rights/right-rows.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/detail.ts'

const pathOf = (id: string): string => `/api/portfolios/${encodeURIComponent(id)}`

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const portfolio = await api.get(pathOf(params.id), Portfolio)
  return { portfolio, choice: await offerRights(api, portfolio.rights) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const api = apiOf(context)
  const path = pathOf(params.id)
  const intent = read.text('intent')
  const sent = async () => ({ intent, typed: typedValues(form), choice: await choiceIn(api, read) })
  if (intent === 'find') return data({ ...(await sent()), problem: undefined })
  const answer = await attempt(async () => {
    if (intent === 'remove') {
      await api.sendOnly('DELETE', path)
      return paths.portfolios
    }
    if (intent === 'offer') {
      const { id } = await api.send('POST', `${path}/listing`, undefined, Listing)
      return `/workspace/listings/${id}`
    }
    await api.sendOnly('PUT', path, { ...readPortfolio(read), revision: read.number('revision') })
    return `${paths.portfolio(params.id)}?done=saved`
  })
  if (answer.ok) return redirect(answer.value)
  return data({ ...(await sent()), problem: answer.problem }, { status: answer.problem.status })
}

export default function PortfolioDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('rights')
  const { actor } = useWorkspace()
  const locale = useLocale()
  const [query] = useSearchParams()
  const { portfolio } = loaderData
  const editing = actionData?.intent === 'find' || actionData?.intent === 'save' ? actionData : undefined
  const of = (intent: string) => (actionData?.intent === intent ? actionData : undefined)
  return (
    <>
      <PageHead title={pick(portfolio, 'name', locale)} unlisted />
      <PageHeader
        trail={[{ label: t('portfolios'), to: paths.portfolios }]}
        title={pick(portfolio, 'name', locale)}
        lead={portfolio.description}
      />
      {!actionData && query.get('done') === 'saved' && <Notice tone="done">{t('portfolio.saved')}</Notice>}
      <RightRows items={portfolio.rights} label={t('portfolio.members')} />
      {portfolio.editable && (
        <ActionPanels>
          {may(actor, 'listing.create') && portfolio.rights.length > 0 && (
            <ActionPanel label={t('portfolio.offer')} tone="primary" open={of('offer') !== undefined}>
              <MarketForm problem={of('offer')?.problem}>
                <p>{t('portfolio.offerHint')}</p>
                <SubmitButton name="intent" value="offer" mt="md">
                  {t('portfolio.offer')}
                </SubmitButton>
              </MarketForm>
            </ActionPanel>
          )}
          <ActionPanel label={t('portfolio.edit')} open={editing !== undefined}>
            <PortfolioForm
              portfolio={portfolio}
              choice={editing?.choice ?? loaderData.choice}
              typed={editing?.typed}
              problem={editing?.problem}
            />
          </ActionPanel>
          <ActionPanel label={t('portfolio.remove')} tone="grave" open={of('remove') !== undefined}>
            <MarketForm problem={of('remove')?.problem}>
              <p>{t('portfolio.removeHint')}</p>
              <SubmitButton name="intent" value="remove" mt="md">
                {t('portfolio.remove')}
              </SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
    </>
  )
}
