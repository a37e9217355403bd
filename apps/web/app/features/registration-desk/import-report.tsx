import type { ImportProblem } from '@market/contracts/registration'
import { IMPORT_COLUMNS } from '@market/domain/registration'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { fieldProblemText } from '../../ui/use-problem-text.ts'

/** What the check found, row by row as the spreadsheet counts them. */
export function ImportReport({ problems }: { problems: readonly ImportProblem[] }) {
  const { t, i18n } = useTranslation('imports')
  const locale = useLocale()
  const columnName = (key: string) =>
    nameIn(
      IMPORT_COLUMNS.find((column) => column.key === key),
      locale,
      key,
    )
  const columns: Column<ImportProblem>[] = [
    { key: 'row', label: t('report.row'), cell: ({ row }) => row },
    {
      key: 'column',
      label: t('report.column'),
      cell: ({ column }) => (column === null ? t('report.wholeRow') : columnName(column)),
    },
    { key: 'severity', label: t('report.severity'), cell: ({ severity }) => t(`report.${severity}`) },
    {
      key: 'problem',
      label: t('report.problem'),
      cell: ({ code, params }) => fieldProblemText(i18n, code, params),
    },
  ]
  return (
    <DataTable
      caption={t('report.title')}
      captionHidden
      columns={columns}
      rows={problems}
      rowKey={(problem) => String(problem.position)}
    />
  )
}
