import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { drawFieldChart } from '../features/field-map/draw-chart.server.ts'
import classes from '../features/field-map/field-map.module.css'
import { FieldSection } from '../features/field-map/field-section.tsx'
import { loadChosen, loadFieldMap } from '../features/field-map/load-field-map.server.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { questionOf } from '../lib/search-question.ts'
import { ChosenFilters } from '../ui/chosen-filters.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/field-map.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const question = questionOf(url.searchParams)
  const api = apiOf(context)
  const [map, chosen] = await Promise.all([loadFieldMap(api, question), loadChosen(api, question)])
  const locale = localeFrom(context)
  return {
    q: question.get('q') ?? '',
    search: question.toString(),
    total: map.total,
    chosen,
    charts: map.charts.map((chart) => ({ chart, drawing: drawFieldChart(chart, question, locale) })),
  }
}

export default function FieldMapPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(['returning', 'common'])
  const locale = useLocale()
  const { q, search, total, chosen, charts } = loaderData
  const title = q === '' ? t('map.title') : t('map.titleFor', { query: q })
  return (
    <>
      <PageHead title={title} description={t('map.description')} keep={['q']} unlisted={search !== ''} />
      <PageHeader
        trail={[{ label: t('map.back'), to: `/search?${search}` }]}
        title={title}
        lead={t('map.lead', { count: total })}
        actions={
          total > 0 && (
            <a href={`/api/search/map.xlsx?${search}${search && '&'}locale=${locale}`} download>
              {t('map.xlsx')}
            </a>
          )
        }
      />
      <ChosenFilters filters={chosen} />
      {total === 0 ? (
        <EmptyState title={t('map.empty')} action={<Link to={`/search?${search}`}>{t('map.back')}</Link>}>
          {t('map.emptyHint')}
        </EmptyState>
      ) : (
        <>
          {charts.map(({ chart, drawing }) => (
            <FieldSection key={chart.name} chart={chart} drawing={drawing} search={search} />
          ))}
          <p className={classes.quiet}>{t('map.several')}</p>
        </>
      )}
    </>
  )
}
