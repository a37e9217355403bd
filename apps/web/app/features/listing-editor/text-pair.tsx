import { useTranslation } from 'react-i18next'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import classes from './editor.module.css'
import type { ListingValues, SingleField } from './form-values.ts'

export type PairName = 'title' | 'summary' | 'problem' | 'advantage' | 'applications' | 'maturityEvidence'

interface TextPairProps {
  name: PairName
  values: ListingValues
  /** Longest Chinese text; the English one may be twice as long. */
  max: number
  rows?: number
}

/** The same text in both languages, side by side. */
export function TextPair({ name, values, max, rows }: TextPairProps) {
  const { t } = useTranslation('editor')
  const [zh, en]: [SingleField, SingleField] = [`${name}Zh`, `${name}En`]
  const Field = rows === undefined ? TextField : TextareaField
  const size = rows === undefined ? {} : { rows }
  return (
    <fieldset className={classes.pair}>
      <legend>{t(`pairs.${name}`)}</legend>
      <p className={classes.hint}>{t(`pairHints.${name}`)}</p>
      <div className={classes.columns}>
        <Field
          path={zh}
          label={t('language.zh')}
          lang="zh-CN"
          maxLength={max}
          defaultValue={values.single[zh]}
          {...size}
        />
        <Field
          path={en}
          label={t('language.en')}
          lang="en"
          maxLength={max * 2}
          defaultValue={values.single[en]}
          {...size}
        />
      </div>
    </fieldset>
  )
}
