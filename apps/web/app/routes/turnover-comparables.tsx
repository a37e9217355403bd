import { ComparableList } from '@market/contracts/indicators'
import { EXCLUSIVITIES, labelOf, TECHNICAL_FIELDS } from '@market/domain/codes'
import { CONTRACT_TYPES } from '@market/domain/regimes'
import { useTranslation } from 'react-i18next'
import type { Locale } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { Count } from '../ui/count.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Money } from '../ui/money.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/turnover-comparables.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const locale = localeFrom(context)
  const { smallest, items } = await apiOf(context).get('/api/turnover/comparables', ComparableList)
  return { smallest, ranges: items.map((item) => named(item, locale)) }
}

/** A range with its codes in words, so that the browser needs no code list. */
function named(item: ComparableList['items'][number], locale: Locale) {
  const { field, type, exclusivity, ...figures } = item
  return {
    ...figures,
    key: `${field} ${type} ${exclusivity}`,
    field: labelOf(TECHNICAL_FIELDS, field, locale),
    type: labelOf(CONTRACT_TYPES, type, locale),
    exclusivity: labelOf(EXCLUSIVITIES, exclusivity, locale),
  }
}

type Range = ReturnType<typeof named>

export default function Comparables({ loaderData: { smallest, ranges } }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  return (
    <>
      <PageHead title={t('comparables.title')} description={t('comparables.description')} />
      <PageHeader
        trail={[{ label: t('plans'), to: '/plans' }]}
        title={t('comparables.title')}
        lead={t('comparables.lead', { smallest })}
      />
      <DataTable
        caption={t('comparables.caption')}
        captionHidden
        columns={useColumns()}
        rows={ranges}
        rowKey={({ key }) => key}
        empty={
          <EmptyState title={t('comparables.none')}>{t('comparables.noneHint', { smallest })}</EmptyState>
        }
      />
    </>
  )
}

function useColumns(): Column<Range>[] {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  const numeric = true
  return [
    {
      key: 'kind',
      label: t('comparables.kind'),
      cell: ({ type, exclusivity }) =>
        locale === 'en' ? `${type}, ${exclusivity}` : `${type} · ${exclusivity}`,
    },
    { key: 'field', label: t('comparables.field'), cell: ({ field }) => field },
    {
      key: 'contracts',
      label: t('table.contracts'),
      numeric,
      cell: ({ contractCount }) => <Count of={contractCount} />,
    },
    {
      key: 'lower',
      label: t('comparables.lower'),
      numeric,
      cell: ({ lowerQuartileFen }) => <Money fen={lowerQuartileFen} />,
    },
    {
      key: 'median',
      label: t('comparables.median'),
      numeric,
      cell: ({ medianFen }) => <Money fen={medianFen} />,
    },
    {
      key: 'upper',
      label: t('comparables.upper'),
      numeric,
      cell: ({ upperQuartileFen }) => <Money fen={upperQuartileFen} />,
    },
  ]
}
