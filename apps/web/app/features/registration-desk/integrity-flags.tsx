import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './similar.module.css'

/** Questions for the reviewer, each with its reasons and what it stands on. None of them refuses anything. */
export function IntegrityFlags({ flags }: { flags: Registration['flags'] }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  if (flags.length === 0) return null
  return (
    <section className={classes.flags}>
      <h2>{t('flags.title')}</h2>
      <p>{t('flags.explain')}</p>
      {flags.map((flag) => (
        <article key={flag.code}>
          <h3>{pick(flag, 'name', locale)}</h3>
          <p>{pick(flag, 'message', locale)}</p>
          {flag.evidence.length > 0 && (
            <ul>
              {flag.evidence.map((record) => (
                <li key={record.id}>
                  <Link to={paths.registration(record.id)}>{record.number ?? record.title}</Link>{' '}
                  {record.number !== null && record.title} <Day date={record.signedOn} />{' '}
                  <Money fen={record.technologyAmountFen} unit="yuan" />
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  )
}
