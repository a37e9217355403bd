import { Button } from '@mantine/core'
import { ComparableList } from '@market/contracts/indicators'
import { LicenceRequest } from '@market/contracts/licensing'
import { OrganizationPage, type OrganizationSummary } from '@market/contracts/organizations'
import { DECLINE_REASONS, labelOf } from '@market/domain/codes'
import { ALL_FIELDS, BROKER_KINDS } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { ApplicationFacts } from '../../../features/licensing/application-facts.tsx'
import { BrokersSection } from '../../../features/licensing/brokers/brokers-section.tsx'
import { PlacesContext } from '../../../features/licensing/coverage-fields.tsx'
import classes from '../../../features/licensing/licensing.module.css'
import { Offers } from '../../../features/licensing/offers.tsx'
import { licencePlaces } from '../../../features/licensing/places.server.ts'
import { typedTerms } from '../../../features/licensing/read-terms.ts'
import { takeRequestStep } from '../../../features/licensing/request-action.server.ts'
import { RequestRail } from '../../../features/licensing/request-rail.tsx'
import { RequestSteps } from '../../../features/licensing/request-steps.tsx'
import { Thread } from '../../../features/licensing/thread.tsx'
import type { ApiClient } from '../../../lib/api/client.server.ts'
import { formatDay } from '../../../lib/format.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { dealTitle } from '../../../ui/deal-subject.tsx'
import { Facts, WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/detail.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const request = await apiOf(context).get(`/api/requests/${encodeURIComponent(params.id)}`, LicenceRequest)
  const { offeredModes, transferMode } = request
  // When nothing is offered any more, the way that was asked for.
  const modes = offeredModes.length > 0 ? offeredModes : [transferMode]
  const places = licencePlaces(localeFrom(context))
  const [comparables, brokers] = await Promise.all([
    comparablesFor(apiOf(context), request),
    brokersFor(apiOf(context), request),
  ])
  return { places, request, modes, comparables, brokers }
}

/** Whom one may propose as a broker. */
async function brokersFor(api: ApiClient, request: LicenceRequest): Promise<OrganizationSummary[]> {
  if (!request.actions.includes('brokerage.propose')) return []
  const pages = await Promise.all(
    BROKER_KINDS.map((kind) => api.get('/api/organizations', OrganizationPage, { kind, limit: 100 })),
  )
  return pages.flatMap(({ items }) => items)
}

/** Prices of the register in the fields spoken of, or the result’s own, for whoever may make an offer now. */
async function comparablesFor(api: ApiClient, request: LicenceRequest): Promise<ComparableList['items']> {
  if (!request.actions.includes('offer.make')) return []
  const last = request.offers.at(-1)?.terms
  const named = (last?.fieldCodes ?? request.application?.fieldCodes ?? []).filter(
    (field) => field !== ALL_FIELDS,
  )
  const fields = named.length > 0 || request.technicalField === null ? named : [request.technicalField]
  const exclusivity = last?.exclusivity ?? request.exclusivity
  const answers = await Promise.all(
    fields
      .slice(0, MAX_COMPARED_FIELDS)
      .map((field) => api.get('/api/turnover/comparables', ComparableList, { field, exclusivity })),
  )
  return answers.flatMap(({ items }) => items)
}

const MAX_COMPARED_FIELDS = 3

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeRequestStep(apiOf(context), params.id, form)
  const typed = typedTerms(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.request(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = [
  'sent',
  'accept',
  'decline',
  'withdraw',
  'offer',
  'accept-offer',
  'withdraw-offer',
  'message',
  'propose-broker',
  'agree-broker',
  'refuse-broker',
  'end-broker',
] as const

export default function RequestDetail({
  loaderData: { request, modes, comparables, places, brokers },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const title = dealTitle(request, locale)
  return (
    <>
      <PageHead title={t('detail.title', { title })} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: paths.requests }]}
        title={title}
        eyebrow={
          <>
            <StateBadge subject="request" state={request.state} />
            <span>{t(`detail.side.${request.side}`)}</span>
          </>
        }
      />
      <PlacesContext value={places}>
        <WithRail rail={<RequestRail request={request} />}>
          {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
          <Standing request={request} />
          <RequestSteps request={request} modes={modes} comparables={comparables} result={actionData} />
          <section className={classes.section}>
            <h2>{t('detail.message')}</h2>
            <p className={classes.words}>{request.message}</p>
          </section>
          {request.application && (
            <section className={classes.section}>
              <h2>{t('detail.application')}</h2>
              <Facts>
                <ApplicationFacts
                  application={request.application}
                  rightsWanted={request.rightsWanted}
                  files={request.files}
                />
              </Facts>
            </section>
          )}
          <section className={classes.section}>
            <h2>{t('offers.title')}</h2>
            <Offers request={request} />
          </section>
          <BrokersSection request={request} choices={brokers} result={actionData} />
          <section className={classes.section} id="thread">
            <h2>{t('thread.title')}</h2>
            <Thread
              request={request}
              problem={actionData?.intent === 'message' ? actionData.problem : undefined}
              typed={actionData?.intent === 'message' ? actionData.typed : undefined}
            />
          </section>
        </WithRail>
      </PlacesContext>
    </>
  )
}

/** Where the talks stand, in one sentence, and where they go on. */
function Standing({ request }: { request: LicenceRequest }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const other = pick(request.side === 'owner' ? request.requester : request.owner, 'name', locale)
  if (request.contractId !== null) {
    return (
      <Notice tone="done" title={t('standing.contracted')}>
        <Button component={Link} to={paths.contract(request.contractId)} mt="xs" size="sm">
          {t('standing.toContract')}
        </Button>
      </Notice>
    )
  }
  if (request.state === 'declined') {
    return (
      <Notice tone="refused" title={t('standing.declined', { owner: pick(request.owner, 'name', locale) })}>
        <p>{labelOf(DECLINE_REASONS, request.declineReason ?? '', locale)}</p>
        {request.declineWords && <p className={classes.words}>{request.declineWords}</p>}
      </Notice>
    )
  }
  if (request.state === 'withdrawn') {
    return (
      <Notice title={t('standing.withdrawn')}>
        {request.withdrawReason && <p>{labelOf(DECLINE_REASONS, request.withdrawReason, locale)}</p>}
        {request.withdrawWords && <p className={classes.words}>{request.withdrawWords}</p>}
      </Notice>
    )
  }
  if (request.state === 'lapsed') {
    return (
      <Notice>{t(request.lapseReason === 'transferred' ? 'standing.transferred' : 'standing.lapsed')}</Notice>
    )
  }
  if (request.side === 'broker') return <Notice>{t('standing.brokering')}</Notice>
  if (request.waitingForMe) {
    const words = request.state === 'submitted' ? 'answer' : request.offers.length === 0 ? 'begin' : 'reply'
    return (
      <Notice tone="needs-you">
        {t(`standing.${words}`, { other })} <Clock request={request} />
      </Notice>
    )
  }
  return (
    <Notice>
      {t('standing.theirs', { other })} <Clock request={request} />
    </Notice>
  )
}

/** The day on which silence ends it. */
function Clock({ request }: { request: LicenceRequest }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  if (request.lapsesOn === null) return null
  return <>{t('standing.lapsesOn', { day: formatDay(request.lapsesOn, locale) })}</>
}
