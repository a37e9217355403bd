import { NdaTemplate } from '@market/contracts/licensing'
import { NDA_MONTHS } from '@market/domain/licensing'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect, useSearchParams } from 'react-router'
import { SecrecyTabs } from '../../../features/secrecy/secrecy-tabs.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { TextareaField, TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/text.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const template = await apiOf(context).get('/api/nda-template', NdaTemplate)
  return { template, edits: may(workspaceOf(context).actor, 'nda_template.edit', ['own']) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const read = readForm(form)
  const body = {
    version: read.number('version'),
    bodyZh: read.text('bodyZh'),
    bodyEn: read.text('bodyEn'),
    months: read.number('months'),
  }
  if (body.months === null && read.problems.length === 0) {
    read.problems.push({ path: 'months', code: 'field.required' })
  }
  const typed = typedValues(form)
  if (read.problems.length > 0) return data({ problem: invalidForm(read.problems), typed }, { status: 422 })
  const answer = await attempt(() => apiOf(context).sendOnly('PUT', '/api/nda-template', body))
  if (answer.ok) return redirect(`${paths.secrecyText}?done=saved`)
  return data({ problem: answer.problem, typed }, { status: answer.problem.status })
}

export default function SecrecyText({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('secrecy')
  const [query] = useSearchParams()
  const { template, edits } = loaderData
  const { version } = template
  const typed = actionData?.typed
  return (
    <>
      <PageHead title={t('template.title')} unlisted />
      <PageHeader title={t('template.title')} lead={t('template.lead')} />
      <SecrecyTabs current="text" />
      {!actionData && query.get('done') === 'saved' && <Notice tone="done">{t('done.saved')}</Notice>}
      <p>{version === 0 ? t('template.market') : t('template.version', { version })}</p>
      <MarketForm key={version} problem={actionData?.problem}>
        <input type="hidden" name="version" value={version} />
        <TextareaField
          path="bodyZh"
          label={t('template.zh')}
          description={t('template.placeholders')}
          rows={16}
          readOnly={!edits}
          defaultValue={typed?.bodyZh ?? template.bodyZh}
        />
        <TextareaField
          path="bodyEn"
          label={t('template.en')}
          rows={16}
          readOnly={!edits}
          defaultValue={typed?.bodyEn ?? template.bodyEn}
        />
        <TextField
          path="months"
          type="number"
          min={NDA_MONTHS.min}
          max={NDA_MONTHS.max}
          label={t('template.months')}
          maw="10rem"
          readOnly={!edits}
          defaultValue={typed?.months ?? template.months}
        />
        {edits ? <SubmitButton>{t('template.save')}</SubmitButton> : <p>{t('template.readOnly')}</p>}
      </MarketForm>
    </>
  )
}
