import { Reward } from '@market/contracts/payments'
import { COST_KIND_NAMES, labelOf, REWARD_RULE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { readReward } from '../../../features/rewards/read-reward.ts'
import { RewardForm } from '../../../features/rewards/reward-form.tsx'
import { DistributionTable, SharesTable } from '../../../features/rewards/reward-tables.tsx'
import classes from '../../../features/rewards/rewards.module.css'
import { attempt } from '../../../lib/api/problem.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { ActionPanel } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { CheckField } from '../../../ui/form/check-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Money } from '../../../ui/money.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/contract.ts'

const baseOf = (id: string) => `/api/contracts/${encodeURIComponent(id)}/reward`

export async function loader({ context, params }: Route.LoaderArgs) {
  return apiOf(context).get(baseOf(params.id), Reward)
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const api = apiOf(context)
  const approving = read.text('intent') === 'approve'
  const plan = approving ? null : readReward(read)
  if (approving && !read.checked('confirmed')) {
    read.problems.push({ path: 'confirmed', code: 'confirmation.required' })
  }
  const send = () =>
    plan === null
      ? api.sendOnly('POST', `${baseOf(params.id)}/approve`, { revision: read.number('revision') })
      : api.sendOnly('PUT', baseOf(params.id), plan)
  const answer =
    read.problems.length > 0
      ? { ok: false as const, problem: invalidForm(read.problems) }
      : await attempt(send)
  if (answer.ok) return redirect(`${paths.reward(params.id)}?done=${approving ? 'approve' : 'draft'}`)
  return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
}

export default function RewardPage({ loaderData: reward, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('rewards')
  const [query] = useSearchParams()
  const done = actionData
    ? undefined
    : (['draft', 'approve'] as const).find((word) => word === query.get('done'))
  const approving = actionData?.typed.intent === 'approve' ? actionData : undefined
  const drafting = approving ? undefined : actionData
  return (
    <>
      <PageHead title={`${t('title')} ${reward.title}`} unlisted />
      <PageHeader
        trail={[{ label: reward.title, to: paths.contract(reward.contractId) }]}
        title={t('title')}
        lead={t('lead')}
        actions={<a href={paths.rewardStatement(reward.contractId)}>{t('statementPdf')}</a>}
      />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      <Notice tone={reward.state === 'approved' ? 'done' : 'needs-you'}>
        {t(`state.${reward.state ?? 'none'}`)}
      </Notice>
      <Summary reward={reward} />
      {reward.actions.includes('reward.draft') && (
        <section className={classes.section}>
          <h2>{t('plan')}</h2>
          <RewardForm reward={reward} problem={drafting?.problem} typed={drafting?.typed} />
        </section>
      )}
      {reward.actions.includes('reward.approve') && (
        <ActionPanel label={t('approve.open')} tone="primary" open={approving !== undefined}>
          <MarketForm problem={approving?.problem}>
            <input type="hidden" name="revision" value={reward.revision ?? ''} />
            <p>{t('approve.explain')}</p>
            <CheckField path="confirmed" label={t('approve.confirm')} />
            <SubmitButton name="intent" value="approve">
              {t('approve.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      <section className={classes.section}>
        <h2>{t('shares.title')}</h2>
        <SharesTable reward={reward} />
      </section>
      <section className={classes.section}>
        <h2>{t('distributions.title')}</h2>
        {reward.distributions.length === 0 ? (
          <EmptyState title={t('distributions.none')}>{t('distributions.noneHint')}</EmptyState>
        ) : (
          <DistributionTable reward={reward} />
        )}
      </section>
    </>
  )
}

function Summary({ reward }: { reward: Reward }) {
  const { t } = useTranslation('rewards')
  const locale = useLocale()
  const { floor, standing } = reward
  return (
    <Facts>
      <Fact label={t('fields.rule')}>
        {labelOf(REWARD_RULE_NAMES, reward.rule, locale)} {reward.reference}
      </Fact>
      <Fact label={t('fields.inventorPart')}>{reward.inventorPart / 100}%</Fact>
      <Fact label={t('floor')}>
        {floor === null
          ? t('noFloor')
          : `${floor.percent}% · ${locale === 'en' ? floor.en : floor.zh}${floor.verified ? '' : t('unverified')}`}
      </Fact>
      <Fact label={t('received')}>
        <Money fen={reward.receivedFen} unit="yuan" />
      </Fact>
      {reward.costs.map((cost, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cost lines have no identity but their place
        <Fact key={index} label={labelOf(COST_KIND_NAMES, cost.kind, locale)}>
          <Money fen={cost.amountFen} unit="yuan" /> {cost.note}
        </Fact>
      ))}
      <Fact label={t('distributions.netFen')}>
        <Money fen={standing.netFen} unit="yuan" />
      </Fact>
      <Fact label={t('distributions.poolFen')}>
        <Money fen={standing.poolFen} unit="yuan" />
      </Fact>
      <Fact label={t('distributions.institutionFen')}>
        <Money fen={standing.institutionFen} unit="yuan" />
      </Fact>
    </Facts>
  )
}
