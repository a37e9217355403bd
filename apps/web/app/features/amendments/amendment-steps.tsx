import type { Amendment } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { Digest } from '../../ui/digest.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Figures } from './figures.tsx'

interface AmendmentStepsProps {
  amendment: Amendment
  result: { intent: string; problem: Problem; typed: TypedValues } | undefined
}

/** What the reader may do with an amendment now. */
export function AmendmentSteps({ amendment, result }: AmendmentStepsProps) {
  const may = (action: Amendment['actions'][number]) => amendment.actions.includes(action)
  const of = (intent: string) => (result?.intent === intent ? result : undefined)
  return (
    <ActionPanels>
      {may('contract.sign_amendment') && <Sign amendment={amendment} problem={of('sign')?.problem} />}
      {may('contract.decline_amendment') && <Decline result={of('decline')} />}
      {may('contract.withdraw_amendment') && <Withdraw problem={of('withdraw')?.problem} />}
    </ActionPanels>
  )
}

/** The point of no return: what is being signed, once more. */
function Sign({ amendment, problem }: { amendment: Amendment; problem: Problem | undefined }) {
  const { t } = useTranslation('amendments')
  return (
    <ActionPanel label={t('steps.sign')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>
          {t('steps.signExplain')} <Digest value={amendment.sha256} />
        </p>
        <Figures figures={amendment.after} before={amendment.before} />
        <input type="hidden" name="sha256" value={amendment.sha256} />
        <CheckField path="confirmed" label={t('steps.signCheck')} required mt="md" />
        <SubmitButton name="intent" value="sign">
          {t('steps.signNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Decline({ result }: { result: AmendmentStepsProps['result'] }) {
  const { t } = useTranslation('amendments')
  return (
    <ActionPanel label={t('steps.decline')} open={result !== undefined}>
      <MarketForm problem={result?.problem}>
        <TextareaField
          path="reason"
          label={t('steps.reason')}
          description={t('steps.reasonHint')}
          rows={3}
          maxLength={1000}
          defaultValue={result?.typed.reason}
          required
        />
        <SubmitButton name="intent" value="decline" variant="default">
          {t('steps.declineNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}

function Withdraw({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation('amendments')
  return (
    <ActionPanel label={t('steps.withdraw')} open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('steps.withdrawExplain')}</p>
        <SubmitButton name="intent" value="withdraw" variant="default" mt="md">
          {t('steps.withdrawNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
