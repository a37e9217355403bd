import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../lib/api/problem.ts'
import { pick } from '../../../lib/i18n/locale.ts'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../../lib/read-form.ts'
import { SelectField, TextField } from '../../../ui/form/fields.tsx'
import { MarketForm } from '../../../ui/form/market-form.tsx'
import { SubmitButton } from '../../../ui/form/submit-button.tsx'
import classes from '../explorer/explorer.module.css'
import type { IndicatorView } from './load-indicator.server.ts'

interface ValueFormProps extends IndicatorView {
  problem: Problem | undefined
  typed: TypedValues | undefined
}

/** A reported figure with its source; over one that stands it becomes a correction, which says why. */
export function ValueForm({ plan, indicator, history, problem, typed }: ValueFormProps) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const years = Array.from({ length: plan.endYear - plan.startYear + 1 }, (_, at) => plan.startYear + at)
  return (
    <MarketForm problem={problem} className={classes.confirm} key={history.length}>
      <SelectField
        path="year"
        label={t('plan.columns.year')}
        defaultValue={typed?.year}
        data={years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      <TextField
        path="value"
        label={t('indicator.valueIn', { unit: pick(indicator, 'unit', locale) })}
        defaultValue={typed?.value}
        inputMode="decimal"
        maxLength={24}
        required
      />
      <TextField
        path="source"
        label={t('indicator.source')}
        description={t('indicator.sourceHint')}
        defaultValue={typed?.source}
        maxLength={300}
        required
      />
      <TextField
        path="publishedOn"
        type="date"
        label={t('indicator.publishedOn')}
        defaultValue={typed?.publishedOn}
        placeholder="YYYY-MM-DD"
        required
      />
      <TextField
        path="reason"
        label={t('indicator.reason')}
        description={t('indicator.reasonHint')}
        defaultValue={typed?.reason}
        maxLength={300}
      />
      <SubmitButton>{t('indicator.save')}</SubmitButton>
    </MarketForm>
  )
}
