import type { Portfolio } from '@market/contracts/rights'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { FormReader, TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import type { RightChoice } from './choose-rights.server.ts'
import { RightChoiceField } from './right-choice-field.tsx'

interface PortfolioFormProps {
  portfolio?: Portfolio
  choice: RightChoice
  /** What was sent, if it was refused or asked for other rights to choose from. */
  typed: TypedValues | undefined
  problem: Problem | undefined
}

export const readPortfolio = (read: FormReader) => ({
  nameZh: read.text('nameZh'),
  nameEn: read.text('nameEn'),
  description: read.text('description'),
  rightIds: read.all('rightIds'),
})

/** A name and the rights that go together under it. */
export function PortfolioForm({ portfolio, choice, typed, problem }: PortfolioFormProps) {
  const { t } = useTranslation('rights')
  const value = typedOr(typed)
  const found = typed?.intent === 'find'
  // Looking for rights must not carry the form over a change that somebody else has made since.
  const revision = found ? typed.revision : portfolio?.revision
  return (
    <MarketForm problem={problem} style={{ maxWidth: '46rem' }}>
      {portfolio && <input type="hidden" name="revision" value={revision} key={revision} />}
      <TextField
        path="nameZh"
        label={t('portfolio.name')}
        required
        defaultValue={value('nameZh', portfolio?.nameZh)}
        maxLength={100}
      />
      <TextField
        path="nameEn"
        label={t('portfolio.nameEn')}
        defaultValue={value('nameEn', portfolio?.nameEn)}
        maxLength={200}
      />
      <TextareaField
        path="description"
        label={t('portfolio.description')}
        rows={2}
        defaultValue={value('description', portfolio?.description)}
        maxLength={1000}
      />
      <RightChoiceField choice={choice} found={found} />
      <SubmitButton name="intent" value="save" mt="md">
        {t(portfolio ? 'portfolio.save' : 'portfolio.create')}
      </SubmitButton>
    </MarketForm>
  )
}
