import { Listing } from '@market/contracts/listings'
import { exclusivityOf, requestProblems } from '@market/domain/licensing'
import { may, relationsTo } from '@market/domain/policy'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect } from 'react-router'
import { z } from 'zod'
import { readScope } from '../../../features/licensing/read-terms.ts'
import { RequestForm } from '../../../features/licensing/request-form.tsx'
import { RequestSummary } from '../../../features/licensing/request-summary.tsx'
import { attempt, type Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { type FormReader, invalidForm, readForm, typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { Price } from '../../../ui/price.tsx'
import type { Route } from './+types/new.ts'

type Context = Route.LoaderArgs['context']

const readListing = (context: Context, id: string) =>
  apiOf(context).get(`/api/listings/${encodeURIComponent(id)}`, Listing, { view: 'public' })

export async function loader({ context, params }: Route.LoaderArgs) {
  return { listing: await readListing(context, params.listingId) }
}

const readInput = (read: FormReader) => ({
  ...readScope(read),
  offerFen: read.yuan('offerFen'),
  message: read.text('message'),
})

/** The same rules the API will apply, so that the summary never shows what cannot be sent. */
function problemOf(read: FormReader, input: ReturnType<typeof readInput>, listing: Listing) {
  const { transferMode } = input
  const known =
    transferMode === null
      ? []
      : requestProblems(
          { ...input, transferMode, exclusivity: exclusivityOf(transferMode) },
          listing.transferModes,
        )
  const unread = new Set(read.problems.map(({ path }) => path))
  const problems = [...read.problems, ...known.filter(({ path }) => !unread.has(path))]
  return problems.length === 0 ? undefined : invalidForm(problems)
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = typedValues(form)
  const step = typed.step ?? 'review'
  const again = (problem?: Problem) =>
    data({ step: 'edit' as const, typed, problem }, { status: problem?.status ?? 200 })
  if (step === 'edit') return again()
  const read = readForm(form)
  const input = readInput(read)
  const problem = problemOf(read, input, await readListing(context, params.listingId))
  if (problem) return again(problem)
  if (step !== 'send') return data({ step: 'review' as const, typed, problem: undefined })
  const body = { listingId: params.listingId, ...input }
  const answer = await attempt(() =>
    apiOf(context).send('POST', '/api/requests', body, z.object({ id: z.string() })),
  )
  if (!answer.ok) return again(answer.problem)
  return redirect(`${paths.request(answer.value.id)}?done=sent`)
}

export default function NewRequest({ loaderData: { listing }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const title = pick(listing, 'title', locale)
  const reviewing = actionData?.step === 'review'
  return (
    <>
      <PageHead title={t('form.title')} unlisted />
      <PageHeader
        trail={[{ label: title, to: paths.listing(listing.id) }]}
        title={t(reviewing ? 'summary.title' : 'form.title')}
        eyebrow={
          <>
            <span>{pick(listing.organization, 'name', locale)}</span>
            <Price mode={listing.priceMode} fen={listing.priceFen} maxFen={listing.priceMaxFen} />
          </>
        }
        lead={title}
      />
      {reviewing ? (
        <RequestSummary listing={listing} typed={actionData.typed} />
      ) : (
        <FormOrReason listing={listing}>
          <RequestForm listing={listing} typed={actionData?.typed} problem={actionData?.problem} />
        </FormOrReason>
      )}
    </>
  )
}

/** Who may not ask is told so before writing anything. */
function FormOrReason({ listing, children }: { listing: Listing; children: ReactNode }) {
  const { t } = useTranslation('licensing')
  const { actor, organization } = useWorkspace()
  const organizationId = listing.organization.id
  const open = listing.state === 'published' || listing.state === 'under_negotiation'
  const back = <Link to={paths.listing(listing.id)}>{t('form.backToListing')}</Link>
  if (!open) return <EmptyState title={t('closed.listing')} action={back} />
  if (organization?.id === organizationId) return <EmptyState title={t('closed.own')} action={back} />
  if (organization === null) return <EmptyState title={t('closed.noOrganization')} action={back} />
  if (organization.state !== 'verified') return <EmptyState title={t('closed.notVerified')} action={back} />
  const relations = relationsTo(actor, { organizationId, public: true })
  if (may(actor, 'request.create', relations)) return children
  return (
    <EmptyState title={t('closed.role')} action={back}>
      {t('closed.roleHint')}
    </EmptyState>
  )
}
