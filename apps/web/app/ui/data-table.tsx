import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './data-table.module.css'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Numbers stand at the right. */
  numeric?: boolean
}

interface DataTableProps<Row> {
  caption: ReactNode
  /** The caption is read aloud but not shown, where a heading says the same. */
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  empty?: ReactNode
  footer?: ReactNode
  /** On a phone: rows as blocks with labels, or still a table where the columns are few and short. */
  onPhone?: 'blocks' | 'table'
}

/** A plain table; on a phone each row becomes a block with its labels. The first column names the row. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  empty,
  footer,
  onPhone = 'blocks',
}: DataTableProps<Row>) {
  const { t } = useTranslation()
  if (rows.length === 0) return <>{empty ?? <p className={classes.empty}>{t('table.empty')}</p>}</>
  return (
    <table className={classes.table} data-phone={onPhone}>
      <caption className={captionHidden ? 'visually-hidden' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" data-numeric={column.numeric || undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column, at) => (
              <Cell key={column.key} column={column} row={row} heading={at === 0} />
            ))}
          </tr>
        ))}
      </tbody>
      {footer && <tfoot>{footer}</tfoot>}
    </table>
  )
}

function Cell<Row>({ column, row, heading }: { column: Column<Row>; row: Row; heading: boolean }) {
  const attributes = { 'data-label': column.label, 'data-numeric': column.numeric || undefined }
  if (heading) {
    return (
      <th scope="row" {...attributes}>
        {column.cell(row)}
      </th>
    )
  }
  return <td {...attributes}>{column.cell(row)}</td>
}
