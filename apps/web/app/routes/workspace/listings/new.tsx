import { Listing } from '@market/contracts/listings'
import { LISTING_KINDS } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { attempt } from '../../../lib/api/problem.ts'
import { nameIn } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const input = { kind: read.choice('kind'), titleZh: read.text('titleZh'), titleEn: read.text('titleEn') }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/listings', input, Listing))
  if (!answer.ok) {
    return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
  }
  return redirect(`/workspace/listings/${answer.value.id}`)
}

export default function NewListing({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('editor')
  const { actor } = useWorkspace()
  return (
    <>
      <PageHead title={t('new.title')} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: '/workspace/listings' }]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      {may(actor, 'listing.create') ? (
        <NewForm result={actionData} />
      ) : (
        <EmptyState title={t('new.forbidden')}>{t('new.forbiddenHint')}</EmptyState>
      )}
    </>
  )
}

function NewForm({ result }: { result: Route.ComponentProps['actionData'] }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const typed = result?.typed
  return (
    <MarketForm problem={result?.problem} style={{ maxWidth: '46rem' }}>
      <ChoiceField
        path="kind"
        kind="one"
        label={t('fields.kind')}
        selected={[typed?.kind ?? LISTING_KINDS[0].code]}
        choices={LISTING_KINDS.map((entry) => ({
          value: entry.code,
          label: nameIn(entry, locale),
          hint: t(`kindHints.${entry.code}`),
        }))}
      />
      <TextField
        path="titleZh"
        label={t('fields.titleZh')}
        lang="zh-CN"
        maxLength={100}
        defaultValue={typed?.titleZh}
      />
      <TextField
        path="titleEn"
        label={t('fields.titleEn')}
        description={t('new.titleHint')}
        lang="en"
        maxLength={200}
        defaultValue={typed?.titleEn}
      />
      <SubmitButton mt="sm">{t('new.create')}</SubmitButton>
    </MarketForm>
  )
}
