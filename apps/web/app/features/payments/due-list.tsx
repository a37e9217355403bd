import type { ContractPayments, PaymentDue } from '@market/contracts/payments'
import { DUE_KIND_NAMES, DUE_STATE_NAMES, IMPLIED_TITLE_NAMES, labelOf } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { type PaymentResult, resultOf } from './payment-result.ts'
import classes from './payments.module.css'

interface DueListProps {
  money: ContractPayments
  result: PaymentResult | undefined
}

/** The amounts of a contract, each with what the reader may do about it. */
export function DueList({ money, result }: DueListProps) {
  return (
    <ul className={classes.list}>
      {money.dues.map((due) => (
        <li key={due.id}>
          <DueFacts due={due} />
          {due.actions.length > 0 && <DueSteps due={due} money={money} result={result} />}
        </li>
      ))}
    </ul>
  )
}

function DueFacts({ due }: { due: PaymentDue }) {
  const { t } = useTranslation('payments')
  const locale = useLocale()
  const { kind, title, amountFen, state, dueOn, overdue, outstandingFen, reference } = due
  // An upfront payment is often called no more than that.
  const words = new Set([labelOf(DUE_KIND_NAMES, kind, locale), labelOf(IMPLIED_TITLE_NAMES, title, locale)])
  return (
    <>
      <p className={classes.head}>
        <span>{[...words].join(' · ')}</span>
        <Money fen={amountFen} unit="yuan" />
      </p>
      <p className={classes.meta}>
        <span>{overdue ? t('overdue') : labelOf(DUE_STATE_NAMES, state, locale)}</span>
        <span>{dueOn === null ? t('noDate') : t('dueOn', { date: formatDay(dueOn, locale) })}</span>
        {state === 'open' && outstandingFen !== amountFen && (
          <span>
            {t('outstanding')} <Money fen={outstandingFen} unit="yuan" />
          </span>
        )}
        {reference !== null && state === 'open' && (
          <span>
            {t('reference')} <strong>{reference}</strong>
          </span>
        )}
        {due.waivedReason !== null && <span>{t('waived', { reason: due.waivedReason })}</span>}
      </p>
    </>
  )
}

interface DueStepsProps extends DueListProps {
  due: PaymentDue
}

function DueSteps({ due, money, result }: DueStepsProps) {
  const { t } = useTranslation('payments')
  const may = (action: PaymentDue['actions'][number]): boolean => due.actions.includes(action)
  const of = (intent: string) => resultOf(result, intent, due.id)
  const hidden = <input type="hidden" name="dueId" value={due.id} />
  return (
    <ActionPanels>
      {may('payment.pay_online') && (
        <ActionPanel label={t('step.online')} tone="primary" open={of('online') !== undefined}>
          <MarketForm problem={of('online')?.problem}>
            {hidden}
            <p>{t('step.onlineHint')}</p>
            <SubmitButton name="intent" value="online" mt="md">
              {t('step.onlineNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {may('payment.submit_transfer') && (
        <ActionPanel label={t('step.transfer')} tone="primary" open={of('transfer') !== undefined}>
          <Instruction money={money} due={due} />
          <Transfer due={due} result={of('transfer')} />
        </ActionPanel>
      )}
      {may('payment.call') && (
        <ActionPanel label={t('step.call')} tone="primary" open={of('call') !== undefined}>
          <MarketForm problem={of('call')?.problem} noValidate>
            {hidden}
            <p>{t('step.callHint')}</p>
            <TextField
              path="dueOn"
              id={`call-${due.id}`}
              type="date"
              label={t('fields.dueOn')}
              maw="14rem"
              mt="md"
            />
            <SubmitButton name="intent" value="call">
              {t('step.callNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {may('payment.offset') && (
        <ActionPanel label={t('step.offset')} open={of('offset') !== undefined}>
          <MarketForm problem={of('offset')?.problem}>
            {hidden}
            <SubmitButton name="intent" value="offset">
              {t('step.offsetNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      {may('payment.waive') && (
        <ActionPanel label={t('step.waive')} tone="grave" open={of('waive') !== undefined}>
          <MarketForm problem={of('waive')?.problem} noValidate>
            {hidden}
            <TextField
              path="reason"
              id={`waive-${due.id}`}
              label={t('fields.reason')}
              maxLength={500}
              required
            />
            <SubmitButton name="intent" value="waive">
              {t('step.waiveNow')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </ActionPanels>
  )
}

function Instruction({ money: { bankAccount }, due }: { money: ContractPayments; due: PaymentDue }) {
  const { t } = useTranslation('payments')
  if (bankAccount === null) return <p className={classes.instruction}>{t('instruction.missing')}</p>
  return (
    <div className={classes.instruction}>
      <Facts>
        <Fact label={t('instruction.holder')}>{bankAccount.holder}</Fact>
        <Fact label={t('instruction.bank')}>{bankAccount.bank}</Fact>
        <Fact label={t('instruction.accountNumber')}>{bankAccount.accountNumber}</Fact>
        <Fact label={t('reference')}>{due.reference}</Fact>
      </Facts>
      <p>{t('instruction.hint')}</p>
    </div>
  )
}

function Transfer({ due, result }: { due: PaymentDue; result: PaymentResult | undefined }) {
  const { t } = useTranslation('payments')
  return (
    <MarketForm problem={result?.problem} encType="multipart/form-data" noValidate>
      <input type="hidden" name="dueId" value={due.id} />
      <MoneyField
        path="amountFen"
        id={`amount-${due.id}`}
        label={t('fields.amount')}
        maw="22rem"
        typed={result?.typed.amountFen}
        fen={due.outstandingFen}
        required
      />
      <TextField
        path="paidOn"
        id={`paid-${due.id}`}
        type="date"
        label={t('fields.paidOn')}
        maw="14rem"
        required
        defaultValue={result?.typed.paidOn}
      />
      <TextField
        path="note"
        id={`note-${due.id}`}
        label={t('fields.note')}
        maxLength={500}
        defaultValue={result?.typed.note}
      />
      <FileField
        path="file"
        id={`file-${due.id}`}
        label={t('fields.proof')}
        accept="application/pdf,image/png,image/jpeg"
        required
      />
      <SubmitButton name="intent" value="transfer">
        {t('step.transferNow')}
      </SubmitButton>
    </MarketForm>
  )
}
