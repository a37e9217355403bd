import type { Need } from '@market/contracts/demands'
import { NEED_RETURN_REASONS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextareaField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

/** The reviewer's two ways: publish what was read, or give it back with reasons. */
export function NeedDecision({ need, problem }: { need: Need; problem: Problem | undefined }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <ActionPanels>
      <MarketForm problem={problem}>
        <input type="hidden" name="revision" value={need.editing?.revision} />
        <SubmitButton name="intent" value="publish">
          {t('review.publish')}
        </SubmitButton>
      </MarketForm>
      <ActionPanel label={t('review.return')}>
        <MarketForm problem={undefined}>
          <ChoiceField
            path="code"
            kind="many"
            label={t('review.reasons')}
            choices={NEED_RETURN_REASONS.map((item) => ({ value: item.code, label: nameIn(item, locale) }))}
          />
          <TextareaField path="words" label={t('review.words')} maxLength={500} />
          <SubmitButton name="intent" value="return">
            {t('review.return')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}

/** Taking a need off the market asks first: it is for good. */
export function Withdraw() {
  const { t } = useTranslation('needs')
  return (
    <ActionPanels>
      <ActionPanel label={t('editor.withdraw')} tone="grave">
        <MarketForm problem={undefined}>
          <p>{t('editor.withdrawExplain')}</p>
          <TextareaField path="reason" label={t('editor.withdrawReason')} maxLength={500} rows={2} />
          <SubmitButton name="intent" value="withdraw" color="clay">
            {t('editor.withdraw')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
