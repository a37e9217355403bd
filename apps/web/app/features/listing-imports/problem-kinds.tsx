import { Button } from '@mantine/core'
import type { ListingImportDetails } from '@market/contracts/listings'
import { labelOf } from '@market/domain/codes'
import { LISTING_IMPORT_PROBLEMS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { Form, Link } from 'react-router'
import { formatCount } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import classes from './listing-imports.module.css'

type Kind = ListingImportDetails['kinds'][number]

interface ProblemKindsProps {
  kinds: readonly Kind[]
  /** Whether repairs may be decided now. */
  decides: boolean
  current: string | null
}

/** What was found, by kind: each is a filter of the rows below, and its repairs can be taken or refused together. */
export function ProblemKinds({ kinds, decides, current }: ProblemKindsProps) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const columns: Column<Kind>[] = [
    {
      key: 'kind',
      label: t('report.problem'),
      cell: ({ code }) => (
        <Link
          to={`?${new URLSearchParams({ code })}`}
          aria-current={code === current ? 'true' : undefined}
          preventScrollReset
        >
          {labelOf(LISTING_IMPORT_PROBLEMS, code, locale)}
        </Link>
      ),
    },
    { key: 'rows', label: t('report.count'), numeric: true, cell: ({ rows }) => formatCount(rows, locale) },
    { key: 'standing', label: t('report.outcome'), cell: (kind) => outcome(kind) },
    ...(decides
      ? [{ key: 'all', label: t('report.all'), cell: (kind: Kind) => <DecideAll kind={kind} /> }]
      : []),
  ]
  const outcome = ({ severity, repair, rows, accepted }: Kind) => {
    if (severity === 'warning') return t('report.warning')
    if (repair === null || accepted === 0) return t('report.leftOut')
    return accepted === rows
      ? t('report.repaired')
      : t('report.partly', { accepted: formatCount(accepted, locale) })
  }
  return (
    <DataTable
      caption={t('report.kinds')}
      captionHidden
      columns={columns}
      rows={kinds}
      rowKey={({ code, severity, repair }) => `${code} ${severity} ${repair}`}
    />
  )
}

function DecideAll({ kind: { code, repair, rows, accepted } }: { kind: Kind }) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  if (repair === null) return null
  const name = labelOf(LISTING_IMPORT_PROBLEMS, code, locale)
  return (
    <Form method="post" className={classes.decide} preventScrollReset>
      <input type="hidden" name="code" value={code} />
      {accepted < rows && (
        <Button
          type="submit"
          name="intent"
          value="accepted"
          size="compact-sm"
          variant="light"
          aria-label={t('report.acceptAllOf', { name })}
        >
          {t('report.acceptAll')}
        </Button>
      )}
      {accepted > 0 && (
        <Button
          type="submit"
          name="intent"
          value="rejected"
          size="compact-sm"
          variant="subtle"
          color="gray"
          aria-label={t('report.refuseAllOf', { name })}
        >
          {t('report.refuseAll')}
        </Button>
      )}
    </Form>
  )
}
