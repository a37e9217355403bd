import { Button } from '@mantine/core'
import { ContractPage, ContractQuery } from '@market/contracts/contracts'
import { CONTRACT_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ContractRows } from '../../../features/contracts/contract-rows.tsx'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/list.ts'

/** What waits stands above the list on its first page, so it is read by itself. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const cursor = url.searchParams.get('cursor')
  const asked = ContractQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const first = cursor === null && state === undefined
  const [waiting, page] = await Promise.all([
    first ? api.get('/api/contracts', ContractPage, { waiting: 'me', limit: 50 }) : null,
    api.get('/api/contracts', ContractPage, { state, cursor }),
  ])
  const above = waiting?.items ?? []
  const items = page.items.filter(({ id }) => !above.some((item) => item.id === id))
  return { state, waiting: above, items, nextCursor: page.nextCursor }
}

export default function Contracts({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('contracts')
  const { state, waiting, items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <StateFilter names={CONTRACT_STATE_NAMES} current={state} />
      {waiting.length > 0 && (
        <>
          <h2 className="list-heading">{t('list.waiting')}</h2>
          <ContractRows items={waiting} label={t('list.waiting')} />
        </>
      )}
      {items.length > 0 && (
        <>
          {waiting.length > 0 && <h2 className="list-heading">{t('list.others')}</h2>}
          <ContractRows items={items} label={t('list.others')} />
        </>
      )}
      {waiting.length + items.length === 0 && (
        <EmptyState
          title={t(state === undefined ? 'list.none' : 'list.noneInState')}
          action={
            <Button
              component={Link}
              to={state === undefined ? paths.requests : paths.contracts}
              variant="default"
            >
              {t(state === undefined ? 'list.toRequests' : 'list.all')}
            </Button>
          }
        >
          {state === undefined && t('list.noneHint')}
        </EmptyState>
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}
