import type { ContractPayments } from '@market/contracts/payments'
import { useTranslation } from 'react-i18next'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { type PaymentResult, resultOf } from './payment-result.ts'

interface StepsProps {
  money: ContractPayments
  result: PaymentResult | undefined
}

/** What concerns the contract as a whole: a royalty to report, an invoice to name. */
export function ContractSteps({ money, result }: StepsProps) {
  return (
    <ActionPanels>
      {money.actions.includes('payment.report_royalty') && <Royalty result={resultOf(result, 'royalty')} />}
      {money.actions.includes('payment.record_invoice') && <Invoice result={resultOf(result, 'invoice')} />}
    </ActionPanels>
  )
}

function Royalty({ result }: { result: PaymentResult | undefined }) {
  const { t } = useTranslation('payments')
  return (
    <ActionPanel label={t('step.royalty')} open={result !== undefined}>
      <MarketForm problem={result?.problem} noValidate>
        <TextField path="periodFrom" type="date" label={t('fields.periodFrom')} maw="14rem" required />
        <TextField path="periodTo" type="date" label={t('fields.periodTo')} maw="14rem" required />
        <MoneyField
          path="salesFen"
          label={t('fields.sales')}
          maw="22rem"
          typed={result?.typed.salesFen}
          required
        />
        <SubmitButton name="intent" value="royalty">
          {t('step.royaltyNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Invoice({ result }: { result: PaymentResult | undefined }) {
  const { t } = useTranslation('payments')
  return (
    <ActionPanel label={t('step.invoice')} open={result !== undefined}>
      <MarketForm problem={result?.problem} encType="multipart/form-data" noValidate>
        <TextField path="number" label={t('fields.number')} maxLength={60} maw="22rem" required />
        <TextField
          path="issuedOn"
          id="invoice-issued"
          type="date"
          label={t('fields.issuedOn')}
          maw="14rem"
          required
        />
        <MoneyField path="amountFen" id="invoice-amount" label={t('fields.amount')} maw="22rem" required />
        <FileField path="file" id="invoice-file" label={t('fields.file')} accept="application/pdf" />
        <SubmitButton name="intent" value="invoice">
          {t('step.invoiceNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
