import { Need } from '@market/contracts/demands'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { attempt } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

/** A search that found nothing may lead here with its words. */
const CHINESE = /\p{Script=Han}/u

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const input = { titleZh: read.text('titleZh'), titleEn: read.text('titleEn') }
  const answer = await attempt(() => apiOf(context).send('POST', '/api/needs', input, Need))
  if (answer.ok) return redirect(paths.myNeed(answer.value.id))
  return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
}

export default function NewNeed({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('needs')
  const { actor } = useWorkspace()
  const [query] = useSearchParams()
  const about = query.get('title') ?? ''
  const isChinese = CHINESE.test(about)
  return (
    <>
      <PageHead title={t('new.title')} unlisted />
      <PageHeader
        trail={[{ label: t('list.title'), to: paths.myNeeds }]}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      {may(actor, 'need.create') ? (
        <MarketForm problem={actionData?.problem} style={{ maxWidth: '46rem' }}>
          <TextField
            path="titleZh"
            label={t('fields.titleZh')}
            lang="zh-CN"
            maxLength={100}
            defaultValue={actionData?.typed.titleZh ?? (isChinese ? about : '')}
          />
          <TextField
            path="titleEn"
            label={t('fields.titleEn')}
            lang="en"
            maxLength={200}
            defaultValue={actionData?.typed.titleEn ?? (isChinese ? '' : about)}
          />
          <SubmitButton>{t('new.create')}</SubmitButton>
        </MarketForm>
      ) : (
        <EmptyState title={t('new.forbidden')} />
      )}
    </>
  )
}
