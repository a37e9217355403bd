import { TurnoverSummary } from '@market/contracts/indicators'
import { TaxEvidence, TaxEvidenceQuery } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Form } from 'react-router'
import { TaxSheet } from '../../features/registration-desk/tax-sheet.tsx'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { apiOf } from '../../lib/request-context.server.ts'
import { workspaceOf } from '../../lib/workspace-context.server.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import type { Route } from './+types/tax-sheet.ts'

const YEARS = 10

export async function loader({ context, url }: Route.LoaderArgs) {
  const { actor } = workspaceOf(context)
  const api = apiOf(context)
  const { year: thisYear } = await api.get('/api/turnover/summary', TurnoverSummary)
  const asked = TaxEvidenceQuery.safeParse({
    sellerId: url.searchParams.get('sellerId') ?? actor.organizationId,
    year: url.searchParams.get('year') ?? thisYear,
  })
  const years = Array.from({ length: YEARS }, (_, ago) => String(thisYear - ago))
  if (!asked.success) return { years, evidence: null }
  return { years, evidence: await api.get('/api/tax-evidence', TaxEvidence, asked.data) }
}

export default function TaxSheetPage({ loaderData: { years, evidence } }: Route.ComponentProps) {
  const { t } = useTranslation('receipts')
  const locale = useLocale()
  return (
    <>
      <PageHead title={t('tax.title')} unlisted />
      <PageHeader
        title={t('tax.title')}
        lead={t('tax.lead')}
        eyebrow={evidence && pick(evidence.seller, 'name', locale)}
        actions={
          evidence && <a href={paths.taxSheetPdf(evidence.seller.id, evidence.year)}>{t('tax.pdf')}</a>
        }
      />
      <Form method="get" className="no-print">
        {evidence && <input type="hidden" name="sellerId" value={evidence.seller.id} />}
        <SelectField
          path="year"
          label={t('tax.year')}
          maw="14rem"
          data={years}
          defaultValue={evidence ? String(evidence.year) : undefined}
        />
        <SubmitButton variant="default" mb="lg">
          {t('tax.show')}
        </SubmitButton>
      </Form>
      {evidence && evidence.contracts.length > 0 ? (
        <TaxSheet evidence={evidence} />
      ) : (
        <EmptyState title={t('tax.none')}>{t('tax.noneHint')}</EmptyState>
      )}
    </>
  )
}
