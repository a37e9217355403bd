import type { Plan } from '@market/contracts/indicators'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './plans.module.css'

const KINDS = ['yearly', 'midterm', 'final'] as const
const FORMATS = ['pdf', 'xlsx'] as const

/** The assessments a plan owes, as documents. */
export function Reports({ plan }: { plan: Plan }) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const address = (kind: string, format: string) =>
    `/api/plans/${plan.key}/assessments/${kind}/report.${format}?lang=${locale}`
  return (
    <section className={classes.section}>
      <h2>{t('reports.title')}</h2>
      <p className={classes.quiet}>{t('reports.lead')}</p>
      <ul className={classes.reports}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <span>{t(`reports.${kind}`)}</span>
            {FORMATS.map((format) => (
              <a
                key={format}
                href={address(kind, format)}
                aria-label={`${t(`reports.${kind}`)} ${format.toUpperCase()}`}
                download
              >
                {format.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
