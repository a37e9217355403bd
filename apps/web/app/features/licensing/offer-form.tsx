import type { ComparableList } from '@market/contracts/indicators'
import type { LicenceRequest, TermSheet } from '@market/contracts/licensing'
import type { TransferMode } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Comparables } from './comparables.tsx'
import { CoverageFields } from './coverage-fields.tsx'
import { InstalmentFields, OtherClauses, RoyaltyFields, SublicenceField } from './offer-clauses.tsx'
import { ModeField, ScopeFields } from './scope-fields.tsx'
import { UseFirstFields } from './use-first-fields.tsx'

type Terms = Omit<TermSheet, 'exclusivity' | 'totalFen'> & { totalFen: number | null }

/** An offer starts from the last terms on the table, the first one from the request. */
function startingTerms(request: LicenceRequest): Terms {
  const last = request.offers.at(-1)
  if (last) return last.terms
  const { transferMode, fieldOfUse, territory, termMonths, offerFen, application, wishedOwner } = request
  return {
    transferMode,
    fieldOfUse,
    territory,
    termMonths,
    upfrontFen: 0,
    royaltyRatePercent: null,
    totalFen: offerFen,
    resultOwner: wishedOwner ?? undefined,
    territoryCodes: application?.territoryCodes ?? [],
    fieldCodes: application?.fieldCodes ?? [],
  }
}

interface OfferFormProps {
  request: LicenceRequest
  modes: readonly TransferMode[]
  comparables: ComparableList['items']
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** The whole of the terms, clause by clause; what is left empty counts as not agreed. */
export function OfferForm({ request, modes, comparables, typed, problem }: OfferFormProps) {
  const { t } = useTranslation('licensing')
  const { totalFen, ...terms } = startingTerms(request)
  const value = typedOr(typed)
  const codesOf = (path: string, stored: readonly string[] = []) =>
    value(path, stored.join(' '))
      .split(' ')
      .filter((code) => code !== '')
  return (
    <MarketForm problem={problem} noValidate>
      <FormSection title={t('offerForm.scope')}>
        <ModeField prefix="terms." modes={modes} selected={value('terms.transferMode', terms.transferMode)} />
        <SublicenceField terms={terms} typed={typed} />
        <ScopeFields prefix="terms." value={value} defaults={terms} />
        <CoverageFields
          territoryCodes={codesOf('terms.territoryCodes', terms.territoryCodes)}
          fieldCodes={codesOf('terms.fieldCodes', terms.fieldCodes)}
        />
      </FormSection>
      <FormSection title={t('offerForm.price')}>
        <Comparables items={comparables} />
        <MoneyField
          path="terms.totalFen"
          label={t('fields.totalFen')}
          description={t('fields.totalHint')}
          typed={typed?.['terms.totalFen']}
          fen={totalFen}
          maw="22rem"
          required
        />
        <MoneyField
          path="terms.upfrontFen"
          label={t('fields.upfrontFen')}
          description={t('fields.upfrontHint')}
          typed={typed?.['terms.upfrontFen']}
          fen={terms.upfrontFen || null}
          maw="22rem"
        />
        <InstalmentFields terms={terms} typed={typed} />
        <UseFirstFields terms={terms} typed={typed} />
      </FormSection>
      <FormSection title={t('offerForm.royalty')}>
        <TextField
          path="terms.royaltyRatePercent"
          label={t('fields.royaltyRatePercent')}
          description={t('fields.royaltyHint')}
          inputMode="decimal"
          maw="14rem"
          defaultValue={value('terms.royaltyRatePercent', terms.royaltyRatePercent?.toString())}
        />
        <RoyaltyFields terms={terms} typed={typed} />
      </FormSection>
      <FormSection title={t('offerForm.other')}>
        <OtherClauses terms={terms} typed={typed} />
      </FormSection>
      <FormSection title={t('offerForm.answer')}>
        <TextField
          path="answerBy"
          label={t('fields.answerBy')}
          description={t('fields.answerByHint')}
          type="date"
          maw="14rem"
          defaultValue={value('answerBy')}
        />
        <TextareaField
          path="note"
          label={t('fields.note')}
          description={t('fields.noteHint')}
          maxLength={2000}
          defaultValue={value('note')}
        />
        <SubmitButton name="intent" value="offer">
          {t(request.offers.length === 0 ? 'offers.sendFirst' : 'offers.send')}
        </SubmitButton>
      </FormSection>
    </MarketForm>
  )
}
