import type { Portfolio, RightSummary } from '@market/contracts/rights'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import type { FormReader, TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'

interface PortfolioFormProps {
  portfolio?: Portfolio
  rights: readonly RightSummary[]
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
export function PortfolioForm({ portfolio, rights, typed, problem }: PortfolioFormProps) {
  const { t } = useTranslation('rights')
  const value = typedOr(typed)
  return (
    <MarketForm problem={problem} style={{ maxWidth: '46rem' }}>
      {portfolio && <input type="hidden" name="revision" value={portfolio.revision} />}
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
      <ChoiceField
        path="rightIds"
        kind="many"
        label={t('portfolio.members')}
        selected={portfolio?.rights.map(({ id }) => id) ?? []}
        choices={rights.map(({ id, title, number }) => ({
          value: id,
          label: title || (number ?? t('noNumber')),
          hint: number ?? t('noNumber'),
        }))}
      />
      <SubmitButton name="intent" value="save" mt="md">
        {t(portfolio ? 'portfolio.save' : 'portfolio.create')}
      </SubmitButton>
    </MarketForm>
  )
}
