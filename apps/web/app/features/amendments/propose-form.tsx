import type { ContractAmendments } from '@market/contracts/contracts'
import { CLAUSE_CHANGES } from '@market/domain/contracts'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { SelectField, TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './amendments.module.css'

interface ProposeFormProps {
  record: ContractAmendments
  /** How many clauses there is room for. */
  rows: number
  today: string
  typed: TypedValues | undefined
  problem: Problem | undefined
}

/** An amendment to a signed contract: what it changes in figures and in words, and from when. */
export function ProposeForm({ record, rows, today, typed, problem }: ProposeFormProps) {
  const { t } = useTranslation('amendments')
  const value = typedOr(typed)
  return (
    <MarketForm problem={problem} noValidate>
      <FormSection title={t('form.about')} description={t('form.aboutHint')}>
        <TextField
          path="title"
          label={t('form.title')}
          description={t('form.titleHint')}
          defaultValue={value('title')}
          maxLength={120}
          required
        />
        <TextField
          path="effectiveOn"
          type="date"
          label={t('form.effectiveOn')}
          defaultValue={value('effectiveOn', today)}
          maw="14rem"
          required
        />
      </FormSection>
      <FormSection title={t('form.figures')} description={t('form.figuresHint')}>
        <Money path="contractAmountFen" label={t('form.contractAmount')} {...{ record, typed }} />
        <Money path="technologyAmountFen" label={t('form.technologyAmount')} {...{ record, typed }} />
        <TextField
          path="endsOn"
          type="date"
          label={t('form.endsOn')}
          defaultValue={value('endsOn', record.standing.endsOn ?? '')}
          maw="14rem"
        />
      </FormSection>
      <FormSection title={t('form.clauses')} description={t('form.clausesHint')} id="field-clauses">
        <input type="hidden" name="rows" value={rows} />
        {Array.from({ length: rows }, (_, index) => index).map((index) => (
          <Clause key={index} {...{ record, index, value }} />
        ))}
        <SubmitButton name="intent" value="more" variant="default" size="sm" formNoValidate>
          {t('form.more')}
        </SubmitButton>
      </FormSection>
      <p className={classes.lead}>{t('form.next')}</p>
      <SubmitButton name="intent" value="propose">
        {t('form.submit')}
      </SubmitButton>
    </MarketForm>
  )
}

interface MoneyProps {
  path: 'contractAmountFen' | 'technologyAmountFen'
  label: string
  record: ContractAmendments
  typed: TypedValues | undefined
}

function Money({ path, label, record, typed }: MoneyProps) {
  return (
    <MoneyField path={path} label={label} typed={typed?.[path]} fen={record.standing[path]} maw="22rem" />
  )
}

interface ClauseProps {
  record: ContractAmendments
  index: number
  value: (path: string, fallback?: string) => string
}

/** One clause; left empty it counts for nothing. */
function Clause({ record: { signed }, index, value }: ClauseProps) {
  const { t } = useTranslation('amendments')
  const locale = useLocale()
  const at = (word: string) => `clauses.${index}.${word}`
  return (
    <fieldset className={classes.clause}>
      <legend>{t('form.clause', { number: index + 1 })}</legend>
      <div className={classes.pair}>
        <SelectField
          path={at('change')}
          label={t('form.change')}
          data={CLAUSE_CHANGES.map((change) => ({ value: change, label: t(`change.${change}`) }))}
          defaultValue={value(at('change'), 'replaced')}
        />
        {signed === null ? (
          <TextField
            path={at('article')}
            label={t('form.article')}
            description={t('form.articleHint')}
            inputMode="numeric"
            defaultValue={value(at('article'))}
          />
        ) : (
          <SelectField
            path={at('article')}
            label={t('form.article')}
            data={[
              { value: '', label: t('form.noArticle') },
              ...signed.map((article, place) => ({
                value: String(place + 1),
                label: t('article', { number: place + 1, heading: pick(article, 'heading', locale) }),
              })),
            ]}
            defaultValue={value(at('article'))}
          />
        )}
      </div>
      <TextField
        path={at('headingZh')}
        label={t('form.heading')}
        description={t(signed === null ? 'form.headingHintPaper' : 'form.headingHint')}
        lang="zh-CN"
        defaultValue={value(at('headingZh'))}
        maxLength={120}
      />
      <TextareaField
        path={at('zh')}
        label={t('form.zh')}
        lang="zh-CN"
        rows={4}
        defaultValue={value(at('zh'))}
      />
      <details className={classes.english} open={value(at('en')) !== '' || value(at('headingEn')) !== ''}>
        <summary>{t('form.english')}</summary>
        <TextField
          path={at('headingEn')}
          label={t('form.headingEn')}
          lang="en"
          defaultValue={value(at('headingEn'))}
          maxLength={120}
        />
        <TextareaField
          path={at('en')}
          label={t('form.en')}
          lang="en"
          rows={3}
          defaultValue={value(at('en'))}
        />
      </details>
    </fieldset>
  )
}
