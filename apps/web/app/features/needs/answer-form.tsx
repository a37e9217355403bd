import type { Need } from '@market/contracts/demands'
import type { ListingSummary } from '@market/contracts/listings'
import { COOPERATION_MODES, IP_WISHES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { ActionPanel, ActionPanels } from '../../ui/action-panel.tsx'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface AnswerFormProps {
  need: Need
  listings: readonly ListingSummary[]
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** Two ways to answer: with something published already, or with a short proposal. */
export function AnswerForm({ need, listings, typed, problem }: AnswerFormProps) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  const value = typedOr(typed)
  const open = (intent: string) => typed?.intent === intent
  return (
    <ActionPanels>
      {listings.length > 0 && (
        <ActionPanel label={t('answer.withListing')} tone="primary" open={open('listing')}>
          <MarketForm problem={open('listing') ? problem : undefined}>
            <SelectField
              path="listingId"
              label={t('answer.listing')}
              data={listings.map((listing) => ({ value: listing.id, label: pick(listing, 'title', locale) }))}
            />
            <TextareaField
              path="message"
              id="listing-message"
              label={t('answer.message')}
              defaultValue={value('message')}
            />
            <SubmitButton name="intent" value="listing">
              {t('answer.send')}
            </SubmitButton>
          </MarketForm>
        </ActionPanel>
      )}
      <ActionPanel
        label={t('answer.withProposal')}
        tone={listings.length > 0 ? 'plain' : 'primary'}
        open={open('proposal')}
      >
        <MarketForm problem={open('proposal') ? problem : undefined} noValidate>
          {(['approach', 'evidence', 'team'] as const).map((name) => (
            <TextareaField
              key={name}
              path={`proposal.${name}`}
              label={t(`proposal.${name}`)}
              description={t(`proposal.${name}Hint`)}
              defaultValue={value(`proposal.${name}`)}
            />
          ))}
          <TextField
            path="proposal.months"
            label={t('proposal.months')}
            inputMode="numeric"
            maw="12rem"
            defaultValue={value('proposal.months', '12')}
          />
          <MoneyField
            path="proposal.priceFen"
            label={t('proposal.priceFen')}
            typed={typed?.['proposal.priceFen']}
            maw="22rem"
          />
          <SelectField
            path="proposal.mode"
            label={t('fields.cooperationModes')}
            maw="22rem"
            data={COOPERATION_MODES.filter(({ code }) => need.cooperationModes.includes(code)).map(
              (item) => ({ value: item.code, label: nameIn(item, locale) }),
            )}
          />
          <SelectField
            path="proposal.ipWish"
            label={t('proposal.ipWish')}
            maw="28rem"
            data={IP_WISHES.map((item) => ({ value: item.code, label: nameIn(item, locale) }))}
            defaultValue={value('proposal.ipWish', need.ipWish ?? 'negotiable')}
          />
          <TextareaField path="message" label={t('answer.message')} defaultValue={value('message')} />
          <SubmitButton name="intent" value="proposal">
            {t('answer.send')}
          </SubmitButton>
        </MarketForm>
      </ActionPanel>
    </ActionPanels>
  )
}
