import type { DealListing, DealNeed } from '@market/contracts/licensing'
import type { Locale } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { Fact } from './facts.tsx'

interface Subject {
  listing: DealListing | null
  need: DealNeed | null
}

/** What a deal is called by: its listing or, without one, the need it answers. */
export const dealTitle = ({ listing, need }: Subject, locale: Locale): string => {
  const subject = listing ?? need
  return subject ? pick(subject, 'title', locale) : ''
}

/** Where a deal came from: the listing it is over, the need it answers, or both. */
export function DealSubject({ listing, need }: Subject) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <>
      {listing && (
        <Fact label={t('rail.listing')}>
          <Link to={paths.listing(listing.id)}>{pick(listing, 'title', locale)}</Link>
        </Fact>
      )}
      {need && (
        <Fact label={t('rail.need')}>
          <Link to={paths.need(need.id)}>{pick(need, 'title', locale)}</Link>
        </Fact>
      )}
    </>
  )
}
