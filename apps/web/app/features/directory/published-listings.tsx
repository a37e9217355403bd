import type { SearchHit } from '@market/contracts/discovery'
import type { ListingSummary } from '@market/contracts/listings'
import { LISTING_KINDS, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ListingState } from '../../ui/listing-state.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Price } from '../../ui/price.tsx'
import type { Published } from './load-published.server.ts'
import classes from './published.module.css'
import { PublishedFilters } from './published-filters.tsx'

const MODES_SHOWN = 2

/** Everything an organization has published, to be looked through and narrowed without a script. */
export function PublishedListings({ published }: { published: Published }) {
  const { t } = useTranslation('directory')
  const { page, narrowed, pictures } = published
  const isEmpty = page.items.length === 0
  return (
    <section id="published" className={classes.published} aria-labelledby="published-title">
      <h2 id="published-title">
        {t('organization.listings')}
        {!isEmpty && <span className={classes.total}>{t('organization.total', { count: page.total })}</span>}
      </h2>
      {(!isEmpty || narrowed) && <PublishedFilters published={published} />}
      {isEmpty && (
        <p className={classes.none}>{t(narrowed ? 'organization.noneSuch' : 'organization.noListings')}</p>
      )}
      <ul className={classes.cards}>
        {page.items.map((hit) => (
          <ListingCard key={hit.id} hit={hit} picture={pictures[hit.id]} />
        ))}
      </ul>
      <Pager nextCursor={page.nextCursor} />
    </section>
  )
}

interface ListingCardProps {
  hit: SearchHit
  picture: ListingSummary['picture'] | undefined
}

function ListingCard({ hit, picture }: ListingCardProps) {
  const locale = useLocale()
  const fragment = hit.fragments[0]
  return (
    <li data-pictured={picture ? true : undefined}>
      {picture && (
        <img
          src={paths.picture(picture.fileId, 'thumb')}
          alt={pick(picture, 'alt', locale)}
          width="160"
          height="100"
          loading="lazy"
        />
      )}
      <div>
        <h3>
          <Link to={paths.listing(hit.id)}>
            <MarkedText segments={hit.title} />
          </Link>
        </h3>
        {fragment && (
          <p className={classes.words} lang={fragment.locale === locale ? undefined : fragment.locale}>
            <MarkedText segments={fragment.segments} />
          </p>
        )}
        <CardFacts hit={hit} />
      </div>
    </li>
  )
}

function CardFacts({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  const modes = hit.transferModes.slice(0, MODES_SHOWN).map((mode) => labelOf(TRANSFER_MODES, mode, locale))
  const more = hit.transferModes.length > MODES_SHOWN ? ` +${hit.transferModes.length - MODES_SHOWN}` : ''
  return (
    <p className={classes.facts}>
      <span>{labelOf(LISTING_KINDS, hit.kind, locale)}</span>
      {hit.maturityLevel !== null && <span>{t('maturity', { level: hit.maturityLevel })}</span>}
      {modes.length > 0 && <span>{modes.join(locale === 'en' ? ', ' : '、') + more}</span>}
      <span>
        <Price mode={hit.priceMode} fen={hit.priceFen} maxFen={hit.priceMaxFen} />
      </span>
      <ListingState state={hit.state} frozen={hit.frozen} quiet />
    </p>
  )
}
