import type { OrganizationSummary } from '@market/contracts/organizations'
import { labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'

export interface OrganizationRow extends OrganizationSummary {
  region: { zh: string; en: string }
}

export function OrganizationTable({ rows }: { rows: readonly OrganizationRow[] }) {
  const { t } = useTranslation('directory')
  const locale = useLocale()
  const columns: Column<OrganizationRow>[] = [
    {
      key: 'name',
      label: t('columns.name'),
      cell: (row) => <Link to={paths.organization(row.id)}>{pick(row, 'name', locale)}</Link>,
    },
    {
      key: 'kind',
      label: t('columns.kind'),
      cell: (row) => labelOf(ORGANIZATION_KIND_NAMES, row.kind, locale),
    },
    { key: 'region', label: t('columns.region'), cell: (row) => nameIn(row.region, locale) },
  ]
  return (
    <DataTable caption={t('caption')} captionHidden columns={columns} rows={rows} rowKey={(row) => row.id} />
  )
}
