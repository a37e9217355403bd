import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface WithdrawPanelProps {
  id: string
  side: 'owner' | 'reader'
  problem: Problem | undefined
  reason: string | undefined
}

/** Ending the access, with a reason and a confirmation: it cannot be undone. */
export function WithdrawPanel({ id, side, problem, reason }: WithdrawPanelProps) {
  const { t } = useTranslation('secrecy')
  return (
    <ActionPanel label={t('withdraw.title')} open={problem !== undefined}>
      <MarketForm problem={problem}>
        <input type="hidden" name="id" value={id} />
        <p>{t(side === 'owner' ? 'withdraw.explainOwner' : 'withdraw.explainReader')}</p>
        <TextareaField
          path="reason"
          label={t('withdraw.reason')}
          rows={2}
          maxLength={1000}
          required
          defaultValue={reason}
        />
        <CheckField path="confirmed" label={t('withdraw.check')} required />
        <SubmitButton name="intent" value="withdraw" variant="default">
          {t('withdraw.now')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
