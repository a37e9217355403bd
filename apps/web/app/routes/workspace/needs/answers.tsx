import { AnswerPage, Need } from '@market/contracts/demands'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import { takeAnswerStep } from '../../../features/needs/answer-action.server.ts'
import { AnswerItem } from '../../../features/needs/answer-items.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/answers.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const path = `/api/needs/${encodeURIComponent(params.id)}`
  const { titleZh, titleEn } = await api.get(path, Need)
  const page = await api.get(`${path}/answers`, AnswerPage, { cursor: url.searchParams.get('cursor') })
  return { id: params.id, need: { titleZh, titleEn }, page }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { problem, requestId } = await takeAnswerStep(apiOf(context), await request.formData())
  if (problem) return data({ problem }, { status: problem.status })
  return redirect(requestId ? paths.request(requestId) : `${paths.myNeed(params.id)}/answers`)
}

export default function NeedAnswers({ loaderData: { id, need, page }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('answers.title')} unlisted />
      <PageHeader
        trail={[
          { label: t('list.title'), to: paths.myNeeds },
          { label: pick(need, 'title', locale), to: paths.myNeed(id) },
        ]}
        title={t('answers.title')}
        lead={t('answers.lead')}
      />
      {actionData?.problem && <MarketForm problem={actionData.problem}>{null}</MarketForm>}
      {page.items.length === 0 && <EmptyState title={t('answers.none')}>{t('answers.noneHint')}</EmptyState>}
      {page.items.map((answer) => (
        <AnswerItem
          key={answer.id}
          answer={answer}
          title={
            <Link to={paths.organization(answer.organization.id)}>
              {pick(answer.organization, 'name', locale)}
            </Link>
          }
        />
      ))}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
