import { Button } from '@mantine/core'
import { Need } from '@market/contracts/demands'
import { labelOf, NEED_RETURN_REASONS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { NeedArticle, NeedFacts } from '../../../features/needs/need-article.tsx'
import { needChoices, readInvited } from '../../../features/needs/need-choices.server.ts'
import { NeedDecision, Withdraw } from '../../../features/needs/need-decision.tsx'
import { readNeedForm } from '../../../features/needs/need-fields.ts'
import { NeedForm } from '../../../features/needs/need-form.tsx'
import { attempt, type Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/edit.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const api = apiOf(context)
  const need = await api.get(`/api/needs/${encodeURIComponent(params.id)}`, Need)
  const editable = need.editing?.commands.includes('edit') ?? false
  return { need, options: editable ? await needChoices(api, localeFrom(context)) : null }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const api = apiOf(context)
  const intent = read.text('intent')
  const path = `/api/needs/${encodeURIComponent(params.id)}`
  // Submitting saves first: a refused form names its own save next, and never the revision of somebody else's.
  let stored = read.number('revision')
  const again = (problem: Problem) =>
    data({ problem, intent, stored, typed: typedValues(form) }, { status: problem.status })
  if (intent === 'save' || intent === 'submit') {
    const { input, revision, problems, invitedNames } = readNeedForm(form)
    const invited = await readInvited(api, localeFrom(context), invitedNames)
    const unread = [...problems, ...invited.problems]
    if (unread.length > 0) return again(invalidForm(unread))
    const body = { ...input, invitedIds: [...input.invitedIds, ...invited.ids], revision }
    const saved = await attempt(() => api.send('PATCH', path, body, Need))
    if (!saved.ok) return again(saved.problem)
    stored = saved.value.editing?.revision ?? stored
    if (intent === 'save') return redirect(`${paths.myNeed(params.id)}?done=save`)
  }
  const bodies: Record<string, unknown> = {
    publish: { revision: read.number('revision') ?? undefined },
    return: {
      reasons: read.all('code').map((code) => ({ code, words: code === 'other' ? read.text('words') : '' })),
    },
    withdraw: { reason: read.text('reason') },
  }
  if (!['submit', 'publish', 'return', 'withdraw'].includes(intent)) {
    return again(invalidForm([{ path: 'intent', code: 'field.invalid_value' }]))
  }
  const done = await attempt(() => api.send('POST', `${path}/${intent}`, bodies[intent], Need))
  if (!done.ok) return again(done.problem)
  return redirect(`${paths.myNeed(params.id)}?done=${intent}`)
}

const DONE = ['save', 'submit', 'publish', 'return', 'withdraw'] as const

export default function EditNeed({ loaderData: { need, options }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const [query] = useSearchParams()
  const title = pick(need, 'title', locale) || t('untitled')
  const commands = need.editing?.commands ?? []
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  return (
    <>
      <PageHead title={title} unlisted />
      <PageHeader
        trail={[
          need.own
            ? { label: t('list.title'), to: paths.myNeeds }
            : { label: t('review.title'), to: paths.needReview },
        ]}
        title={title}
        eyebrow={<StateBadge subject="need" state={need.state} />}
        actions={need.own && need.version > 0 && <Links id={need.id} />}
      />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      {need.editing?.reviewReasons && (
        <Notice tone="needs-you" title={t('editor.returned')}>
          {need.editing.reviewReasons.map(({ code, words }) => (
            <p key={code}>
              {labelOf(NEED_RETURN_REASONS, code, locale)} {words}
            </p>
          ))}
        </Notice>
      )}
      {options ? (
        <NeedForm
          key={need.editing?.revision}
          need={need}
          options={options}
          revision={actionData?.stored ?? need.editing?.revision ?? 0}
          typed={actionData?.typed}
          problem={actionData?.problem}
        />
      ) : (
        <WithRail rail={<NeedFacts need={need} />}>
          <NeedArticle need={need} />
        </WithRail>
      )}
      {commands.includes('publish') && <NeedDecision need={need} problem={actionData?.problem} />}
      {commands.includes('withdraw') && <Withdraw />}
    </>
  )
}

function Links({ id }: { id: string }) {
  const { t } = useTranslation('needs')
  return (
    <>
      <Button component={Link} to={paths.need(id)} variant="subtle">
        {t('editor.publicPage')}
      </Button>
      <Button component={Link} to={`${paths.myNeed(id)}/matches`} variant="default">
        {t('matches.title')}
      </Button>
      <Button component={Link} to={`${paths.myNeed(id)}/answers`}>
        {t('answers.title')}
      </Button>
    </>
  )
}
