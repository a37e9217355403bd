import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { RightListQuery, RightPage } from '@market/contracts/rights'
import { RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { RightRows } from '../../../features/rights/right-rows.tsx'
import classes from '../../../features/rights/rights.module.css'
import { RightsTabs } from '../../../features/rights/rights-tabs.tsx'
import { nameIn } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100)
  const asked = RightListQuery.shape.status.safeParse(url.searchParams.get('status') || undefined)
  const status = asked.success ? asked.data : undefined
  const feeDue = url.searchParams.has('feeDue')
  const page = await apiOf(context).get('/api/rights', RightPage, {
    q: q || undefined,
    status,
    feeDue: feeDue ? 'true' : undefined,
    cursor: url.searchParams.get('cursor'),
  })
  return { ...page, q, status: status ?? '', feeDue }
}

export default function Rights({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('rights')
  const { actor } = useWorkspace()
  const { items, nextCursor, q, status, feeDue } = loaderData
  const narrowed = q !== '' || status !== '' || feeDue
  const add = may(actor, 'right.create') && (
    <Button component={Link} to={`${paths.rights}/new`}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader title={t('title')} lead={t('lead')} actions={add || undefined} />
      <RightsTabs current="rights" />
      <Filter q={q} status={status} feeDue={feeDue} />
      {items.length === 0 ? (
        <EmptyState title={t(narrowed ? 'noneFound' : 'none')}>{!narrowed && t('noneHint')}</EmptyState>
      ) : (
        <RightRows items={items} label={t('title')} />
      )}
      <Pager nextCursor={nextCursor} />
    </>
  )
}

function Filter({ q, status, feeDue }: { q: string; status: string; feeDue: boolean }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  return (
    <Form method="get" className={`${classes.filter} no-print`} key={`${q} ${status} ${feeDue}`}>
      <TextInput
        name="q"
        label={t('search')}
        description={t('searchHint')}
        defaultValue={q}
        maxLength={100}
        className={classes.query}
      />
      <NativeSelect
        name="status"
        label={t('fields.legalStatus')}
        defaultValue={status}
        data={[
          { value: '', label: t('anyStatus') },
          ...RIGHT_LEGAL_STATUSES.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) })),
          { value: 'expired', label: t('expired') },
        ]}
      />
      <Checkbox name="feeDue" value="true" label={t('feeDue')} defaultChecked={feeDue} />
      <Button type="submit" variant="default">
        {t('find')}
      </Button>
    </Form>
  )
}
