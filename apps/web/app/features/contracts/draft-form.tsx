import type { Contract } from '@market/contracts/contracts'
import { SIGNING_ORDERS } from '@market/domain/contracts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { joinType, type TypeGroup } from '../../lib/contract-type.ts'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface DraftFormProps {
  contract: Contract
  types: TypeGroup[]
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** What the contract states; both sides may work on it until it is made ready. */
export function DraftForm({ contract, types, typed, problem }: DraftFormProps) {
  const { t } = useTranslation('contracts')
  const value = typedOr(typed)
  return (
    <MarketForm problem={problem} key={contract.revision} noValidate>
      <input type="hidden" name="revision" value={contract.revision} />
      <FormSection title={t('draft.subject')} description={t('draft.subjectHint')}>
        <TextField
          path="title"
          label={t('fields.title')}
          defaultValue={value('title', contract.title)}
          maxLength={300}
          required
        />
        <SelectField
          path="type"
          label={t('fields.type')}
          description={t('fields.typeHint')}
          data={types}
          defaultValue={value('type', joinType(contract.type, contract.subType))}
        />
      </FormSection>
      <FormSection title={t('draft.amounts')} description={t('draft.amountsHint')}>
        <MoneyField
          path="contractAmountFen"
          label={t('fields.contractAmountFen')}
          typed={typed?.contractAmountFen}
          fen={contract.contractAmountFen}
          maw="22rem"
          required
        />
        <MoneyField
          path="technologyAmountFen"
          label={t('fields.technologyAmountFen')}
          description={t('fields.technologyHint')}
          typed={typed?.technologyAmountFen}
          fen={contract.technologyAmountFen}
          maw="22rem"
          required
        />
      </FormSection>
      <Dates contract={contract} value={value} />
      <SubmitButton name="intent" value="edit" variant="default">
        {t('draft.save')}
      </SubmitButton>
    </MarketForm>
  )
}

interface DatesProps {
  contract: Contract
  value: (path: string, fallback?: string) => string
}

function Dates({ contract, value }: DatesProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const expiry = contract.rightsExpireOn
  return (
    <FormSection title={t('draft.dates')} description={t('draft.datesHint')}>
      <TextField
        path="signedOn"
        type="date"
        label={t('fields.signedOn')}
        defaultValue={value('signedOn', contract.signedOn ?? '')}
        maw="14rem"
      />
      <TextField
        path="effectiveOn"
        type="date"
        label={t('fields.effectiveOn')}
        defaultValue={value('effectiveOn', contract.effectiveOn ?? '')}
        maw="14rem"
      />
      <TextField
        path="endsOn"
        type="date"
        label={t('fields.endsOn')}
        description={
          expiry === null ? t('fields.endsHint') : t('fields.endsBefore', { date: formatDay(expiry, locale) })
        }
        defaultValue={value('endsOn', contract.endsOn ?? '')}
        maw="22rem"
      />
      <SelectField
        path="signingOrder"
        label={t('fields.signingOrder')}
        description={t('fields.signingOrderHint')}
        data={SIGNING_ORDERS.map((order) => ({ value: order, label: t(`signingOrder.${order}`) }))}
        defaultValue={value('signingOrder', contract.signingOrder)}
        maw="22rem"
      />
    </FormSection>
  )
}
