import {
  Contract,
  ContractAmendments,
  ContractPerformance,
  ContractNotice as NoticeStanding,
} from '@market/contracts/contracts'
import { OrganizationPage } from '@market/contracts/organizations'
import { shanghaiDateOf } from '@market/domain'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AmendmentList } from '../../../features/amendments/amendment-list.tsx'
import { Consents } from '../../../features/contracts/consents.tsx'
import { takeContractStep } from '../../../features/contracts/contract-action.server.ts'
import { ContractFacts } from '../../../features/contracts/contract-facts.tsx'
import { ContractNotice } from '../../../features/contracts/contract-notice.tsx'
import { ContractSteps } from '../../../features/contracts/contract-steps.tsx'
import classes from '../../../features/contracts/contracts.module.css'
import { DraftForm } from '../../../features/contracts/draft-form.tsx'
import { EndContract } from '../../../features/contracts/end-contract.tsx'
import { Obligations } from '../../../features/contracts/obligations.tsx'
import { Signatures } from '../../../features/contracts/signatures.tsx'
import { Findings } from '../../../features/registration-desk/findings.tsx'
import { confirmPath } from '../../../lib/confirm-path.ts'
import { type TypeGroup, typeGroupsOn } from '../../../lib/contract-type.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { DealSubject } from '../../../ui/deal-subject.tsx'
import { DealTimeline } from '../../../ui/deal-timeline.tsx'
import { Fact, Facts, WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/detail.ts'

const AGENCIES = { kind: 'agency', state: 'verified', limit: 100 } as const

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const path = `/api/contracts/${encodeURIComponent(params.id)}`
  const [contract, notice] = await Promise.all([
    api.get(path, Contract),
    api.get(`${path}/notice`, NoticeStanding),
  ])
  const may = (action: Contract['actions'][number]): boolean => contract.actions.includes(action)
  const agencies = may('contract.entrust')
    ? await api.get('/api/organizations', OrganizationPage, AGENCIES)
    : null
  const [performance, amendments] =
    contract.signedAt === null
      ? [null, null]
      : await Promise.all([
          api.get(`${path}/performance`, ContractPerformance),
          api.get(`${path}/amendments`, ContractAmendments),
        ])
  const lawOf = contract.signedOn ?? shanghaiDateOf(new Date(contract.createdAt))
  const types: TypeGroup[] = may('contract.edit') ? typeGroupsOn(lawOf, localeFrom(context)) : []
  return { contract, notice, agencies: agencies?.items ?? [], types, performance, amendments }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeContractStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  if (problem?.code === 'session.confirmation_required')
    return redirect(confirmPath(paths.contract(params.id)))
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.contract(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = [
  'edit',
  'consent',
  'ready',
  'reopen',
  'attach',
  'adopt',
  'sign',
  'sign_text',
  'entrust',
  'notice',
  'done',
  'end',
  'amendment',
] as const

export default function ContractDetail({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('contracts')
  const [query] = useSearchParams()
  const { contract, notice, agencies, types, performance, amendments } = loaderData
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const editable = contract.actions.includes('contract.edit')
  const edit = actionData?.intent === 'edit' ? actionData : undefined
  return (
    <>
      <PageHead title={contract.title} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: paths.contracts }]}
        title={contract.title}
        actions={
          <>
            <Link to={paths.contractText(contract.id)}>{t('toText')}</Link>{' '}
            <Link to={paths.contractPayments(contract.id)}>{t('toPayments')}</Link>
          </>
        }
        eyebrow={
          <>
            <StateBadge subject="contract" state={contract.state} />
            <span>{t(`mySide.${contract.side}`)}</span>
          </>
        }
      />
      <WithRail rail={<Rail contract={contract} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        <Notice tone={contract.waitingForMe ? 'needs-you' : 'info'}>
          {t(`standing.${standingOf(contract)}`, { number: contract.filing?.number ?? '' })}
        </Notice>
        <ContractSteps contract={contract} agencies={agencies} result={actionData} />
        <ContractNotice standing={notice} signed={contract.signedAt !== null} result={actionData} />
        <Consents
          contract={contract}
          problem={actionData?.intent === 'consent' ? actionData.problem : undefined}
        />
        {contract.findings.length > 0 && <Findings findings={contract.findings} />}
        {performance && (
          <>
            <Obligations contract={contract} performance={performance} result={actionData} />
            <EndContract contract={contract} performance={performance} result={actionData} />
          </>
        )}
        {amendments && <AmendmentList record={amendments} />}
        <section className={classes.section}>
          <h2>{t(amendments?.amended ? 'contentSigned' : 'content')}</h2>
          {editable ? (
            <DraftForm contract={contract} types={types} typed={edit?.typed} problem={edit?.problem} />
          ) : (
            <ContractFacts contract={contract} />
          )}
        </section>
        <section className={classes.section}>
          <h2>{t('signatures.title')}</h2>
          <Signatures contract={contract} />
        </section>
      </WithRail>
    </>
  )
}

function standingOf(contract: Contract) {
  const { state, side, signatures, agency, actions, waitingForMe, signing } = contract
  if (state === 'draft') return side === 'agency' ? 'notSigned' : 'draft'
  if (state === 'ready') {
    if (side === 'agency') return 'notSigned'
    if (!waitingForMe) return 'theirSignature'
    if (signing.text?.agreed && !signatures.some(({ method }) => method === 'scan')) {
      if (signing.bar === 'contract.not_your_turn') return 'theirTurn'
      return signing.here ? 'signHere' : 'signatory'
    }
    if (signatures.length < 2) return 'filesMissing'
    return actions.includes('contract.sign') ? 'sign' : 'signatory'
  }
  if (state === 'terminated' || state === 'expired') return 'over'
  const filed = filingStanding(contract)
  if (filed) return filed
  if (side === 'agency') return 'toFile'
  if (agency === null) return side === 'seller' ? 'toEntrust' : 'signed'
  return 'entrusted'
}

/** What the register has made of it; a form not handed in yet is no news. */
function filingStanding({ filing }: Contract) {
  if (filing === null || filing.state === 'draft') return null
  if (filing.state === 'registered') return 'registered'
  return filing.state === 'refused' ? 'refused' : 'filed'
}

function Rail({ contract }: { contract: Contract }) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const { seller, buyer, agency, listing, need, filing } = contract
  const parties = agency === null ? [seller, buyer] : [seller, buyer, agency]
  return (
    <>
      <Facts>
        <Fact label={t('side.seller')}>
          <Link to={paths.organization(seller.id)}>{pick(seller, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('side.buyer')}>
          <Link to={paths.organization(buyer.id)}>{pick(buyer, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('side.agency')}>{agency === null ? t('noAgency') : pick(agency, 'name', locale)}</Fact>
        {filing && (
          <Fact label={t('rail.registration')}>
            <Link to={paths.registration(filing.id)}>{filing.number ?? t('rail.toRegistration')}</Link>{' '}
            <StateBadge subject="registration" state={filing.state} />
          </Fact>
        )}
        <DealSubject listing={listing} need={need} />
        {contract.side !== 'agency' && (
          <Fact label={t('rail.request')}>
            <Link to={paths.request(contract.requestId)}>{t('rail.toRequest')}</Link>
          </Fact>
        )}
      </Facts>
      <h2 className={classes.railTitle}>{t('rail.timeline')}</h2>
      <DealTimeline entries={contract.timeline} parties={parties} />
    </>
  )
}
