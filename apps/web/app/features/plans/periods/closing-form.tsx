import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../lib/api/problem.ts'
import { Count } from '../../../ui/count.tsx'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { Day } from '../../../ui/day.tsx'
import { CheckField } from '../../../ui/form/check-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Money } from '../../../ui/money.tsx'
import classes from '../explorer/explorer.module.css'
import planClasses from '../plans.module.css'
import type { ClosingSummary } from './load-closing.server.ts'
import { periodName } from './period-name.ts'

interface ClosingFormProps {
  summary: ClosingSummary
  problem: Problem | undefined
}

type Line = ClosingSummary['lines'][number]

/** The point of no return: the figures as they would be frozen, then one confirmation. */
export function ClosingForm({ summary, problem }: ClosingFormProps) {
  const { t } = useTranslation('figures')
  const name = periodName(summary.period, t)
  const numeric = true
  const columns: Column<Line>[] = [
    { key: 'view', label: t('ask.view'), cell: (line) => line.name },
    {
      key: 'contracts',
      label: t('table.contracts'),
      numeric,
      cell: ({ total }) => <Count of={total.contractCount} />,
    },
    {
      key: 'amount',
      label: t('table.amount'),
      numeric,
      cell: ({ total }) => <Money fen={total.contractAmountFen} unit="yuan" />,
    },
    {
      key: 'technology',
      label: t('table.technology'),
      numeric,
      cell: ({ total }) => <Money fen={total.technologyAmountFen} unit="yuan" />,
    },
  ]
  return (
    <section className={planClasses.section}>
      <h2>{t('closing.summary', { period: name })}</h2>
      <p className={planClasses.quiet}>
        <Day date={summary.from} /> – <Day date={summary.to} />
      </p>
      <DataTable
        caption={t('closing.caption')}
        columns={columns}
        rows={summary.lines}
        rowKey={({ view }) => view}
      />
      <p className={classes.note}>{summary.definition}</p>
      <MarketForm problem={problem} className={classes.confirm}>
        <p>{t('closing.explain')}</p>
        <input type="hidden" name="period" value={summary.period} />
        <CheckField path="confirmed" label={t('closing.check', { period: name })} required mt="md" />
        <SubmitButton>{t('closing.close', { period: name })}</SubmitButton>
      </MarketForm>
    </section>
  )
}
