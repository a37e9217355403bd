import { Button } from '@mantine/core'
import { Need } from '@market/contracts/demands'
import { labelOf, NEED_RETURN_REASONS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router'
import { editAction } from '../../../features/needs/edit-action.server.ts'
import { NeedArticle, NeedFacts } from '../../../features/needs/need-article.tsx'
import { needChoices } from '../../../features/needs/need-choices.server.ts'
import { NeedDecision, Withdraw } from '../../../features/needs/need-decision.tsx'
import { NeedForm } from '../../../features/needs/need-form.tsx'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf, localeFrom } from '../../../lib/request-context.server.ts'
import { answeredOrAway } from '../../../ui/editing/answered-or-away.ts'
import { WithRail } from '../../../ui/facts.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import type { Route } from './+types/edit.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const need = await api.get(`/api/needs/${encodeURIComponent(params.id)}`, Need)
  const editable = need.editing?.commands.includes('edit') ?? false
  return {
    need,
    options: editable ? await needChoices(api, localeFrom(context)) : null,
    saved: url.searchParams.get('saved'),
  }
}

/** A save by itself changes nothing the page shows but the form, which knows. */
export function shouldRevalidate({ formData, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return formData?.get('intent') !== 'autosave' && defaultShouldRevalidate
}

export async function action({ request, context, params }: Route.ActionArgs) {
  return editAction(apiOf(context), localeFrom(context), params.id, await request.formData())
}

export function clientAction({ request, serverAction }: Route.ClientActionArgs) {
  return answeredOrAway(request, serverAction)
}

/** Steps beside the text: their refusals stand beside their own buttons. */
const STEPS = ['publish', 'return', 'withdraw']
const DONE = ['save', 'attach', 'detach', 'submit', 'publish', 'return', 'withdraw'] as const

export default function EditNeed({ loaderData: { need, options, saved }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const [query] = useSearchParams()
  const title = pick(need, 'title', locale) || t('untitled')
  const step = actionData && STEPS.includes(actionData.intent) ? actionData : undefined
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
      {options && need.editing ? (
        <NeedForm
          // Another save by a whole page means another form: what it shows is what is stored now.
          key={`${need.id} ${saved}`}
          need={{ ...need, editing: need.editing }}
          options={options}
          posted={step ? undefined : actionData}
        />
      ) : (
        <WithRail rail={<NeedFacts need={need} />}>
          <NeedArticle need={need} />
        </WithRail>
      )}
      {commands.includes('publish') && <NeedDecision need={need} problem={step?.problem} />}
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
