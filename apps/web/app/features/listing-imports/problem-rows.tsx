import { Button } from '@mantine/core'
import type { ListingImportProblem } from '@market/contracts/listings'
import { labelOf } from '@market/domain/codes'
import { LISTING_IMPORT_FIELDS, LISTING_IMPORT_PROBLEMS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import classes from './listing-imports.module.css'

interface ProblemRowsProps {
  problems: readonly ListingImportProblem[]
  decides: boolean
}

/** Row by row as the file counts them: what stands there, what is suggested, what was decided. */
export function ProblemRows({ problems, decides }: ProblemRowsProps) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const columns: Column<ListingImportProblem>[] = [
    {
      key: 'row',
      label: t('report.row'),
      cell: ({ row, through }) => (through > row ? `${row}–${through}` : row),
    },
    {
      key: 'problem',
      label: t('report.problem'),
      cell: ({ code, field, title }) => (
        <>
          <span className={classes.problem}>{labelOf(LISTING_IMPORT_PROBLEMS, code, locale)}</span>
          <span className={classes.where}>
            {field === null
              ? title
              : `${nameIn(
                  LISTING_IMPORT_FIELDS.find(({ key }) => key === field),
                  locale,
                  field,
                )}${title ? ` · ${title}` : ''}`}
          </span>
        </>
      ),
    },
    { key: 'found', label: t('report.found'), cell: (problem) => <Found problem={problem} /> },
    { key: 'suggested', label: t('report.suggested'), cell: (problem) => <Suggested problem={problem} /> },
    {
      key: 'decision',
      label: t('report.decision'),
      cell: (problem) => <Decision problem={problem} decides={decides} />,
    },
  ]
  return (
    <DataTable
      caption={t('report.title')}
      captionHidden
      columns={columns}
      rows={problems}
      rowKey={({ row, position }) => `${row} ${position}`}
    />
  )
}

function Found({ problem: { code, params } }: { problem: ListingImportProblem }) {
  const { t } = useTranslation('listingImports')
  const found = typeof params.found === 'string' ? params.found : ''
  if (code === 'same.in_file') return <>{t('report.sameAsRow', { row: Number(params.row) })}</>
  if (code === 'row.unreadable') return <Unreadable reason={params.reason} found={found} />
  if (code === 'cell.formula_unsaved') return <Noted note={t('report.saveAgain')} found={found} />
  if (code === 'row.empty') return <>{t('report.emptyRows', { count: Number(params.count) })}</>
  if (typeof params.listingId === 'string')
    return <Link to={paths.listing(params.listingId)}>{found || '…'}</Link>
  return <span className={classes.value}>{found}</span>
}

const REASONS = ['not_json', 'not_an_object', 'other_sheet'] as const

function Unreadable({ reason, found }: { reason: unknown; found: string }) {
  const { t } = useTranslation('listingImports')
  const known = REASONS.find((one) => one === reason)
  return <Noted note={known && t(`report.unreadable.${known}`)} found={found} />
}

function Noted({ note, found }: { note: string | undefined; found: string }) {
  return (
    <>
      {note && <span className={classes.where}>{note}</span>}
      <span className={classes.value}>{found}</span>
    </>
  )
}

function Suggested({ problem: { code, repair, repairedTo } }: { problem: ListingImportProblem }) {
  const { t } = useTranslation('listingImports')
  if (repair === null) return <>–</>
  if (repair === 'replace') return <span className={classes.value}>{repairedTo}</span>
  return <>{t(code === 'number.not_chinese' ? 'report.clearNumber' : `report.${repair}`)}</>
}

function Decision({ problem, decides }: { problem: ListingImportProblem; decides: boolean }) {
  const { t } = useTranslation('listingImports')
  const { severity, repair, decision, row, code } = problem
  if (severity === 'warning') return <>{t('report.warning')}</>
  if (repair === null) return <>{t('report.leftOut')}</>
  const accepted = decision === 'accepted'
  return (
    <Form method="post" className={classes.decide} preventScrollReset>
      <span>{accepted ? t('report.repaired') : t('report.leftOut')}</span>
      <input type="hidden" name="row" value={row} />
      <input type="hidden" name="code" value={code} />
      {decides && (
        <Button
          type="submit"
          name="intent"
          value={accepted ? 'rejected' : 'accepted'}
          size="compact-sm"
          variant={accepted ? 'subtle' : 'light'}
          {...(accepted ? { color: 'gray' } : {})}
          aria-label={t(accepted ? 'report.refuseRow' : 'report.acceptRow', { row })}
        >
          {accepted ? t('report.refuse') : t('report.accept')}
        </Button>
      )}
    </Form>
  )
}
