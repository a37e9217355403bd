import { type LicenceOffer, LicenceOfferList } from '@market/contracts/contracts'
import { Listing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { takeLicenceStep } from '../../../features/licences/licence-action.server.ts'
import classes from '../../../features/licences/licences.module.css'
import { OfferFacts } from '../../../features/licences/offer-facts.tsx'
import { PublishForm } from '../../../features/licences/publish-form.tsx'
import { TakeForm } from '../../../features/licences/take-form.tsx'
import type { Problem } from '../../../lib/api/problem.ts'
import { confirmPath } from '../../../lib/confirm-path.ts'
import { formatDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { type TypedValues, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { CheckField } from '../../../ui/form/check-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/listing.ts'

const read = (context: Route.LoaderArgs['context'], id: string) =>
  apiOf(context).get(`/api/listings/${encodeURIComponent(id)}/licence-offers`, LicenceOfferList)

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/listings/${encodeURIComponent(params.listingId)}`
  const [listing, list] = await Promise.all([
    apiOf(context).get(path, Listing, { view: 'public' }),
    read(context, params.listingId),
  ])
  return { listing, list }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const list = await read(context, params.listingId)
  const problem = await takeLicenceStep(apiOf(context), params.listingId, form, list)
  const typed = typedValues(form)
  const back = paths.listingLicences(params.listingId)
  if (!problem) return redirect(`${back}?done=${encodeURIComponent(typed.intent ?? '')}`)
  if (problem.code === 'session.confirmation_required') return redirect(confirmPath(back))
  return data({ problem, typed }, { status: problem.status })
}

const DONE = ['publish', 'withdraw', 'take'] as const

export default function ListingLicences({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  const [query] = useSearchParams()
  const { listing, list } = loaderData
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  return (
    <>
      <PageHead title={t('title')} unlisted />
      <PageHeader
        trail={[{ label: pick(listing, 'title', locale), to: paths.listing(listing.id) }]}
        title={t('title')}
        eyebrow={<span>{pick(listing.organization, 'name', locale)}</span>}
        lead={t('lead')}
      />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      {list.items.length === 0 && (
        <EmptyState
          title={t('none')}
          action={<Link to={paths.newRequest(listing.id)}>{t('toRequest')}</Link>}
        >
          {t('noneHint')}
        </EmptyState>
      )}
      {list.items.map((offer) => (
        <Offer
          key={offer.id}
          offer={offer}
          result={actionData?.typed.offerId === offer.id ? actionData : undefined}
        />
      ))}
      {list.publishable.length > 0 && (
        <section className={classes.block}>
          <h2>{t('own.title')}</h2>
          <p className={classes.note}>{t('own.lead')}</p>
          <ActionPanels>
            {list.publishable.map((one) => {
              const mine = actionData?.typed.kind === one.kind ? actionData : undefined
              return (
                <PublishForm key={one.kind} publishable={one} problem={mine?.problem} typed={mine?.typed} />
              )
            })}
          </ActionPanels>
        </section>
      )}
    </>
  )
}

interface OfferProps {
  offer: LicenceOffer
  result: { problem: Problem; typed: TypedValues } | undefined
}

function Offer({ offer, result }: OfferProps) {
  const { t } = useTranslation('licences')
  const problemOf = (intent: string) => (result?.typed.intent === intent ? result.problem : undefined)
  return (
    <section className={classes.offer}>
      <h2>{t(`kind.${offer.kind}`)}</h2>
      <OfferFacts offer={offer} />
      {offer.order && <Order order={offer.order} />}
      {offer.mayTake && <TakeForm offer={offer} problem={problemOf('take')} typed={result?.typed} />}
      {!offer.mayTake && !offer.order && !offer.mayWithdraw && (
        <p className={classes.note}>{t('take.cannot')}</p>
      )}
      {offer.mayWithdraw && (
        <ActionPanels>
          <ActionPanel label={t('own.withdraw')} open={problemOf('withdraw') !== undefined}>
            <MarketForm problem={problemOf('withdraw')}>
              <input type="hidden" name="offerId" value={offer.id} />
              <p>{t('own.withdrawExplain')}</p>
              <CheckField path="confirmed" label={t('own.withdrawCheck')} required />
              <SubmitButton name="intent" value="withdraw" variant="default">
                {t('own.withdrawNow')}
              </SubmitButton>
            </MarketForm>
          </ActionPanel>
        </ActionPanels>
      )}
    </section>
  )
}

function Order({ order }: { order: NonNullable<LicenceOffer['order']> }) {
  const { t } = useTranslation('licences')
  const locale = useLocale()
  if (order.state === 'lapsed') return null
  const waits = order.state === 'awaiting_payment'
  return (
    <Notice tone={waits ? 'needs-you' : 'done'} title={t(`order.state.${order.state}`)}>
      <p>{waits ? t('order.awaiting', { date: formatDay(order.lapsesOn, locale) }) : t('order.active')}</p>
      <p>
        <Link to={paths.contract(order.contractId)}>{t('order.contract')}</Link>
        {waits && (
          <>
            {' · '}
            <Link to={paths.contractPayments(order.contractId)}>{t('order.pay')}</Link>
          </>
        )}
      </p>
    </Notice>
  )
}
