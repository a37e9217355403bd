import type { StatisticsProblem } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { type Column, DataTable } from '../../../ui/data-table.tsx'
import { fieldProblemText } from '../../../ui/use-problem-text.ts'

/** What the check found: row by row, then what the figures say against one another. */
export function ProblemsTable({ problems }: { problems: readonly StatisticsProblem[] }) {
  const { t, i18n } = useTranslation('figures')
  const columns: Column<StatisticsProblem>[] = [
    {
      key: 'row',
      label: t('official.desk.row'),
      cell: ({ row }) => (row === 0 ? t('official.desk.together') : row),
    },
    {
      key: 'severity',
      label: t('official.desk.severity'),
      cell: ({ severity }) => t(`official.desk.${severity}`),
    },
    {
      key: 'problem',
      label: t('official.desk.problem'),
      cell: ({ code, params }) => fieldProblemText(i18n, code, params),
    },
  ]
  return (
    <DataTable
      caption={t('official.desk.problems')}
      captionHidden
      columns={columns}
      rows={problems}
      rowKey={(problem) => JSON.stringify(problem)}
    />
  )
}
