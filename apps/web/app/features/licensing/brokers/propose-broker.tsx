import type { OrganizationSummary } from '@market/contracts/organizations'
import { COMMISSION_PAYERS } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../lib/api/problem.ts'
import { nameIn, pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../../lib/read-form.ts'
import { ActionPanel, ActionPanels } from '../../../ui/action-panel.tsx'
import { SelectField, TextareaField, TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'

interface ProposeBrokerProps {
  /** Verified agencies and service providers. */
  choices: readonly OrganizationSummary[]
  problem: Problem | undefined
  typed: TypedValues | undefined
}

/** Who is to bring the two sides together, and for what. */
export function ProposeBroker({ choices, problem, typed }: ProposeBrokerProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <ActionPanels>
      <ActionPanel label={t('brokers.propose')} open={problem !== undefined}>
        <MarketForm problem={problem}>
          <p>{t('brokers.proposeExplain')}</p>
          <SelectField
            path="organizationId"
            label={t('brokers.broker')}
            required
            defaultValue={typed?.organizationId}
            data={[
              { value: '', label: t('brokers.choose') },
              ...choices.map((one) => ({ value: one.id, label: pick(one, 'name', locale) })),
            ]}
          />
          <TextField
            path="commission.ratePercent"
            label={t('brokers.ratePercent')}
            description={t('brokers.rateHint')}
            inputMode="decimal"
            maw="14rem"
            defaultValue={typed?.['commission.ratePercent']}
          />
          <TextField
            path="commission.amountFen"
            label={t('brokers.amount')}
            inputMode="decimal"
            maw="14rem"
            defaultValue={typed?.['commission.amountFen']}
          />
          <SelectField
            path="commission.payer"
            label={t('brokers.payer')}
            defaultValue={typed?.['commission.payer'] ?? 'both'}
            data={COMMISSION_PAYERS.map((one) => ({ value: one.code, label: nameIn(one, locale) }))}
          />
          <TextareaField
            path="words"
            label={t('brokers.words')}
            maxLength={1000}
            defaultValue={typed?.words}
          />
          <SubmitButton name="intent" value="propose-broker" mt="md">
            {t('brokers.proposeNow')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
