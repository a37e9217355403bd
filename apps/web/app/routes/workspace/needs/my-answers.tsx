import { AnswerPage } from '@market/contracts/demands'
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
import type { Route } from './+types/my-answers.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const query = { cursor: url.searchParams.get('cursor') }
  return { page: await apiOf(context).get('/api/need-answers', AnswerPage, query) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const { problem } = await takeAnswerStep(apiOf(context), await request.formData())
  return problem ? data({ problem }, { status: problem.status }) : redirect(paths.myAnswers)
}

export default function MyAnswers({ loaderData: { page }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('mine.title')} unlisted />
      <PageHeader
        trail={[{ label: t('matching.title'), to: paths.matchingNeeds }]}
        title={t('mine.title')}
        lead={t('mine.lead')}
      />
      {actionData?.problem && <MarketForm problem={actionData.problem}>{null}</MarketForm>}
      {page.items.length === 0 && (
        <EmptyState title={t('mine.none')} action={<Link to={paths.needs}>{t('title')}</Link>} />
      )}
      {page.items.map((answer) => (
        <AnswerItem
          key={answer.id}
          answer={answer}
          title={<Link to={paths.need(answer.need.id)}>{pick(answer.need, 'title', locale)}</Link>}
        />
      ))}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
