import type { AuditEntry } from '@market/contracts/audit'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { ActionName } from '../../ui/action-name.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Instant } from '../../ui/day.tsx'
import { Digest } from '../../ui/digest.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import classes from './audit.module.css'

/** The trail, newest first, with what each step changed. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const { t } = useTranslation('workspace')
  const columns: readonly Column<AuditEntry>[] = [
    { key: 'position', label: t('audit.position'), cell: ({ position }) => position },
    { key: 'at', label: t('audit.at'), cell: ({ at }) => <Instant at={at} /> },
    { key: 'who', label: t('audit.who'), cell: ({ actor }) => actor?.name ?? t('audit.system') },
    { key: 'what', label: t('audit.what'), cell: (entry) => <What entry={entry} /> },
    { key: 'subject', label: t('audit.subject'), cell: (entry) => <Subject entry={entry} /> },
    { key: 'hash', label: t('audit.hash'), cell: ({ hash }) => <Digest value={hash} /> },
  ]
  return (
    <DataTable
      caption={t('audit.title')}
      captionHidden
      columns={columns}
      rows={entries}
      rowKey={({ position }) => String(position)}
      empty={<EmptyState title={t('audit.empty')}>{t('audit.emptyHint')}</EmptyState>}
    />
  )
}

function What({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('workspace')
  const { before, after } = entry
  if (before == null && after == null) return <ActionName action={entry.action} />
  return (
    <details className={classes.change}>
      <summary>
        <ActionName action={entry.action} />
      </summary>
      <dl>
        {changesBetween(before, after).map(({ name, was, is }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {was !== undefined && (
                <del>
                  <span className="visually-hidden">{t('audit.before')}: </span>
                  {was}
                </del>
              )}{' '}
              {is !== undefined && (
                <ins>
                  <span className="visually-hidden">{t('audit.after')}: </span>
                  {is}
                </ins>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

interface FieldChange {
  name: string
  was: string | undefined
  is: string | undefined
}

const fieldsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

const written = (value: unknown): string | undefined =>
  value === undefined || value === null
    ? undefined
    : typeof value === 'string'
      ? value
      : JSON.stringify(value)

function changesBetween(before: unknown, after: unknown): FieldChange[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((name) => ({ name, was: written(was[name]), is: written(is[name]) }))
    .filter((change) => change.was !== change.is)
}

const PAGES: Partial<Record<string, (id: string) => string>> = {
  listing: paths.listing,
  request: paths.request,
  contract: paths.contract,
  registration: paths.registration,
  organization: paths.organization,
}

function Subject({ entry: { subjectType, subjectId } }: { entry: AuditEntry }) {
  const { i18n } = useTranslation('workspace')
  const key = `workspace:subjects.${subjectType}`
  const name = i18n.exists(key) ? i18n.t(key as 'workspace:subjects.listing') : subjectType
  const page = PAGES[subjectType]
  const filter = `${paths.audit}?${new URLSearchParams({ subjectType, subjectId })}`
  return (
    <span className={classes.subject}>
      {page ? <Link to={page(subjectId)}>{name}</Link> : name}
      <Link to={filter} title={subjectId} className={classes.id}>
        …{subjectId.slice(-6)}
      </Link>
    </span>
  )
}
