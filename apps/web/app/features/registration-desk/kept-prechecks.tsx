import type { KeptPrecheck } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { formatInstant } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './findings.module.css'
import { FindingNote } from './findings.tsx'

/** What the pre-check said when the form was handed in and taken up, as it was kept. */
export function KeptPrechecks({ prechecks }: { prechecks: readonly KeptPrecheck[] }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  if (prechecks.length === 0) return null
  return (
    <details className={classes.kept}>
      <summary>{t('findings.kept', { count: prechecks.length })}</summary>
      {prechecks.map(({ stage, checkedAt, ruleSet, findings }) => (
        <section key={`${stage}:${checkedAt}`}>
          <h3>{t(`findings.stage.${stage}`, { at: formatInstant(checkedAt, locale) })}</h3>
          <p className={classes.basis}>{t('findings.ruleSet', { ruleSet })}</p>
          {findings
            .filter(({ checklist }) => !checklist)
            .map((finding) => (
              <FindingNote key={`${finding.ruleId}:${finding.path}`} finding={finding} theme />
            ))}
        </section>
      ))}
    </details>
  )
}
