import type { Listing, ListingEditing } from '@market/contracts/listings'
import { LISTING_RETURN_REASONS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Notice } from '../../ui/notice.tsx'
import classes from './editor.module.css'

type Editable = Listing & { editing: ListingEditing }

/** Where the text stands and what is asked of its editors. */
export function Standing({ listing }: { listing: Editable }) {
  const { t } = useTranslation('editor')
  const { reviewReasons, changes } = listing.editing
  const open = listing.state === 'published' || listing.state === 'under_negotiation'
  return (
    <>
      {reviewReasons && <Returned reasons={reviewReasons} />}
      {listing.state === 'submitted' && <Notice>{t('standing.submitted')}</Notice>}
      {changes === 'submitted' && <Notice>{t('standing.changesSubmitted')}</Notice>}
      {open && changes !== 'submitted' && (
        <Notice>
          {t(changes === null ? 'standing.public' : 'standing.changesDraft')}{' '}
          <Link to={paths.listing(listing.id)}>{t('standing.publicPage')}</Link>
        </Notice>
      )}
      {listing.state === 'withdrawn' && <Notice>{t('standing.withdrawn')}</Notice>}
      {listing.state === 'transferred' && <Notice tone="done">{t('standing.transferred')}</Notice>}
      {listing.state === 'expired' && <Notice>{t('standing.expired')}</Notice>}
    </>
  )
}

type Reasons = NonNullable<ListingEditing['reviewReasons']>

/** The reviewer's reasons, as a list of things to do. */
function Returned({ reasons }: { reasons: Reasons }) {
  const { t } = useTranslation('editor')
  return (
    <Notice tone="needs-you" title={t('standing.returned')}>
      <ReasonList reasons={reasons} />
    </Notice>
  )
}

export function ReasonList({ reasons }: { reasons: Reasons }) {
  const locale = useLocale()
  return (
    <ul>
      {reasons.map(({ code, words }) => (
        <li key={`${code} ${words}`}>
          {labelOf(LISTING_RETURN_REASONS, code, locale)}
          {words && <span className={classes.words}>{words}</span>}
        </li>
      ))}
    </ul>
  )
}
