import type { LicenceRequest, Offer } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Instant } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useClauses } from './clauses.tsx'
import classes from './licensing.module.css'

/** The offers of a request: the last against the one before it, clause by clause; earlier ones below. */
export function Offers({ request }: { request: LicenceRequest }) {
  const { t } = useTranslation('licensing')
  const newest = request.offers.toReversed()
  const [last, previous] = newest
  if (last === undefined) {
    return <EmptyState title={t('offers.none')}>{t('offers.noneHint')}</EmptyState>
  }
  return (
    <>
      <ComparisonTable request={request} last={last} previous={previous} />
      <Note offer={last} />
      {newest.length > 2 && (
        <details className={classes.earlier}>
          <summary>{t('offers.earlier', { count: newest.length - 2 })}</summary>
          {newest.slice(2).map((offer) => (
            <ComparisonTable key={offer.id} request={request} last={offer} previous={undefined} />
          ))}
        </details>
      )}
    </>
  )
}

interface ComparisonProps {
  request: LicenceRequest
  last: Offer
  previous: Offer | undefined
}

function ComparisonTable({ request, last, previous }: ComparisonProps) {
  const { t } = useTranslation('licensing')
  const clauses = useClauses()
  const shown = previous ? [previous, last] : [last]
  return (
    <div className={classes.scroll}>
      <table className={classes.comparison}>
        <caption>{t(previous ? 'offers.compared' : 'offers.single', { version: last.version })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('offers.clause')}</th>
            {shown.map((offer) => (
              <th key={offer.id} scope="col">
                <OfferHead request={request} offer={offer} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {clauses.map(({ key, label, show }) => {
            const changed = previous !== undefined && previous.terms[key] !== last.terms[key]
            return (
              <tr key={key} data-changed={changed || undefined}>
                <th scope="row">
                  {label}
                  {changed && <span className={classes.changed}>{t('offers.changed')}</span>}
                </th>
                {shown.map((offer) => (
                  <td key={offer.id}>{show(offer.terms)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function OfferHead({ request, offer }: { request: LicenceRequest; offer: Offer }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const maker = offer.organizationId === request.owner.id ? request.owner : request.requester
  return (
    <>
      <span className={classes.version}>{t('offers.version', { version: offer.version })}</span>
      <StateBadge subject="offer" state={offer.state} />
      <span className={classes.maker}>{pick(maker, 'name', locale)}</span>
      <span className={classes.maker}>
        <Instant at={offer.createdAt} />
      </span>
    </>
  )
}

function Note({ offer }: { offer: Offer }) {
  const { t } = useTranslation('licensing')
  if (offer.note === '') return null
  return (
    <div className={classes.note}>
      <h3>{t('offers.note', { version: offer.version })}</h3>
      <p className={classes.words}>{offer.note}</p>
    </div>
  )
}
