import type { Favourite } from '@market/contracts/returning'
import { LISTING_KINDS, labelOf } from '@market/domain/codes'
import { isPublicState } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { FavouriteButton } from '../../ui/favourite-button.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { ListingState } from '../../ui/listing-state.tsx'
import { Price } from '../../ui/price.tsx'
import classes from './returning.module.css'

interface Result {
  problem: Problem
  typed: Record<string, string>
}

interface FavouritesProps {
  items: readonly Favourite[]
  result: Result | undefined
}

/** What was kept, each with its note and a way to compare it with others. */
export function Favourites({ items, result }: FavouritesProps) {
  const { t } = useTranslation('returning')
  return (
    <>
      <ul className={classes.list}>
        {items.map((item) => (
          <FavouriteItem
            key={item.listing.id}
            item={item}
            result={result?.typed.listingId === item.listing.id ? result : undefined}
          />
        ))}
      </ul>
      {items.length > 1 && (
        <form id="compare" action="/compare" className={classes.compare}>
          <button type="submit">{t('compare.now')}</button>
          <span>{t('compare.hint')}</span>
        </form>
      )}
    </>
  )
}

function FavouriteItem({ item, result }: { item: Favourite; result: Result | undefined }) {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const { listing, note, createdAt } = item
  const title = pick(listing, 'title', locale)
  const open = isPublicState(listing.state)
  return (
    <li>
      <div className={classes.head}>
        <h2>{open ? <Link to={paths.listing(listing.id)}>{title}</Link> : title}</h2>
        <FavouriteButton listingId={listing.id} title={title} kept />
      </div>
      <p className={classes.facts}>
        <span>{labelOf(LISTING_KINDS, listing.kind, locale)}</span>
        <span>{pick(listing.owner, 'name', locale)}</span>
        <span>
          <Price mode={listing.priceMode} fen={listing.priceFen} maxFen={listing.priceMaxFen} />
        </span>
        <ListingState state={listing.state} frozen={listing.frozen} quiet />
        <span>{t('favourites.keptOn', { date: formatInstantDay(createdAt, locale) })}</span>
        {open && (
          <label className={classes.choose}>
            <input
              type="checkbox"
              name="id"
              value={listing.id}
              form="compare"
              aria-label={t('compare.chooseOne', { title })}
            />
            {t('compare.choose')}
          </label>
        )}
      </p>
      {!open && <p className={classes.quiet}>{t('favourites.closed')}</p>}
      {note !== '' && <p className={classes.note}>{note}</p>}
      <details className={classes.edit} open={result !== undefined}>
        <summary>{t('favourites.note')}</summary>
        <MarketForm problem={result?.problem}>
          <input type="hidden" name="listingId" value={listing.id} />
          <TextareaField
            path="note"
            id={`note-${listing.id}`}
            label={t('favourites.note')}
            description={t('favourites.noteHint')}
            rows={3}
            maxLength={1000}
            defaultValue={result?.typed.note ?? note}
          />
          <SubmitButton variant="default">{t('favourites.saveNote')}</SubmitButton>
        </MarketForm>
      </details>
    </li>
  )
}
