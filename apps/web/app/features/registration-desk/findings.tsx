import type { PrecheckFinding } from '@market/contracts/registration'
import { labelOf } from '@market/domain/codes'
import { PRECHECK_THEMES } from '@market/domain/registration'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './findings.module.css'
import { VerifiedMark } from './regime-note.tsx'

const SEVERITIES = ['blocks', 'warns', 'informs'] as const

/** Findings that speak of one field: 'nonTechnicalItems.2.words' speaks of the table. */
const findingsAt = (findings: readonly PrecheckFinding[], field: string): PrecheckFinding[] =>
  findings.filter(({ path, checklist }) => !checklist && path?.split('.')[0] === field)

/** What the pre-check says, what to do about it, and what that stands on. */
export function FindingNote({ finding, theme = false }: { finding: PrecheckFinding; theme?: boolean }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  return (
    <div className={classes.finding} data-severity={finding.severity}>
      <p className={classes.message}>
        <span className={classes.severity}>
          {t(`findings.severity.${finding.severity}`)}
          {theme && ` · ${labelOf(PRECHECK_THEMES, finding.theme, locale)}`}
        </span>{' '}
        {pick(finding, 'message', locale)}
      </p>
      <p>{pick(finding, 'todo', locale)}</p>
      <p className={classes.basis}>
        {pick(finding, 'basis', locale)} <VerifiedMark verified={finding.verified} />
      </p>
    </div>
  )
}

/** Findings in the margin of one field. */
export function FieldFindings({ findings, field }: { findings: readonly PrecheckFinding[]; field: string }) {
  const found = findingsAt(findings, field)
  if (found.length === 0) return null
  return (
    <>
      {found.map((finding) => (
        <FindingNote key={`${finding.ruleId}:${finding.path}`} finding={finding} />
      ))}
    </>
  )
}

interface FindingsProps {
  findings: readonly PrecheckFinding[]
  /** Fields at which findings are shown already; they are only counted here. */
  elsewhere?: readonly string[]
  /** Where those fields begin on the page. */
  formId?: string
}

/** How the pre-check came out, and what it says of the contract as a whole. Hints are folded away. */
export function Findings({ findings, elsewhere = [], formId }: FindingsProps) {
  const { t } = useTranslation('desk')
  const found = findings.filter(({ checklist }) => !checklist)
  const shown = found.filter(({ path }) => path === null || !elsewhere.includes(path.split('.')[0] ?? ''))
  const hints = shown.filter(({ severity }) => severity === 'informs')
  const grave = shown.filter(({ severity }) => severity !== 'informs')
  const atFields = found.length - shown.length
  return (
    <section className={classes.findings}>
      <h2>{t('findings.title')}</h2>
      <p className={classes.counts}>
        {found.length === 0
          ? t('findings.none')
          : SEVERITIES.map((severity) => countOf(found, severity))
              .filter(({ count }) => count > 0)
              .map(({ severity, count }) => (
                <span key={severity} data-severity={severity}>
                  {t(`findings.count.${severity}`, { count })}
                </span>
              ))}
        {atFields > 0 && formId !== undefined && (
          <a href={`#${formId}`}>{t('findings.atFields', { count: atFields })}</a>
        )}
      </p>
      <NoteList findings={grave} />
      {hints.length > 0 && (
        <details className={classes.hints}>
          <summary>{t('findings.hints', { count: hints.length })}</summary>
          <NoteList findings={hints} />
        </details>
      )}
    </section>
  )
}

const countOf = (findings: readonly PrecheckFinding[], severity: (typeof SEVERITIES)[number]) => ({
  severity,
  count: findings.filter((finding) => finding.severity === severity).length,
})

function NoteList({ findings }: { findings: readonly PrecheckFinding[] }) {
  if (findings.length === 0) return null
  return (
    <ul className={classes.notes}>
      {findings.map((finding) => (
        <li key={`${finding.ruleId}:${finding.path}`}>
          <FindingNote finding={finding} theme />
        </li>
      ))}
    </ul>
  )
}
