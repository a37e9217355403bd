import { Button } from '@mantine/core'
import { BatchList } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import {
  BatchListFacts,
  BatchListMembers,
  BatchListStanding,
} from '../../../features/registration-desk/batch-list-facts.tsx'
import { formatDay } from '../../../lib/format.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/detail.ts'

export const handle = { wide: true }

export async function loader({ context, params }: Route.LoaderArgs) {
  return { list: await apiOf(context).get(`/api/batch-lists/${encodeURIComponent(params.id)}`, BatchList) }
}

export default function BatchListDetail({ loaderData: { list } }: Route.ComponentProps) {
  const { t } = useTranslation('batchLists')
  const locale = useLocale()
  const period = `${formatDay(list.fromOn, locale)} – ${formatDay(list.toOn, locale)}`
  return (
    <>
      <PageHead title={`${t('title')} ${period}`} unlisted />
      <PageHeader
        trail={[{ label: t('title'), to: paths.batchLists }]}
        title={period}
        actions={
          <Button component="a" href={paths.batchListPdf(list.id)}>
            {t('pdf')}
          </Button>
        }
      />
      <BatchListStanding list={list} />
      <BatchListFacts list={list} />
      <p>
        <a href={list.url}>{t('publicCheck')}</a>
      </p>
      <BatchListMembers members={list.members} />
    </>
  )
}
