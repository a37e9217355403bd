import { Button } from '@mantine/core'
import { Need } from '@market/contracts/demands'
import { ListingPage } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { z } from 'zod'
import { AnswerForm } from '../features/needs/answer-form.tsx'
import { NeedArticle, NeedFacts } from '../features/needs/need-article.tsx'
import { attempt } from '../lib/api/problem.ts'
import { pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { readForm, typedValues } from '../lib/read-form.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { WithRail } from '../ui/facts.tsx'
import { Notice } from '../ui/notice.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import type { Route } from './+types/need.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const view = url.searchParams.get('view') === 'preview' ? 'preview' : 'public'
  const need = await api.get(`/api/needs/${encodeURIComponent(params.id)}`, Need, { view })
  const mine = need.mayAnswer
    ? await api.get('/api/listings', ListingPage, { scope: 'mine', state: 'published', limit: 100 })
    : null
  return { need, listings: mine?.items ?? [], preview: view === 'preview' }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const part = (name: string) => read.text(`proposal.${name}`)
  const proposal = {
    approach: part('approach'),
    evidence: part('evidence'),
    team: part('team'),
    months: read.number('proposal.months'),
    priceFen: read.yuan('proposal.priceFen'),
    mode: part('mode'),
    ipWish: part('ipWish'),
  }
  const answered = read.text('intent') === 'listing' ? { listingId: read.text('listingId') } : { proposal }
  const body = { ...answered, message: read.text('message') }
  const path = `/api/needs/${encodeURIComponent(params.id)}/answers`
  const answer = await attempt(() => apiOf(context).send('POST', path, body, z.unknown()))
  if (answer.ok) return redirect(`${paths.need(params.id)}?done=answered`)
  return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
}

export default function NeedPage({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const [query] = useSearchParams()
  const { need, listings, preview } = loaderData
  const title = pick(need, 'title', locale)
  return (
    <>
      <PageHead
        title={title}
        description={pick(need, 'goal', locale)}
        unlisted={preview || need.visibility !== 'public'}
      />
      <PageHeader
        trail={[{ label: t('title'), to: paths.needs }]}
        title={title}
        eyebrow={<StateBadge subject="need" state={need.state} />}
        actions={
          need.own && (
            <Button component={Link} to={paths.myNeed(need.id)} variant="default">
              {t('toWorkspace')}
            </Button>
          )
        }
      />
      {preview && <Notice tone="needs-you">{t('preview')}</Notice>}
      {query.get('done') === 'answered' && <Notice tone="done">{t('answer.sent')}</Notice>}
      <WithRail rail={<NeedFacts need={need} />}>
        <NeedArticle need={need} />
        {need.mayAnswer ? (
          <AnswerForm
            need={need}
            listings={listings}
            typed={actionData?.typed}
            problem={actionData?.problem}
          />
        ) : (
          !need.own && need.state !== 'solved' && <Notice>{t('answer.who')}</Notice>
        )}
      </WithRail>
    </>
  )
}
