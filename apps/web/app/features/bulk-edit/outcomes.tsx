import type { BulkOutcome } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { fieldProblemText } from '../../ui/use-problem-text.ts'
import classes from './bulk.module.css'

interface OutcomesProps {
  items: readonly BulkOutcome[]
  kind: 'preview' | 'result'
}

/** What becomes of each listing, and why not. */
export function Outcomes({ items, kind }: OutcomesProps) {
  const { t, i18n } = useTranslation('bulk')
  const locale = useLocale()
  return (
    <DataTable
      caption={t(kind)}
      columns={[
        { key: 'title', label: t('listing'), cell: (item) => pick(item, 'title', locale) },
        {
          key: 'outcome',
          label: t('outcome'),
          cell: ({ outcome }) => <span className={classes.outcome}>{t(`outcomes.${kind}.${outcome}`)}</span>,
        },
        {
          key: 'why',
          label: t('why'),
          cell: ({ code, details, toReview }) =>
            code === null ? (toReview ? t('toReview') : '') : fieldProblemText(i18n, code, details),
        },
      ]}
      rows={items}
      rowKey={({ listingId }) => listingId}
    />
  )
}
