import type { ContractPayments, Payment } from '@market/contracts/payments'
import { formatFen } from '@market/domain'
import { CHANNEL_NAMES, labelOf, PAYMENT_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { type PaymentResult, resultOf } from './payment-result.ts'
import classes from './payments.module.css'

interface PaymentListProps {
  money: ContractPayments
  result: PaymentResult | undefined
}

/** What was paid, and what the reader has to say to it. */
export function PaymentList({ money, result }: PaymentListProps) {
  return (
    <ul className={classes.list}>
      {money.payments.map((payment) => (
        <li key={payment.id}>
          <PaymentFacts payment={payment} contractId={money.contractId} />
          {payment.actions.length > 0 && (
            <PaymentSteps payment={payment} limit={money.secondPersonAboveFen} result={result} />
          )}
        </li>
      ))}
    </ul>
  )
}

function PaymentFacts({ payment, contractId }: { payment: Payment; contractId: string }) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const { channel, state, amountFen, receivedFen, paidOn, proof, firstConfirmedFen, refunds } = payment
  return (
    <>
      <p className={classes.head}>
        <span>{labelOf(PAYMENT_STATE_NAMES, state, locale)}</span>
        <Money fen={receivedFen ?? amountFen} unit="yuan" />
      </p>
      <p className={classes.meta}>
        <span>{labelOf(CHANNEL_NAMES, channel, locale)}</span>
        {paidOn !== null && <span>{formatDay(paidOn, locale)}</span>}
        {payment.note && <span>{payment.note}</span>}
        {proof !== null && <a href={paths.file(proof.fileId)}>{t('proof')}</a>}
        {state === 'confirmed' && (
          <a href={paths.paymentReceipt(contractId, payment.id)}>{t('receiptPdf')}</a>
        )}
        {payment.rejectedReason !== null && <span>{t('rejected', { reason: payment.rejectedReason })}</span>}
      </p>
      {state === 'awaiting_second' && firstConfirmedFen !== null && (
        <p>{t('firstFound', { amount: formatFen(firstConfirmedFen, 'yuan', locale) })}</p>
      )}
      {(state === 'intended' || state === 'pending') && <p>{t('processing')}</p>}
      {refunds.map((refund) => (
        <p key={refund.id} className={classes.meta}>
          <span>{t('refund', { state: t(`refundState.${refund.state}`) })}</span>
          <Money fen={refund.amountFen} unit="yuan" />
          <span>{refund.reason}</span>
        </p>
      ))}
    </>
  )
}

interface StepsProps {
  payment: Payment
  limit: number
  result: PaymentResult | undefined
}

const PLAIN = [
  ['payment.withdraw', 'withdraw'],
  ['payment.release', 'release'],
  ['payment.recheck', 'recheck'],
] as const

function PaymentSteps({ payment, limit, result }: StepsProps) {
  const { t } = useTranslation('payments')
  const may = (action: Payment['actions'][number]): boolean => payment.actions.includes(action)
  const of = (intent: string) => resultOf(result, intent, payment.id)
  return (
    <ActionPanels>
      {may('payment.confirm') && <Confirm payment={payment} limit={limit} result={of('confirm')} />}
      {may('payment.reject') && (
        <ActionPanel label={t('step.reject')} tone="grave" open={of('reject') !== undefined}>
          <MarketForm problem={of('reject')?.problem} noValidate>
            <Of payment={payment} />
            <Reason id={`reject-${payment.id}`} />
            <SubmitButton name="intent" value="reject">
              {t('step.rejectNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {may('payment.capture') && (
        <ActionPanel label={t('step.capture')} tone="primary" open={of('capture') !== undefined}>
          <MarketForm problem={of('capture')?.problem} noValidate>
            <Of payment={payment} />
            <Amount id={`capture-${payment.id}`} fen={payment.amountFen} />
            <SubmitButton name="intent" value="capture">
              {t('step.captureNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {PLAIN.map(
        ([action, intent]) =>
          may(action) && (
            <MarketForm key={intent} problem={of(intent)?.problem}>
              <Of payment={payment} />
              <SubmitButton name="intent" value={intent} variant="default">
                {t(`step.${intent}`)}
              </SubmitButton>
            </MarketForm>
          ),
      )}
      {may('payment.refund') && <Refund payment={payment} result={of('refund')} />}
      {may('payment.confirm_refund') && <RefundArrived payment={payment} />}
    </ActionPanels>
  )
}

const Of = ({ payment }: { payment: Payment }) => <input type="hidden" name="paymentId" value={payment.id} />

function Reason({ id }: { id: string }) {
  const { t } = useTranslation('payments')
  return <TextField path="reason" id={id} label={t('fields.reason')} maxLength={500} required />
}

function Amount({ id, fen }: { id: string; fen: number }) {
  const { t } = useTranslation('payments')
  return <MoneyField path="amountFen" id={id} label={t('fields.amount')} maw="22rem" fen={fen} required />
}

function Confirm({ payment, limit, result }: StepsProps) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  return (
    <ActionPanel label={t('step.confirm')} tone="primary" open={result !== undefined}>
      <MarketForm problem={result?.problem} noValidate>
        <Of payment={payment} />
        <p>{t('step.confirmHint', { limit: formatFen(limit, 'wan', locale) })}</p>
        <MoneyField
          path="receivedFen"
          id={`received-${payment.id}`}
          label={t('fields.received')}
          maw="22rem"
          mt="md"
          typed={result?.typed.receivedFen}
          fen={payment.firstConfirmedFen ?? payment.amountFen}
          required
        />
        <SubmitButton name="intent" value="confirm">
          {t('step.confirmNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Refund({ payment, result }: { payment: Payment; result: PaymentResult | undefined }) {
  const { t } = useTranslation('payments')
  return (
    <ActionPanel label={t('step.refund')} tone="grave" open={result !== undefined}>
      <MarketForm problem={result?.problem} encType="multipart/form-data" noValidate>
        <Of payment={payment} />
        <p>{t('step.refundHint')}</p>
        <Amount id={`refund-${payment.id}`} fen={payment.receivedFen ?? 0} />
        <Reason id={`refund-reason-${payment.id}`} />
        {payment.channel === 'bank' && (
          <FileField
            path="file"
            id={`refund-file-${payment.id}`}
            label={t('fields.proof')}
            accept="application/pdf,image/png,image/jpeg"
          />
        )}
        <SubmitButton name="intent" value="refund">
          {t('step.refundNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function RefundArrived({ payment }: { payment: Payment }) {
  const { t } = useTranslation('payments')
  const waiting = payment.refunds.find(({ state }) => state === 'pending')
  if (!waiting) return null
  return (
    <MarketForm problem={undefined}>
      <Of payment={payment} />
      <input type="hidden" name="refundId" value={waiting.id} />
      <SubmitButton name="intent" value="refund-arrived">
        {t('step.refundArrived')}
      </SubmitButton>
      <SubmitButton name="intent" value="refund-missing" variant="default">
        {t('step.refundMissing')}
      </SubmitButton>
    </MarketForm>
  )
}
