import {
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  PLAN_INDUSTRY_GROUPS,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { fieldIdOf } from '../../ui/form/field-problem.ts'
import { SelectField } from '../../ui/form/fields.tsx'
import { IdentifierField } from '../../ui/form/identifier-field.tsx'
import type { EditorChoices } from './choices.server.ts'
import classes from './editor.module.css'
import type { ListingValues } from './form-values.ts'
import { Section } from './section.tsx'
import { TextPair } from './text-pair.tsx'

const FEWEST_SYMBOLS = 3

export function MaturitySection({ values }: { values: ListingValues }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  return (
    <Section name="maturity">
      <SelectField
        path="maturityLevel"
        label={t('fields.maturityLevel')}
        defaultValue={values.single.maturityLevel}
        maw="30rem"
        data={[
          { value: '', label: t('choose') },
          ...MATURITY_LEVELS.map((entry) => ({
            value: entry.code,
            label: `${entry.code} · ${nameIn(entry, locale)}`,
          })),
        ]}
      />
      <TextPair name="maturityEvidence" values={values} rows={4} />
    </Section>
  )
}

interface ClassificationProps {
  values: ListingValues
  choices: EditorChoices
}

export function ClassificationSection({ values, choices }: ClassificationProps) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const groups = PLAN_INDUSTRY_GROUPS.map((group) => ({
    group: nameIn(group, locale),
    items: PLAN_INDUSTRIES.filter((entry) => entry.group === group.code).map((entry) => ({
      value: entry.code as string,
      label: nameIn(entry, locale),
    })),
  }))
  return (
    <Section name="classification">
      <div className={classes.columns}>
        <SelectField
          path="technicalField"
          label={t('fields.technicalField')}
          defaultValue={values.single.technicalField}
          data={[
            { value: '', label: t('choose') },
            ...TECHNICAL_FIELDS.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) })),
          ]}
        />
        <SelectField
          path="planIndustry"
          label={t('fields.planIndustry')}
          defaultValue={values.single.planIndustry}
          data={[{ value: '', label: t('choose') }, ...groups]}
        />
      </div>
      <IdentifierField
        path="industryClass"
        label={t('fields.industryClass')}
        description={choices.industryName || t('classification.industryHint')}
        typed={values.single.industryClass}
        list="industry-divisions"
        maxLength={20}
        maw="20rem"
      />
      <datalist id="industry-divisions">
        {choices.industries.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
      <Symbols values={values} choices={choices} />
    </Section>
  )
}

/** As many fields as there are symbols, and some to spare. */
function Symbols({ values: { ipcSymbols }, choices }: ClassificationProps) {
  const { t } = useTranslation('editor')
  const count = Math.max(FEWEST_SYMBOLS, ipcSymbols.length + 1)
  return (
    <fieldset id={fieldIdOf('ipcSymbols')} className={classes.group}>
      <legend>{t('fields.ipcSymbols')}</legend>
      <p className={classes.hint}>{t('classification.ipcHint')}</p>
      <div className={classes.symbols}>
        {Array.from({ length: count }, (_, at) => ipcSymbols[at] ?? '').map((symbol, at) => (
          <IdentifierField
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields are places, not records
            key={at}
            path={`ipcSymbols.${at}`}
            aria-label={t('classification.ipcNth', { number: at + 1 })}
            placeholder={at === 0 ? 'B01J 20/24' : ''}
            description={symbol === '' ? undefined : choices.ipcNames[symbol]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            typed={symbol}
            maxLength={40}
          />
        ))}
      </div>
    </fieldset>
  )
}
