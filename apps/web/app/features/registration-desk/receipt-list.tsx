import type { ReceiptList } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { ReceiptFields } from './receipt-fields.tsx'
import classes from './receipts.module.css'
import type { StepResult } from './step-result.ts'

type Receipt = ReceiptList['items'][number]

/** Verified income against the most there can be: the technology amount of the current version. */
export function Cumulative({ receipts }: { receipts: ReceiptList }) {
  const { t } = useTranslation('receipts')
  const { verifiedFen, technologyAmountFen } = receipts
  return (
    <section className={classes.cumulative}>
      <Facts>
        <Fact label={t('cumulative.verified')}>
          <Money fen={verifiedFen} unit="yuan" />
        </Fact>
        <Fact label={t('cumulative.technology')}>
          <Money fen={technologyAmountFen} unit="yuan" />
        </Fact>
        <Fact label={t('cumulative.left')}>
          <Money fen={technologyAmountFen - verifiedFen} unit="yuan" />
        </Fact>
      </Facts>
      <progress value={verifiedFen} max={technologyAmountFen} aria-label={t('cumulative.label')} />
    </section>
  )
}

interface ReceiptsProps {
  items: readonly Receipt[]
  result: StepResult | undefined
}

/** Receipts by day; one that was corrected stays readable and counts no more. */
export function Receipts({ items, result }: ReceiptsProps) {
  return (
    <ol className={classes.receipts}>
      {items.map((receipt) => (
        <li key={receipt.id} data-corrected={receipt.correctedBy !== null || undefined}>
          <ReceiptFacts receipt={receipt} />
          <ReceiptSteps
            receipt={receipt}
            result={result?.typed.receiptId === receipt.id ? result : undefined}
          />
        </li>
      ))}
    </ol>
  )
}

function ReceiptFacts({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('receipts')
  const { verification } = receipt
  return (
    <>
      <p className={classes.head}>
        <Day date={receipt.receivedOn} /> <Money fen={receipt.amountFen} unit="yuan" />
      </p>
      <p>
        {t('declared')} <Money fen={receipt.declaredTechnologyFen} unit="yuan" />
      </p>
      <p>
        {verification ? (
          <>
            {t('verified')} <Money fen={verification.verifiedTechnologyFen} unit="yuan" />
            {verification.reason && ` — ${verification.reason}`}
          </>
        ) : (
          t(receipt.correctedBy === null ? 'unverified' : 'corrected')
        )}
      </p>
      {receipt.note && <p className={classes.note}>{receipt.note}</p>}
      {receipt.fileId && (
        <p>
          <a href={paths.file(receipt.fileId)}>{t('file')}</a>
        </p>
      )}
    </>
  )
}

function ReceiptSteps({ receipt, result }: { receipt: Receipt; result: StepResult | undefined }) {
  const { t } = useTranslation('receipts')
  const may = (action: Receipt['actions'][number]): boolean => receipt.actions.includes(action)
  if (receipt.actions.length === 0) return null
  const correcting = result?.intent === 'correct' ? result : undefined
  return (
    <ActionPanels>
      {may('receipt.verify') && (
        <VerifyStep receipt={receipt} result={result?.intent === 'verify' ? result : undefined} />
      )}
      {may('receipt.correct') && (
        <ActionPanel label={t('correct.title')} open={correcting !== undefined}>
          <MarketForm problem={correcting?.problem} encType="multipart/form-data" noValidate>
            <p>{t('correct.explain')}</p>
            <input type="hidden" name="receiptId" value={receipt.id} />
            <ReceiptFields id={receipt.id} receipt={receipt} typed={correcting?.typed} correction />
            <SubmitButton name="intent" value="correct">
              {t('correct.now')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
    </ActionPanels>
  )
}

function VerifyStep({ receipt, result }: { receipt: Receipt; result: StepResult | undefined }) {
  const { t } = useTranslation('receipts')
  return (
    <ActionPanel label={t('verify.title')} tone="primary" open={result !== undefined}>
      <MarketForm problem={result?.problem} noValidate>
        <p>{t('verify.explain')}</p>
        <input type="hidden" name="receiptId" value={receipt.id} />
        <MoneyField
          path="verifiedTechnologyFen"
          id={`verified-${receipt.id}`}
          label={t('verify.amount')}
          maw="22rem"
          mt="md"
          typed={result?.typed.verifiedTechnologyFen}
          fen={receipt.declaredTechnologyFen}
          required
        />
        <TextField
          path="reason"
          id={`reason-${receipt.id}`}
          label={t('verify.reason')}
          maxLength={500}
          defaultValue={result?.typed.reason}
        />
        <SubmitButton name="intent" value="verify">
          {t('verify.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
