import { Button } from '@mantine/core'
import { LicenceRequest } from '@market/contracts/licensing'
import { DECLINE_REASONS, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { PlacesContext } from '../../../features/licensing/coverage-fields.tsx'
import classes from '../../../features/licensing/licensing.module.css'
import { Offers } from '../../../features/licensing/offers.tsx'
import { licencePlaces } from '../../../features/licensing/places.server.ts'
import { typedTerms } from '../../../features/licensing/read-terms.ts'
import { takeRequestStep } from '../../../features/licensing/request-action.server.ts'
import { RequestRail } from '../../../features/licensing/request-rail.tsx'
import { RequestSteps } from '../../../features/licensing/request-steps.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { dealTitle } from '../../../ui/deal-subject.tsx'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/detail.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const request = await apiOf(context).get(`/api/requests/${encodeURIComponent(params.id)}`, LicenceRequest)
  const { offeredModes, transferMode } = request
  // When nothing is offered any more, the way that was asked for.
  const places = licencePlaces(localeFrom(context))
  return { places, request, modes: offeredModes.length > 0 ? offeredModes : [transferMode] }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeRequestStep(apiOf(context), params.id, form)
  const typed = typedTerms(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.request(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = ['sent', 'accept', 'decline', 'withdraw', 'offer', 'accept-offer', 'withdraw-offer'] as const

export default function RequestDetail({
  loaderData: { request, modes, places },
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
          <RequestSteps request={request} modes={modes} result={actionData} />
          <section className={classes.section}>
            <h2>{t('detail.message')}</h2>
            <p className={classes.words}>{request.message}</p>
          </section>
          <section className={classes.section}>
            <h2>{t('offers.title')}</h2>
            <Offers request={request} />
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
  if (request.state === 'withdrawn' || request.state === 'lapsed') {
    return <Notice>{t(`standing.${request.state}`)}</Notice>
  }
  if (request.waitingForMe) {
    const words = request.state === 'submitted' ? 'answer' : request.offers.length === 0 ? 'begin' : 'reply'
    return <Notice tone="needs-you">{t(`standing.${words}`, { other })}</Notice>
  }
  return <Notice>{t('standing.theirs', { other })}</Notice>
}
