import { LISTING_LIMITS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import classes from './editor.module.css'
import type { ListingValues } from './form-values.ts'

export type PairName =
  | 'title'
  | 'summary'
  | 'problem'
  | 'advantage'
  | 'applications'
  | 'leadingSolution'
  | 'maturityEvidence'

interface TextPairProps {
  name: PairName
  values: ListingValues
  rows?: number
}

/** The same text in both languages, side by side. */
export function TextPair({ name, values, rows }: TextPairProps) {
  const { t } = useTranslation('editor')
  const [zh, en] = [`${name}Zh`, `${name}En`] as const
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
          maxLength={LISTING_LIMITS.texts[zh]}
          defaultValue={values.single[zh]}
          {...size}
        />
        <Field
          path={en}
          label={t('language.en')}
          lang="en"
          maxLength={LISTING_LIMITS.texts[en]}
          defaultValue={values.single[en]}
          {...size}
        />
      </div>
    </fieldset>
  )
}
