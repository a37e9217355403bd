import type { SearchHit } from '@market/contracts/discovery'
import { LISTING_KINDS, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { FavouriteButton } from '../../ui/favourite-button.tsx'
import { ListingState } from '../../ui/listing-state.tsx'
import { MarkedText } from '../../ui/marked-text.tsx'
import { Price } from '../../ui/price.tsx'
import classes from './search.module.css'
import { useArrowKeys } from './use-arrow-keys.ts'

const MODES_SHOWN = 3

/** Compact rows to scan; arrow keys go from title to title. */
export function ResultList({ hits, kept }: { hits: readonly SearchHit[]; kept: readonly string[] }) {
  const { t } = useTranslation('search')
  const list = useArrowKeys<HTMLOListElement>('[data-result]')
  return (
    <ol ref={list} className={classes.results} aria-label={t('results')}>
      {hits.map((hit) => (
        <ResultRow key={hit.id} hit={hit} kept={kept.includes(hit.id)} />
      ))}
    </ol>
  )
}

function ResultRow({ hit, kept }: { hit: SearchHit; kept: boolean }) {
  const locale = useLocale()
  const fragment = hit.fragments[0]
  return (
    <li className={classes.row}>
      <div>
        <h2>
          <Link to={paths.listing(hit.id)} data-result>
            <MarkedText segments={hit.title} />
          </Link>
        </h2>
        {fragment && (
          <p className={classes.fragment} lang={fragment.locale === locale ? undefined : fragment.locale}>
            <MarkedText segments={fragment.segments} />
          </p>
        )}
        <RowFacts hit={hit} />
      </div>
      <div className={classes.rowSide}>
        <p className={classes.price}>
          <Price mode={hit.priceMode} fen={hit.priceFen} maxFen={hit.priceMaxFen} />
        </p>
        <ListingState state={hit.state} frozen={hit.frozen} quiet />
        <RowTools hit={hit} kept={kept} />
      </div>
    </li>
  )
}

/** Keep it, or set it beside others. */
function RowTools({ hit, kept }: { hit: SearchHit; kept: boolean }) {
  const { t } = useTranslation('returning')
  const title = pick(hit, 'title', useLocale())
  return (
    <div className={`${classes.tools} no-print`}>
      <label>
        <input
          type="checkbox"
          name="id"
          value={hit.id}
          form="compare"
          aria-label={t('compare.chooseOne', { title })}
        />
        {t('compare.choose')}
      </label>
      <FavouriteButton listingId={hit.id} title={title} kept={kept} />
    </div>
  )
}

/** Takes the ticked rows to the comparison; a plain form, so that it works without JavaScript. */
export function CompareForm() {
  const { t } = useTranslation('returning')
  return (
    <form id="compare" action="/compare" className={`${classes.compare} no-print`}>
      <button type="submit">{t('compare.now')}</button>
      <span>{t('compare.hint')}</span>
    </form>
  )
}

function RowFacts({ hit }: { hit: SearchHit }) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  const modes = hit.transferModes.map((mode) => labelOf(TRANSFER_MODES, mode, locale))
  const more = modes.length > MODES_SHOWN ? ` +${modes.length - MODES_SHOWN}` : ''
  return (
    <p className={classes.facts}>
      <span className={classes.kind}>{labelOf(LISTING_KINDS, hit.kind, locale)}</span>
      {hit.maturityLevel !== null && <span>{t('maturity', { level: hit.maturityLevel })}</span>}
      {modes.length > 0 && (
        <span>{modes.slice(0, MODES_SHOWN).join(locale === 'en' ? ', ' : '、') + more}</span>
      )}
      <span>{pick(hit.owner, 'name', locale)}</span>
    </p>
  )
}
