import { ContractText } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { Articles, ChangedArticles } from '../../../features/contract-text/articles.tsx'
import classes from '../../../features/contract-text/contract-text.module.css'
import { EditForm } from '../../../features/contract-text/edit-form.tsx'
import { takeTextStep } from '../../../features/contract-text/text-action.server.ts'
import { Versions } from '../../../features/contract-text/versions.tsx'
import { Findings } from '../../../features/registration-desk/findings.tsx'
import type { Problem } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { Digest } from '../../../ui/digest.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { WithRail } from '../../../ui/facts.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/text.ts'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const query = { version: asked.get('version') ?? undefined, against: asked.get('against') ?? undefined }
  const path = `/api/contracts/${encodeURIComponent(params.id)}/text`
  return { text: await apiOf(context).get(path, ContractText, query) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const problem = await takeTextStep(apiOf(context), params.id, form)
  const typed = typedValues(form)
  const intent = typed.intent ?? ''
  if (problem) return data({ intent, problem, typed }, { status: problem.status })
  return redirect(`${paths.contractText(params.id)}?done=${encodeURIComponent(intent)}`)
}

const DONE = ['generate', 'edit', 'accept'] as const

export default function TextOfContract({ loaderData: { text }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('contractText')
  const [query] = useSearchParams()
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const problemOf = (intent: string) => (actionData?.intent === intent ? actionData.problem : undefined)
  const may = (action: ContractText['actions'][number]) => text.actions.includes(action)
  const latest = text.versions.at(-1)
  const showsLatest = latest !== undefined && latest.version === text.version
  return (
    <>
      <PageHead title={`${t('title')} ${text.title}`} unlisted />
      <PageHeader
        trail={[{ label: text.title, to: paths.contract(text.contractId) }]}
        title={t('title')}
        actions={
          text.version !== null && (
            <a href={paths.contractTextPdf(text.contractId, text.version)}>{t('pdf')}</a>
          )
        }
      />
      <WithRail rail={<Rail text={text} />}>
        {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
        <p className={classes.lead}>{t('lead')}</p>
        {latest === undefined ? (
          <Nothing text={text} problem={problemOf('generate')} />
        ) : (
          <>
            <Standing text={text} />
            <ActionPanels>
              {may('contract.accept_text') && showsLatest && (
                <Accept sha256={latest.sha256} problem={problemOf('accept')} />
              )}
              {text.stale && may('contract.write_text') && (
                <Renew text={text} problem={problemOf('generate')} />
              )}
              {may('contract.write_text') && showsLatest && (
                <ActionPanel label={t('edit')} open={problemOf('edit') !== undefined}>
                  <EditForm
                    text={text}
                    typed={actionData?.intent === 'edit' ? actionData.typed : undefined}
                    problem={problemOf('edit')}
                  />
                </ActionPanel>
              )}
            </ActionPanels>
            {text.findings.length > 0 && <Findings findings={text.findings} />}
            <section className={classes.section}>
              <Compared text={text} />
              <ChangedArticles text={text} />
              <Articles text={text} />
            </section>
          </>
        )}
      </WithRail>
    </>
  )
}

function Compared({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  const { against } = text
  const version = text.version ?? 0
  const changed = text.articles.filter(({ change }) => change !== 'same').length
  return <h2>{against === null ? t('first', { version }) : t('compared', { version, against, changed })}</h2>
}

function Standing({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  const { actor } = useWorkspace()
  const latest = text.versions.at(-1)
  const version = latest?.version ?? 0
  if (text.state !== 'draft') return <Notice tone="info">{t('standing.settled')}</Notice>
  if (text.stale) return <Notice tone="needs-you">{t('renewHint')}</Notice>
  if (text.agreed) return <Notice tone="done">{t('standing.agreed', { version })}</Notice>
  const party = [text.seller.id, text.buyer.id].includes(actor.organizationId ?? '')
  if (!party) return <Notice tone="info">{t('standing.reader')}</Notice>
  const mine = latest?.acceptances.some(({ organizationId }) => organizationId === actor.organizationId)
  return (
    <Notice tone={mine ? 'info' : 'needs-you'}>
      {t(mine ? 'standing.mine' : 'standing.theirs', { version })}
    </Notice>
  )
}

interface StepProps {
  text: ContractText
  problem: Problem | undefined
}

function Nothing({ text, problem }: StepProps) {
  const { t } = useTranslation('contractText')
  return (
    <>
      <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
      {text.actions.includes('contract.write_text') && (
        <MarketForm problem={problem}>
          <SubmitButton name="intent" value="generate">
            {t('generate')}
          </SubmitButton>
        </MarketForm>
      )}
    </>
  )
}

function Renew({ text, problem }: StepProps) {
  const { t } = useTranslation('contractText')
  return (
    <ActionPanel label={t('renew')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('renewHint')}</p>
        <input type="hidden" name="base" value={text.versions.at(-1)?.version ?? ''} />
        <SubmitButton name="intent" value="generate">
          {t('renew')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Accept({ sha256, problem }: { sha256: string; problem: Problem | undefined }) {
  const { t } = useTranslation('contractText')
  return (
    <ActionPanel label={t('accept')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>
          {t('acceptExplain')} <Digest value={sha256} />
        </p>
        <input type="hidden" name="sha256" value={sha256} />
        <SubmitButton name="intent" value="accept">
          {t('acceptNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Rail({ text }: { text: ContractText }) {
  const { t } = useTranslation('contractText')
  return (
    <>
      <h2 className="list-heading">{t('versions')}</h2>
      <Versions text={text} />
    </>
  )
}
