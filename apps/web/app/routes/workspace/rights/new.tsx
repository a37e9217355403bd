import { RightRecord } from '@market/contracts/rights'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { readRight } from '../../../features/rights/read-right.ts'
import { RightForm } from '../../../features/rights/right-form.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { paths } from '../../../lib/paths.ts'
import { readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/new.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const input = readRight(readForm(form))
  const answer = await attempt(() => apiOf(context).send('POST', '/api/rights', input, RightRecord))
  if (answer.ok) return redirect(`${paths.right(answer.value.id)}?done=created`)
  return data({ problem: answer.problem, typed: typedValues(form) }, { status: answer.problem.status })
}

export default function NewRight({ actionData }: Route.ComponentProps) {
  const { t } = useTranslation('rights')
  return (
    <>
      <PageHead title={t('create.title')} unlisted />
      <PageHeader
        trail={[{ label: t('title'), to: paths.rights }]}
        title={t('create.title')}
        lead={t('create.lead')}
      />
      <RightForm intent="create" typed={actionData?.typed} problem={actionData?.problem} />
    </>
  )
}
