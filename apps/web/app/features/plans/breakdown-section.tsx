import type { PlanTurnover } from '@market/contracts/indicators'
import { labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import type { Drawing } from '../../lib/render-chart.server.ts'
import { Chart } from '../../ui/chart.tsx'
import { Count } from '../../ui/count.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Money } from '../../ui/money.tsx'
import { CODES_BY } from './code-names.ts'
import classes from './plans.module.css'

type Breakdown = PlanTurnover['breakdowns'][number]
type Bucket = Breakdown['items'][number]

interface BreakdownSectionProps {
  breakdown: Breakdown
  year: number
  chart: Drawing | undefined
}

/** One way of breaking a year down: the drawing, then every code with its figures. */
export function BreakdownSection({ breakdown: { by, items }, year, chart }: BreakdownSectionProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const title = t(`plan.by.${by}`)
  const without = items
    .filter(({ contractCount }) => contractCount === 0)
    .map(({ code }) => labelOf(CODES_BY[by], code, locale))
  return (
    <section className={classes.breakdown}>
      <h3>{title}</h3>
      {chart && <Chart drawing={chart} label={t('plan.chartBy', { year, by: title })} />}
      <DataTable
        caption={t('plan.chartBy', { year, by: title })}
        captionHidden
        columns={useColumns(by)}
        rows={items.filter(({ contractCount }) => contractCount !== 0)}
        rowKey={({ code }) => code}
        onPhone="table"
      />
      {without.length > 0 && (
        <p className={classes.without}>
          {t('plan.without', { names: without.join(locale === 'en' ? ', ' : '、') })}
        </p>
      )}
    </section>
  )
}

function useColumns(by: Breakdown['by']): Column<Bucket>[] {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  return [
    { key: 'code', label: t(`plan.columns.${by}`), cell: ({ code }) => labelOf(CODES_BY[by], code, locale) },
    {
      key: 'contracts',
      label: t('plan.columns.contracts'),
      numeric: true,
      cell: ({ contractCount, contractsQuery }) => (
        <Link to={paths.turnoverContracts(contractsQuery)}>
          <Count of={contractCount} />
        </Link>
      ),
    },
    {
      key: 'amount',
      label: t('plan.columns.amount'),
      numeric: true,
      cell: ({ contractAmountFen }) => <Money fen={contractAmountFen} />,
    },
    {
      key: 'share',
      label: t('plan.columns.ofTotal'),
      numeric: true,
      cell: ({ share }) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`),
    },
  ]
}
