import { type Amendment, ContractAmendments } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { takeAmendmentStep } from '../../../features/amendments/amendment-action.server.ts'
import { AmendmentDocument, ClauseChanges } from '../../../features/amendments/amendment-document.tsx'
import { AmendmentSteps } from '../../../features/amendments/amendment-steps.tsx'
import classes from '../../../features/amendments/amendments.module.css'
import { Figures } from '../../../features/amendments/figures.tsx'
import { AmendmentSignatures } from '../../../features/amendments/signatures.tsx'
import { confirmPath } from '../../../lib/confirm-path.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { Day, Instant } from '../../../ui/day.tsx'
import { Digest } from '../../../ui/digest.tsx'
import { Fact, Facts, WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/amendment.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/contracts/${encodeURIComponent(params.id)}/amendments`
  const record = await apiOf(context).get(path, ContractAmendments)
  const amendment = record.amendments.find(({ number }) => String(number) === params.number)
  if (!amendment) throw data(null, { status: 404 })
  return { record, amendment }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeAmendmentStep(apiOf(context), params, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  const here = paths.contractAmendment(params.id, Number(params.number))
  if (problem?.code === 'session.confirmation_required') return redirect(confirmPath(here))
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${here}?done=${encodeURIComponent(intent)}`)
}

const DONE = ['sign', 'decline', 'withdraw'] as const

export default function AmendmentOfContract({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('amendments')
  const [query] = useSearchParams()
  const { record, amendment } = loaderData
  const { number, title, state } = amendment
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const name = t('named', { number, title })
  return (
    <>
      <PageHead title={name} unlisted />
      <PageHeader
        trail={[{ label: record.title, to: paths.contract(record.contractId) }]}
        title={name}
        eyebrow={<StateBadge subject="amendment" state={state} />}
        actions={<a href={paths.amendmentPdf(record.contractId, number)}>{t('pdf')}</a>}
      />
      <WithRail rail={<Rail record={record} amendment={amendment} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        <Standing amendment={amendment} />
        <AmendmentSteps amendment={amendment} result={actionData} />
        <section className={classes.section}>
          <h2>{t('changes')}</h2>
          <Figures figures={amendment.after} before={amendment.before} />
          <ClauseChanges clauses={amendment.clauses} />
        </section>
        <section className={classes.section}>
          <h2>{t('document')}</h2>
          <p className={classes.lead}>{t('documentLead')}</p>
          <AmendmentDocument articles={amendment.articles} />
        </section>
      </WithRail>
    </>
  )
}

function Standing({ amendment }: { amendment: Amendment }) {
  const { t } = useTranslation('amendments')
  const { state, reason, actions, bar } = amendment
  if (state === 'declined') {
    return (
      <Notice tone="refused" title={t('states.declined')}>
        {reason}
      </Notice>
    )
  }
  if (state === 'in_force' || state === 'withdrawn') {
    return <Notice tone={state === 'in_force' ? 'done' : 'info'}>{t(`states.${state}`)}</Notice>
  }
  if (actions.includes('contract.sign_amendment')) {
    const own = actions.includes('contract.withdraw_amendment')
    return <Notice tone="needs-you">{t(own ? 'states.toSignOwn' : 'states.toSign')}</Notice>
  }
  return (
    <Notice tone="info">{t(bar === 'contract.not_your_turn' ? 'states.theirTurn' : 'states.waiting')}</Notice>
  )
}

function Rail({ record, amendment }: { record: ContractAmendments; amendment: Amendment }) {
  const { t } = useTranslation('amendments')
  const locale = useLocale()
  const side = amendment.organizationId === record.seller.id ? record.seller : record.buyer
  return (
    <>
      <Facts>
        <Fact label={t('effectiveOn')}>
          <Day date={amendment.effectiveOn} />
        </Fact>
        <Fact label={t('proposedBy')}>
          {pick(side, 'name', locale)} · {amendment.proposer}
        </Fact>
        <Fact label={t('proposedAt')}>
          <Instant at={amendment.proposedAt} />
        </Fact>
        <Fact label={t('digest')}>
          <Digest value={amendment.sha256} />
        </Fact>
      </Facts>
      <h2 className="list-heading">{t('signatures')}</h2>
      <AmendmentSignatures record={record} amendment={amendment} />
    </>
  )
}
