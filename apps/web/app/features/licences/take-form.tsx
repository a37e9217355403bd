import type { LicenceOffer } from '@market/contracts/contracts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { SelectField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface TakeFormProps {
  offer: LicenceOffer
  problem: Problem | undefined
  typed: TypedValues | undefined
}

/** The point of no return: which tier, with or without know-how, and the signatory's word. */
export function TakeForm({ offer, problem, typed }: TakeFormProps) {
  const { t } = useTranslation('licences')
  return (
    <ActionPanels>
      <ActionPanel label={t('take.title')} tone="primary" open={problem !== undefined}>
        <MarketForm problem={problem}>
          <input type="hidden" name="offerId" value={offer.id} />
          <p>{t('take.explain')}</p>
          <SelectField
            path="tier"
            label={t('take.tier')}
            maw="28rem"
            defaultValue={typed?.tier}
            data={offer.tiers.map(({ tier, termMonths }) => ({
              value: tier,
              label: t('tierLine', { tier: t(`tier.${tier}`), months: termMonths }),
            }))}
          />
          {offer.knowHow && (
            <CheckField
              path="withKnowHow"
              label={t('take.knowHow')}
              defaultChecked={typed?.withKnowHow !== undefined}
            />
          )}
          {offer.tiers.some(({ tier }) => tier === 'small_firm') && (
            <CheckField path="stated" label={t('take.stated')} defaultChecked={typed?.stated !== undefined} />
          )}
          <CheckField path="confirmed" label={t('take.check')} required />
          <SubmitButton name="intent" value="take">
            {t('take.now')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
