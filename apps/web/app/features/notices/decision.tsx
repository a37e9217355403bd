import type { PublicNotice } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FileField } from '../../ui/form/file-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { NoticeResult } from './notice-result.ts'
import classes from './notices.module.css'

interface DecisionProps {
  notice: PublicNotice
  result: NoticeResult | undefined
}

/** Who decided on the price and why, as far as it is public, and the owner's own steps. */
export function Decision({ notice, result }: DecisionProps) {
  const { t } = useTranslation('notices')
  const { decision, actions } = notice
  return (
    <section className={classes.section}>
      <h2>{t('decision.title')}</h2>
      {decision === null ? (
        <p>{t('decision.none')}</p>
      ) : (
        <Facts>
          <Fact label={t('decision.decidedOn')}>
            <Day date={decision.decidedOn} />
          </Fact>
          <Fact label={t('decision.body')}>{decision.body}</Fact>
          <Fact label={t('decision.priceReason')}>
            <span className={classes.words}>{decision.priceReason}</span>
          </Fact>
          {decision.minutes && (
            <Fact label={t('decision.minutes')}>
              <a href={paths.file(decision.minutes.fileId)}>{decision.minutes.name}</a>
            </Fact>
          )}
        </Facts>
      )}
      <ActionPanels>
        {actions.includes('notice.record_decision') && <RecordForm result={result} />}
        {actions.includes('notice.withdraw') && <WithdrawForm result={result} />}
      </ActionPanels>
    </section>
  )
}

function RecordForm({ result }: { result: NoticeResult | undefined }) {
  const { t } = useTranslation('notices')
  const mine = result?.typed.intent === 'decision' ? result : undefined
  return (
    <ActionPanel label={t('decision.record')} open={mine !== undefined}>
      <MarketForm problem={mine?.problem} encType="multipart/form-data">
        <TextField
          path="decidedOn"
          label={t('decision.decidedOn')}
          type="date"
          required
          maw="14rem"
          defaultValue={mine?.typed.decidedOn}
        />
        <TextField
          path="body"
          label={t('decision.body')}
          description={t('decision.bodyHint')}
          required
          maxLength={200}
          defaultValue={mine?.typed.body}
        />
        <TextareaField
          path="priceReason"
          label={t('decision.priceReason')}
          description={t('decision.priceReasonHint')}
          required
          maxLength={4000}
          defaultValue={mine?.typed.priceReason}
        />
        <FileField path="file" label={t('decision.minutesFile')} accept="application/pdf,image/*" />
        <SubmitButton name="intent" value="decision">
          {t('decision.recordNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function WithdrawForm({ result }: { result: NoticeResult | undefined }) {
  const { t } = useTranslation('notices')
  const mine = result?.typed.intent === 'withdraw' ? result : undefined
  return (
    <ActionPanel label={t('withdraw.open')} tone="grave" open={mine !== undefined}>
      <MarketForm problem={mine?.problem}>
        <p>{t('withdraw.explain')}</p>
        <TextField
          path="reason"
          label={t('withdraw.reason')}
          required
          maxLength={500}
          defaultValue={mine?.typed.reason}
        />
        <SubmitButton name="intent" value="withdraw">
          {t('withdraw.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
