import type { LicenceRequest, TermSheet } from '@market/contracts/licensing'
import type { TransferMode } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { CoverageFields } from './coverage-fields.tsx'
import { ModeField, ScopeFields } from './scope-fields.tsx'

type Terms = Omit<TermSheet, 'exclusivity' | 'totalFen'> & { totalFen: number | null }

/** An offer starts from the last terms on the table, the first one from the request. */
function startingTerms(request: LicenceRequest): Terms {
  const last = request.offers.at(-1)
  if (last) return last.terms
  const { transferMode, fieldOfUse, territory, termMonths, offerFen } = request
  return {
    transferMode,
    fieldOfUse,
    territory,
    termMonths,
    upfrontFen: 0,
    royaltyRatePercent: null,
    totalFen: offerFen,
  }
}

interface OfferFormProps {
  request: LicenceRequest
  modes: readonly TransferMode[]
  typed: TypedValues | undefined
  problem: Problem | undefined
}

export function OfferForm({ request, modes, typed, problem }: OfferFormProps) {
  const { t } = useTranslation('licensing')
  const terms = startingTerms(request)
  const value = typedOr(typed)
  const codesOf = (path: string, stored: readonly string[] = []) =>
    value(path, stored.join(' '))
      .split(' ')
      .filter((code) => code !== '')
  return (
    <MarketForm problem={problem} noValidate>
      <ModeField prefix="terms." modes={modes} selected={value('terms.transferMode', terms.transferMode)} />
      <ScopeFields prefix="terms." value={value} defaults={terms} />
      <CoverageFields
        territoryCodes={codesOf('terms.territoryCodes', terms.territoryCodes)}
        fieldCodes={codesOf('terms.fieldCodes', terms.fieldCodes)}
      />
      <MoneyField
        path="terms.totalFen"
        label={t('fields.totalFen')}
        description={t('fields.totalHint')}
        typed={typed?.['terms.totalFen']}
        fen={terms.totalFen}
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
      <TextField
        path="terms.royaltyRatePercent"
        label={t('fields.royaltyRatePercent')}
        description={t('fields.royaltyHint')}
        inputMode="decimal"
        maw="14rem"
        defaultValue={value('terms.royaltyRatePercent', terms.royaltyRatePercent?.toString())}
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
    </MarketForm>
  )
}
