import { Button } from '@mantine/core'
import { RequestDraftList, RequestPage, RequestQuery } from '@market/contracts/licensing'
import { REQUEST_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RequestRows } from '../../../features/licensing/request-rows.tsx'
import { formatInstantDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { RecordList, RecordRow } from '../../../ui/record-list.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/list.ts'

const TABS = { received: 'owner', sent: 'requester' } as const
type Tab = keyof typeof TABS

const tabOf = (asked: string | null, kind: string | null): Tab => {
  if (asked === 'received' || asked === 'sent') return asked
  return kind === 'company' ? 'sent' : 'received'
}

/** What waits stands above the list on its first page, so it is read by itself. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const tab = tabOf(url.searchParams.get('tab'), workspaceOf(context).actor.organizationKind)
  const cursor = url.searchParams.get('cursor')
  const asked = RequestQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const api = apiOf(context)
  const role = TABS[tab]
  const first = cursor === null && state === undefined
  const [drafts, waiting, page] = await Promise.all([
    first && tab === 'sent' ? api.get('/api/request-drafts', RequestDraftList) : null,
    first ? api.get('/api/requests', RequestPage, { role, waiting: 'me', limit: 50 }) : null,
    api.get('/api/requests', RequestPage, { role, state, cursor }),
  ])
  const above = waiting?.items ?? []
  const items = page.items.filter(({ id }) => !above.some((item) => item.id === id))
  return { tab, state, drafts: drafts?.items ?? [], waiting: above, items, nextCursor: page.nextCursor }
}

export default function Requests({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('licensing')
  const { tab, state, drafts, waiting, items, nextCursor } = loaderData
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t('list.lead')} />
      <LinkTabs
        label={t('list.title')}
        current={tab}
        tabs={[
          { key: 'received', label: t('list.received'), to: `${paths.requests}?tab=received` },
          { key: 'sent', label: t('list.sent'), to: `${paths.requests}?tab=sent` },
        ]}
      />
      <StateFilter names={REQUEST_STATE_NAMES} current={state} keep={{ tab }} />
      {drafts.length > 0 && <DraftRows drafts={drafts} />}
      {waiting.length > 0 && (
        <>
          <h2 className="list-heading">{t('list.waiting')}</h2>
          <RequestRows items={waiting} label={t('list.waiting')} />
        </>
      )}
      {items.length > 0 && (
        <>
          {waiting.length + drafts.length > 0 && <h2 className="list-heading">{t('list.others')}</h2>}
          <RequestRows items={items} label={t('list.others')} />
        </>
      )}
      {drafts.length + waiting.length + items.length === 0 && (
        <Nothing tab={tab} filtered={state !== undefined} />
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}

function DraftRows({ drafts }: { drafts: RequestDraftList['items'] }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <>
      <h2 className="list-heading">{t('list.drafts')}</h2>
      <RecordList label={t('list.drafts')}>
        {drafts.map(({ listing, updatedAt }) => (
          <RecordRow
            key={listing.id}
            to={paths.newRequest(listing.id)}
            title={pick(listing, 'title', locale)}
            note={t('list.savedOn', { day: formatInstantDay(updatedAt, locale) })}
          />
        ))}
      </RecordList>
    </>
  )
}

function Nothing({ tab, filtered }: { tab: Tab; filtered: boolean }) {
  const { t } = useTranslation('licensing')
  if (filtered) return <EmptyState title={t('list.noneInState')} />
  const to = tab === 'sent' ? '/search' : '/workspace/listings'
  return (
    <EmptyState
      title={t(`list.none.${tab}`)}
      action={
        <Button component={Link} to={to} variant="default">
          {t(`list.noneAction.${tab}`)}
        </Button>
      }
    >
      {t(`list.noneHint.${tab}`)}
    </EmptyState>
  )
}
