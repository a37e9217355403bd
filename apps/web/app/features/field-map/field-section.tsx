import { VisuallyHidden } from '@mantine/core'
import type { FieldMap } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { Drawing } from '../../lib/render-chart.server.ts'
import { Chart } from '../../ui/chart.tsx'
import { Count } from '../../ui/count.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import classes from './field-map.module.css'
import { narrowedPath } from './narrowed-path.ts'

type FieldChart = FieldMap['charts'][number]
type Item = FieldChart['items'][number]

interface FieldSectionProps {
  chart: FieldChart
  drawing: Drawing
  search: string
}

/** A chart, what it says in numbers, and the picture to take along. */
export function FieldSection({ chart, drawing, search }: FieldSectionProps) {
  const { t } = useTranslation('returning')
  const title = t(`map.charts.${chart.name}`)
  if (chart.items.length === 0) {
    return (
      <section className={classes.section}>
        <h2>{title}</h2>
        <p className={classes.quiet}>{t('map.none')}</p>
      </section>
    )
  }
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      <div className={classes.sides}>
        <div>
          <Chart drawing={drawing} label={title} />
          <Downloads chart={chart} search={search} title={title} />
        </div>
        <div>
          <ItemTable chart={chart} search={search} title={title} />
          {chart.rest.values > 0 && (
            <p className={classes.quiet}>
              {t('map.rest', { values: chart.rest.values, results: chart.rest.count })}
            </p>
          )}
        </div>
      </div>
    </section>
  )
}

interface PartProps {
  chart: FieldChart
  search: string
  title: string
}

function Downloads({ chart, search, title }: PartProps) {
  const { t } = useTranslation('returning')
  return (
    <p className={`${classes.downloads} no-print`}>
      {(['svg', 'png'] as const).map((format) => (
        <a key={format} href={`/map/${chart.name}.${format}?${search}`} download>
          {t(`map.${format}`)}
          <VisuallyHidden> {t('map.download', { title })}</VisuallyHidden>
        </a>
      ))}
    </p>
  )
}

function ItemTable({ chart, search, title }: PartProps) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const params = new URLSearchParams(search)
  const columns: Column<Item>[] = [
    {
      key: 'name',
      label: title,
      cell: (item) => {
        const path = narrowedPath('/map', params, chart.name, item.value)
        const name = pick(item, 'name', locale)
        return path === null ? name : <Link to={path}>{name}</Link>
      },
    },
    { key: 'count', label: t('map.count'), numeric: true, cell: ({ count }) => <Count of={count} /> },
  ]
  return (
    <DataTable
      caption={title}
      captionHidden
      columns={columns}
      rows={chart.items}
      rowKey={({ value }) => value}
      onPhone="table"
    />
  )
}
