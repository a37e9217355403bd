import { Confidentiality } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import { data, Link, redirect, useSearchParams } from 'react-router'
import { AgreementFacts } from '../../../features/secrecy/agreement-facts.tsx'
import { ConfidentialFiles } from '../../../features/secrecy/confidential-files.tsx'
import { NdaText } from '../../../features/secrecy/nda-text.tsx'
import classes from '../../../features/secrecy/secrecy.module.css'
import { acceptFor, withdrawFrom } from '../../../features/secrecy/secrecy-action.server.ts'
import { WithdrawPanel } from '../../../features/secrecy/withdraw-panel.tsx'
import type { Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { typedValues } from '../../../lib/read-form.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { useWorkspace } from '../../../lib/workspace.ts'
import { workspaceOf } from '../../../lib/workspace-context.server.ts'
import { ActionPanels } from '../../../ui/action-panel.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { CheckField } from '../../../ui/form/check-field.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import type { Route } from './+types/listing.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  if (workspaceOf(context).organization === null) return { view: null }
  const path = `/api/listings/${encodeURIComponent(params.listingId)}/confidentiality`
  return { view: await apiOf(context).get(path, Confidentiality) }
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const form = await request.formData()
  const typed = typedValues(form)
  const api = apiOf(context)
  const back = paths.confidential(params.listingId)
  const withdrawing = typed.intent === 'withdraw'
  const problem = withdrawing
    ? await withdrawFrom(api, form)
    : await acceptFor(api, params.listingId, form, back)
  if (!problem) return redirect(`${back}?done=${withdrawing ? 'withdrawn' : 'accepted'}`)
  return data({ problem, typed, intent: withdrawing ? 'withdraw' : 'accept' }, { status: problem.status })
}

const DONE = ['accepted', 'withdrawn'] as const

export default function ConfidentialPage({ loaderData: { view }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation('secrecy')
  const locale = useLocale()
  const [query] = useSearchParams()
  if (view === null) {
    return (
      <>
        <PageHead title={t('listing.title')} unlisted />
        <EmptyState title={t('listing.noOrganization')} />
      </>
    )
  }
  const { listing, owner, agreement, actions } = view
  const done = actionData ? undefined : DONE.find((word) => word === query.get('done'))
  const problemOf = (intent: string) => (actionData?.intent === intent ? actionData.problem : undefined)
  return (
    <>
      <PageHead title={t('listing.title')} unlisted />
      <PageHeader
        trail={[{ label: pick(listing, 'title', locale), to: paths.listing(listing.id) }]}
        title={t('listing.title')}
        eyebrow={<span>{pick(owner, 'name', locale)}</span>}
        lead={t('listing.lead')}
      />
      {done && <Notice tone="done">{t(`done.${done}`)}</Notice>}
      <AgreementFacts view={view} />
      {agreement?.standing === 'in_force' && <ConfidentialFiles view={view} />}
      {agreement && actions.includes('nda.withdraw') && (
        <ActionPanels>
          <WithdrawPanel
            id={agreement.id}
            side="reader"
            problem={problemOf('withdraw')}
            reason={actionData?.typed.reason}
          />
        </ActionPanels>
      )}
      {actions.includes('nda.accept') ? (
        <Accept view={view} problem={problemOf('accept')} />
      ) : (
        <WhyNot view={view} />
      )}
    </>
  )
}

function Accept({ view, problem }: { view: Confidentiality; problem: Problem | undefined }) {
  const { t } = useTranslation('secrecy')
  return (
    <section className={classes.block}>
      <h2>{t('accept.title')}</h2>
      <p className={classes.note}>{t(view.ownWords ? 'text.own' : 'text.market')}</p>
      <NdaText {...view.text} />
      <MarketForm problem={problem}>
        <input type="hidden" name="sha256" value={view.text.sha256} />
        <p>{t('accept.explain', { months: view.months })}</p>
        <CheckField path="confirmed" label={t('accept.check')} required />
        <SubmitButton name="intent" value="accept">
          {t('accept.now')}
        </SubmitButton>
      </MarketForm>
    </section>
  )
}

/** Who cannot accept is told why. */
function WhyNot({ view: { fileCount, owner, agreement, listing } }: { view: Confidentiality }) {
  const { t } = useTranslation('secrecy')
  const { organization } = useWorkspace()
  const back = <Link to={paths.listing(listing.id)}>{t('list.listing')}</Link>
  if (agreement?.standing === 'in_force') return null
  if (agreement?.withdrawnFor === owner.id) return <Notice>{t('listing.barred')}</Notice>
  if (organization?.id === owner.id) {
    return (
      <EmptyState title={t('listing.own')} action={<Link to={paths.secrecy}>{t('title')}</Link>}>
        {t('listing.ownHint')}
      </EmptyState>
    )
  }
  if (fileCount === 0) return <EmptyState title={t('listing.none')} action={back} />
  if (organization?.state !== 'verified') return <EmptyState title={t('listing.notVerified')} action={back} />
  return <EmptyState title={t('listing.role')} action={back} />
}
