import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { typeText } from '../../lib/contract-type.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel } from '../../ui/action-panel.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { CheckField } from '../../ui/form/check-field.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { Money } from '../../ui/money.tsx'
import { problemIn, type StepResult } from './step-result.ts'

interface RegisterStepProps {
  registration: Registration
  result: StepResult | undefined
}

/** The point of no return: number, certificate and turnover follow in one stroke. */
export function RegisterStep({ registration, result }: RegisterStepProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const problem = problemIn(result, 'register')
  const { form, seller, buyer } = registration
  return (
    <ActionPanel id="step-register" label={t('steps.register')} tone="primary" open={problem !== undefined}>
      <MarketForm problem={problem}>
        <p>{t('steps.registerExplain')}</p>
        <Facts>
          <Fact label={t('fields.title')}>{form.title}</Fact>
          <Fact label={t('fields.parties')}>
            {pick(seller, 'name', locale)} → {pick(buyer, 'name', locale)}
          </Fact>
          <Fact label={t('fields.type')}>{typeText(form.type, form.subType, locale)}</Fact>
          <Fact label={t('steps.turnoverGrows')}>
            <Money fen={form.contractAmountFen} unit="yuan" />
          </Fact>
          <Fact label={t('fields.technologyAmountFen')}>
            <Money fen={form.technologyAmountFen} unit="yuan" />
          </Fact>
        </Facts>
        <CheckField path="confirmed" label={t('steps.registerCheck')} required mt="md" />
        <SubmitButton name="intent" value="register">
          {t('steps.registerNow')}
        </SubmitButton>
      </MarketForm>
    </ActionPanel>
  )
}
