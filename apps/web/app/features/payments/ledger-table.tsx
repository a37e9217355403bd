import type { ContractPayments } from '@market/contracts/payments'
import { formatYuanInTable } from '@market/domain'
import { IMPLIED_TITLE_NAMES, LEDGER_ACCOUNT_NAMES, labelOf, POSTING_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Day } from '../../ui/day.tsx'

/** Every posting with its entries; what each side added or took. */
export function LedgerTable({ statement }: Pick<ContractPayments, 'statement'>) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const rows = statement.flatMap(({ id, kind, occurredOn, entries }) =>
    entries.map((entry, index) => ({ ...entry, key: `${id}-${index}`, kind, occurredOn })),
  )
  return (
    <DataTable
      caption={t('statement')}
      captionHidden
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        { key: 'day', label: t('fields.paidOn'), cell: ({ occurredOn }) => <Day date={occurredOn} /> },
        {
          key: 'kind',
          label: t('fields.kind'),
          cell: ({ kind }) => labelOf(POSTING_KIND_NAMES, kind, locale),
        },
        {
          key: 'account',
          label: t('fields.lineTitle'),
          cell: ({ account, title }) =>
            [
              labelOf(LEDGER_ACCOUNT_NAMES, account, locale),
              labelOf(IMPLIED_TITLE_NAMES, title ?? '', locale),
            ]
              .filter(Boolean)
              .join(' · '),
        },
        {
          key: 'amount',
          label: t('fields.amount'),
          numeric: true,
          cell: ({ amountFen }) => formatYuanInTable(amountFen),
        },
      ]}
    />
  )
}
