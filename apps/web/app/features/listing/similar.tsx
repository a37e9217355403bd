import type { SimilarListings } from '@market/contracts/returning'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { wordsInLocale } from '../../lib/shared-words.ts'
import { ListingState } from '../../ui/listing-state.tsx'
import classes from './listing.module.css'

type SimilarListing = SimilarListings['items'][number]

/** Listings like this one, each with what the two have in common. */
export function Similar({ items, comparedWith }: { items: readonly SimilarListing[]; comparedWith: string }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  if (items.length === 0) return null
  const beside = items.slice(0, 3).map(({ id }) => id)
  return (
    <section className={`${classes.similar} no-print`}>
      <h2>{t('similar.title')}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <p>
              <Link to={paths.listing(item.id)}>{pick(item, 'title', locale)}</Link>{' '}
              <ListingState state={item.state} frozen={item.frozen} quiet />
            </p>
            <p className={classes.note}>{pick(item.owner, 'name', locale)}</p>
            <Reasons item={item} />
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.compare([comparedWith, ...beside])}>
          {t('similar.compare', { count: beside.length })}
        </Link>
      </p>
    </section>
  )
}

function Reasons({ item }: { item: SimilarListing }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const separator = locale === 'en' ? ', ' : '、'
  const reasons = [
    item.sharedTerms.length > 0 &&
      t('similar.words', { words: wordsInLocale(item.sharedTerms, locale).join(separator) }),
    item.sharedIpc.length > 0 && t('similar.classes', { classes: item.sharedIpc.join(separator) }),
    item.sameField && t('similar.sameField'),
    item.sameIndustry && t('similar.samePlanIndustry'),
  ].filter((reason) => reason !== false)
  if (reasons.length === 0) return null
  return (
    <p className={classes.note}>
      {t('similar.because')} {reasons.join(locale === 'en' ? '; ' : '；')}
    </p>
  )
}
