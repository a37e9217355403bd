import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import classes from '../features/plans/explorer/explorer.module.css'
import planClasses from '../features/plans/plans.module.css'
import { loadSeries } from '../features/plans/statistics/load-series.server.ts'
import { SeriesTable } from '../features/plans/statistics/series-table.tsx'
import { TotalsTable } from '../features/plans/statistics/totals-table.tsx'
import { formatDay } from '../lib/format.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { Chart } from '../ui/chart.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { SelectField } from '../ui/form/fields.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import type { Route } from './+types/turnover-official.ts'

export function loader({ context, url }: Route.LoaderArgs) {
  return loadSeries(apiOf(context), url.searchParams.get('place'), localeFrom(context))
}

type Series = Route.ComponentProps['loaderData']

export default function OfficialStatistics({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation('figures')
  const { place, choices, periods, drawing, totals } = loaderData
  const name = choices.find(({ code }) => code === place)?.name ?? place
  const broken = periods.filter(({ output }) => output.breaks).map(({ period }) => period)
  return (
    <>
      <PageHead title={t('official.title')} description={t('official.lead')} keep={['place']} />
      <PageHeader
        trail={[{ label: t('plans'), to: '/plans' }]}
        title={t('official.pageTitle', { place: name })}
        lead={t('official.lead')}
      />
      <PlaceChoice {...loaderData} />
      {periods.length === 0 ? (
        <EmptyState title={t('official.none')}>{t('official.noneHint')}</EmptyState>
      ) : (
        <div className={classes.beside}>
          <div>
            {drawing && (
              <>
                <p className={planClasses.sentence}>
                  {broken.length === 0
                    ? t('official.steady', { place: name })
                    : t('official.broken', { place: name, years: broken.join(t('official.and')) })}
                </p>
                <Chart drawing={drawing} label={t('official.caption')} />
              </>
            )}
            <SeriesTable periods={periods} />
            <p className={classes.note}>{t('official.ownNote')}</p>
            <section className={planClasses.section}>
              <h2>{t('official.totals')}</h2>
              <p className={classes.note}>{t('official.totalsNote')}</p>
              <TotalsTable totals={totals.toReversed()} />
            </section>
          </div>
          <Sources {...loaderData} />
        </div>
      )}
    </>
  )
}

function PlaceChoice({ place, choices }: Series) {
  const { t } = useTranslation('figures')
  const options = choices.map(({ code, name }) => ({ value: code, label: name }))
  return (
    <Form method="get" className={`${classes.choice} no-print`} key={place}>
      <SelectField path="place" label={t('official.place')} defaultValue={place} data={options} mb={0} />
      <Button type="submit" variant="default">
        {t('ask.show')}
      </Button>
    </Form>
  )
}

/** Where each figure is from, in the words of its source. */
function Sources({ publications, place }: Series) {
  const { t } = useTranslation('figures')
  const locale = useLocale()
  return (
    <aside className={classes.rail} aria-label={t('rail.label')}>
      {publications.map(({ id, title, source, definition, publishedOn }) => (
        <section key={id}>
          <h2>{title}</h2>
          <p>{definition}</p>
          <p>
            {t('official.source', { source })} · {formatDay(publishedOn, locale)}
          </p>
        </section>
      ))}
      <section>
        <h2>{t('rail.downloads')}</h2>
        <ul>
          <li>
            <a href={`/api/statistics/places/${place}`} download={`${place}.json`}>
              {t('official.json')}
            </a>
          </li>
        </ul>
      </section>
    </aside>
  )
}
