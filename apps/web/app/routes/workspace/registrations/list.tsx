import { ContractPage } from '@market/contracts/contracts'
import { RegistrationPage, RegistrationQuery } from '@market/contracts/registration'
import { REGISTRATION_STATE_NAMES } from '@market/domain/codes'
import { may } from '@market/domain/policy'
import { useTranslation } from 'react-i18next'
import { data, redirect } from 'react-router'
import { z } from 'zod'
import { ContractsToFile } from '../../../features/registration-desk/contracts-to-file.tsx'
import { RegistrationRows } from '../../../features/registration-desk/registration-rows.tsx'
import { attempt } from '../../../lib/api/problem.ts'
import { textOf } from '../../../lib/form-text.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Pager } from '../../../ui/pager.tsx'
import { StateFilter } from '../../../ui/state-filter.tsx'
import type { Route } from './+types/list.ts'

export async function loader({ context, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const cursor = url.searchParams.get('cursor')
  const asked = RegistrationQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const files = may(workspaceOf(context).actor, 'registration.file', ['agency'])
  const [entrusted, page] = await Promise.all([
    files && cursor === null
      ? api.get('/api/contracts', ContractPage, { role: 'agency', waiting: 'me', limit: 50 })
      : null,
    api.get('/api/registrations', RegistrationPage, { state, cursor }),
  ])
  return { state, entrusted: entrusted?.items ?? [], page }
}

/** Begins the registration of an entrusted contract; the form opens filled in. */
export async function action({ request, context }: Route.ActionArgs) {
  const contractId = textOf(await request.formData(), 'contractId')
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/registrations', { contractId }, z.object({ id: z.string() })),
  )
  if (!answer.ok) return data({ problem: answer.problem }, { status: answer.problem.status })
  return redirect(paths.registration(answer.value.id))
}

export default function Registrations({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('desk')
  const { state, entrusted, page } = loaderData
  const kind = useWorkspace().actor.organizationKind
  const group =
    kind === 'agency' ? 'agency' : kind === 'operator' || kind === 'authority' ? 'register' : 'party'
  return (
    <>
      <PageHead title={t('list.title')} unlisted />
      <PageHeader title={t('list.title')} lead={t(`list.lead.${group}`)} />
      <ErrorSummary problem={actionData?.problem} />
      {entrusted.length > 0 && <ContractsToFile contracts={entrusted} />}
      {entrusted.length > 0 && <h2 className="list-heading">{t('list.filed')}</h2>}
      <StateFilter names={REGISTRATION_STATE_NAMES} current={state} />
      {page.items.length > 0 ? (
        <RegistrationRows items={page.items} label={t('list.filed')} />
      ) : (
        <EmptyState title={t(state === undefined ? 'list.none' : 'list.noneInState')}>
          {state === undefined && t(`list.noneHint.${group}`)}
        </EmptyState>
      )}
      <Pager nextCursor={page.nextCursor} />
    </>
  )
}
