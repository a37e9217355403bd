import {
  type ConfidentialOpening,
  ConfidentialOpeningPage,
  NdaPage,
  NdaQuery,
} from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AgreementList } from '../../../features/secrecy/agreement-list.tsx'
import classes from '../../../features/secrecy/secrecy.module.css'
import { withdrawFrom } from '../../../features/secrecy/secrecy-action.server.ts'
import { SecrecyTabs } from '../../../features/secrecy/secrecy-tabs.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Instant } from '../../../ui/day.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/list.ts'

/** Agreements page by their own cursor; the openings shown are the last ones. */
export async function loader({ context, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const asked = NdaQuery.shape.side.safeParse(url.searchParams.get('side') ?? undefined)
  const side = asked.success ? asked.data : 'owner'
  const cursor = url.searchParams.get('cursor')
  const [page, openings] = await Promise.all([
    api.get('/api/ndas', NdaPage, { side, cursor }),
    side === 'owner' ? api.get('/api/confidential-openings', ConfidentialOpeningPage, { limit: 100 }) : null,
  ])
  return { side, page, openings: openings?.items ?? [] }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await withdrawFrom(apiOf(context), form)
  if (!problem) return redirect(`${paths.secrecy}?done=withdrawn`)
  return data({ problem, typed: typedValues(form) }, { status: problem.status })
}

export default function Secrecy({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('secrecy')
  const { side, page, openings } = loaderData
  const [query] = useSearchParams()
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader title={t('title')} lead={t('lead')} />
      <SecrecyTabs current={side} />
      {!actionData && query.get('done') === 'withdrawn' && <Notice tone="done">{t('done.withdrawn')}</Notice>}
      {page.items.length === 0 ? (
        <EmptyState title={t('list.none')}>
          {t(side === 'owner' ? 'list.noneOwner' : 'list.noneReader')}
        </EmptyState>
      ) : (
        <AgreementList items={page.items} side={side} result={actionData} />
      )}
      <Pager nextCursor={page.nextCursor} />
      {side === 'owner' && <Openings items={openings} />}
    </>
  )
}

function Openings({ items }: { items: readonly ConfidentialOpening[] }) {
  const { t } = useTranslation('secrecy')
  const locale = useLocale()
  return (
    <section className={classes.block}>
      <h2>{t('openings.title')}</h2>
      <DataTable
        caption={t('openings.title')}
        captionHidden
        rows={items}
        rowKey={({ id }) => id}
        empty={<p className={classes.note}>{t('openings.none')}</p>}
        columns={[
          { key: 'at', label: t('openings.at'), cell: ({ openedAt }) => <Instant at={openedAt} /> },
          {
            key: 'who',
            label: t('openings.who'),
            cell: ({ reader, person }) => `${pick(reader, 'name', locale)} · ${person}`,
          },
          {
            key: 'file',
            label: t('openings.file'),
            cell: (opening) => pick(opening, 'fileTitle', locale) || t('openings.removed'),
          },
          {
            key: 'listing',
            label: t('list.listing'),
            cell: ({ listing }) => (
              <Link to={paths.listing(listing.id)}>{pick(listing, 'title', locale)}</Link>
            ),
          },
        ]}
      />
    </section>
  )
}
