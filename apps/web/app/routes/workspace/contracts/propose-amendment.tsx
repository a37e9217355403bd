import { ContractAmendments } from '@market/contracts/contracts'
import { shanghaiDateOf } from '@market/domain'
import { MAX_AMENDED_CLAUSES } from '@market/domain/contracts'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { proposeFrom } from '../../../features/amendments/amendment-action.server.ts'
import { ProposeForm } from '../../../features/amendments/propose-form.tsx'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/propose-amendment.ts'

const ROWS = 2
const MORE = 2

export async function loader({ context, params }: Route.LoaderArgs) {
  const path = `/api/contracts/${encodeURIComponent(params.id)}/amendments`
  const record = await apiOf(context).get(path, ContractAmendments)
  return { record, today: shanghaiDateOf(new Date()) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = typedValues(form)
  if (typed.intent === 'more') return data({ typed, problem: undefined, rows: rowsOf(typed.rows) + MORE })
  const problem = await proposeFrom(apiOf(context), params.id, form)
  if (problem) return data({ typed, problem, rows: rowsOf(typed.rows) }, { status: problem.status })
  return redirect(`${paths.contract(params.id)}?done=amendment#amendments`)
}

/** As many rows as the form had, within what an amendment may have. */
function rowsOf(typed: string | undefined): number {
  const rows = Number(typed)
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, MAX_AMENDED_CLAUSES) : ROWS
}

export default function ProposeAmendment({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('amendments')
  const { record, today } = loaderData
  return (
    <>
      <PageHead title={t('propose')} unlisted />
      <PageHeader
        trail={[{ label: record.title, to: paths.contract(record.contractId) }]}
        title={t('propose')}
      />
      {record.mayPropose ? (
        <ProposeForm
          record={record}
          rows={Math.min(actionData?.rows ?? ROWS, MAX_AMENDED_CLAUSES)}
          today={today}
          typed={actionData?.typed}
          problem={actionData?.problem}
        />
      ) : (
        <Notice tone="info">{t('notNow')}</Notice>
      )}
    </>
  )
}
