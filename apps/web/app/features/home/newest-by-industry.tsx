import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import classes from './home.module.css'
import type { HomeView, IndustryNews } from './load-home.server.ts'

/** An index of the plan's industries with their newest results. */
export function NewestByIndustry({ industries, total }: Pick<HomeView, 'industries' | 'total'>) {
  const { t } = useTranslation('home')
  return (
    <section className={classes.newest}>
      <div className={classes.newestHead}>
        <h2>{t('newest.title')}</h2>
        {total > 0 && <Link to="/search">{t('newest.all', { count: total })}</Link>}
      </div>
      {industries.length === 0 && <p className={classes.quiet}>{t('newest.empty')}</p>}
      <div className={classes.industries}>
        {industries.map((industry) => (
          <Industry key={industry.code} industry={industry} />
        ))}
      </div>
    </section>
  )
}

function Industry({ industry }: { industry: IndustryNews }) {
  const locale = useLocale()
  return (
    <section>
      <h3>
        <Link to={paths.searchBy('planIndustry', industry.code)}>
          {nameIn(industry, locale)} <span>{industry.count}</span>
        </Link>
      </h3>
      <ul>
        {industry.newest.map((listing) => (
          <li key={listing.id}>
            <Link to={paths.listing(listing.id)}>{pick(listing, 'title', locale)}</Link>
            <span>{pick(listing, 'owner', locale)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
