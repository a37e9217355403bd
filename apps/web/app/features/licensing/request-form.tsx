import { Button, Group } from '@mantine/core'
import type { Listing } from '@market/contracts/listings'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Problem } from '../../lib/api/problem.ts'
import { paths } from '../../lib/paths.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { TextareaField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import { ModeField, ScopeFields } from './scope-fields.tsx'

interface RequestFormProps {
  listing: Listing
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** What a company asks of a listing; the next step shows it once more before it is sent. */
export function RequestForm({ listing, typed, problem }: RequestFormProps) {
  const { t } = useTranslation('licensing')
  const value = typedOr(typed)
  return (
    <MarketForm problem={problem} noValidate>
      <FormSection title={t('form.what')} description={t('form.whatHint')}>
        <ModeField modes={listing.transferModes} selected={typed?.transferMode} />
        <ScopeFields value={value} />
      </FormSection>
      <FormSection title={t('form.price')} description={t('form.priceHint')}>
        <MoneyField path="offerFen" label={t('fields.offerFen')} typed={typed?.offerFen} maw="22rem" />
      </FormSection>
      <FormSection title={t('form.words')} description={t('form.wordsHint')}>
        <TextareaField
          path="message"
          label={t('fields.message')}
          rows={7}
          maxLength={4000}
          required
          defaultValue={value('message')}
        />
        <Group>
          <SubmitButton name="step" value="review">
            {t('form.review')}
          </SubmitButton>
          <Button component={Link} to={paths.listing(listing.id)} variant="subtle">
            {t('form.backToListing')}
          </Button>
        </Group>
      </FormSection>
    </MarketForm>
  )
}
