import { LISTING_KINDS } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { SelectField } from '../../ui/form/fields.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'
import type { EditorChoices } from './choices.server.ts'
import classes from './editor.module.css'
import type { ListingValues } from './form-values.ts'
import { Section } from './section.tsx'
import { TextPair } from './text-pair.tsx'

export function BasicsSection({ values, choices }: { values: ListingValues; choices: EditorChoices }) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  return (
    <Section name="basics">
      <div className={classes.columns}>
        <SelectField
          path="kind"
          label={t('fields.kind')}
          defaultValue={values.single.kind}
          data={LISTING_KINDS.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
        />
        <RegionField
          path="regionCode"
          label={t('fields.regionCode')}
          groups={choices.regions}
          current={values.single.regionCode}
        />
      </div>
      <TextPair name="title" values={values} />
    </Section>
  )
}

const PARTS = [
  { name: 'summary', rows: 4 },
  { name: 'problem', rows: 5 },
  { name: 'advantage', rows: 5 },
  { name: 'applications', rows: 4 },
] as const

export function TextsSection({ values }: { values: ListingValues }) {
  return (
    <Section name="texts">
      {PARTS.map(({ name, rows }) => (
        <TextPair key={name} name={name} values={values} rows={rows} />
      ))}
    </Section>
  )
}
