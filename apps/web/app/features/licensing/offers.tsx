import { Button, NativeSelect } from '@mantine/core'
import type { LicenceRequest, Offer } from '@market/contracts/licensing'
import { changedClauses } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { Form, useSearchParams } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day, Instant } from '../../ui/day.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { useClauses } from './clauses.tsx'
import classes from './licensing.module.css'

/** The offers of a request: any two versions clause by clause, the last two unless others are chosen. */
export function Offers({ request }: { request: LicenceRequest }) {
  const { t } = useTranslation('licensing')
  const [query] = useSearchParams()
  const { offers } = request
  const last = offers.at(-1)
  if (last === undefined) {
    return <EmptyState title={t('offers.none')}>{t('offers.noneHint')}</EmptyState>
  }
  const asked = (name: string) => offers.find(({ version }) => String(version) === query.get(name))
  const newer = asked('version') ?? last
  const older = asked('against') ?? offers.findLast(({ version }) => version < newer.version)
  return (
    <>
      {offers.length > 2 && <Chooser offers={offers} newer={newer} older={older} />}
      <ComparisonTable request={request} newer={newer} older={older === newer ? undefined : older} />
      <Note offer={newer} />
    </>
  )
}

interface ChooserProps {
  offers: readonly Offer[]
  newer: Offer
  older: Offer | undefined
}

function Chooser({ offers, newer, older }: ChooserProps) {
  const { t } = useTranslation('licensing')
  const data = offers.map(({ version }) => ({
    value: String(version),
    label: t('offers.version', { version }),
  }))
  return (
    <Form method="get" className={classes.chooser} preventScrollReset>
      <NativeSelect
        name="against"
        label={t('offers.against')}
        data={data}
        defaultValue={String(older?.version ?? '')}
      />
      <NativeSelect
        name="version"
        label={t('offers.with')}
        data={data}
        defaultValue={String(newer.version)}
      />
      <Button type="submit" variant="default">
        {t('offers.compare')}
      </Button>
    </Form>
  )
}

interface ComparisonProps {
  request: LicenceRequest
  newer: Offer
  older: Offer | undefined
}

function ComparisonTable({ request, newer, older }: ComparisonProps) {
  const { t } = useTranslation('licensing')
  const clauses = useClauses()
  const shown = older ? [older, newer] : [newer]
  const changes = older ? changedClauses(older.terms, newer.terms) : []
  const unsaid = t('terms.unsaid')
  const silent = clauses.filter(({ show }) => shown.every(({ terms }) => show(terms) === unsaid))
  return (
    <div className={classes.scroll}>
      <table className={classes.comparison}>
        <caption>{t(older ? 'offers.compared' : 'offers.single', { version: newer.version })}</caption>
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
          {clauses
            .filter((clause) => !silent.includes(clause))
            .map(({ key, label, show }) => {
              const changed = changes.includes(key)
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
      {silent.length > 0 && (
        <p className={classes.silent}>
          {t('offers.silent', { clauses: silent.map(({ label }) => label).join(t('offers.and')) })}
        </p>
      )}
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
      {offer.answerBy && (
        <span className={classes.maker}>
          {t('offers.answerBy')} <Day date={offer.answerBy} />
        </span>
      )}
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
