import type { TermSheet } from '@market/contracts/licensing'
import { useTranslation } from 'react-i18next'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { useFieldId } from '../../ui/form/field-problem.ts'
import { TextField } from '../../ui/form/fields.tsx'
import classes from './licensing.module.css'

const FIELDS = ['graceMonths', 'parts', 'everyMonths'] as const

interface UseFirstFieldsProps {
  terms: Partial<TermSheet>
  typed: TypedValues | undefined
}

/** No fee for the first months, and how it is paid then. */
export function UseFirstFields({ terms, typed }: UseFirstFieldsProps) {
  const { t } = useTranslation('licensing')
  const value = typedOr(typed)
  return (
    <fieldset className={classes.lines} id={useFieldId('terms.useFirst')}>
      <legend>{t('fields.useFirst')}</legend>
      <p className={classes.hint}>{t('fields.useFirstHint')}</p>
      <div className={classes.line3}>
        {FIELDS.map((name) => (
          <TextField
            key={name}
            path={`terms.useFirst.${name}`}
            label={t(`fields.${name}`)}
            inputMode="numeric"
            defaultValue={value(`terms.useFirst.${name}`, terms.useFirst?.[name]?.toString())}
          />
        ))}
      </div>
    </fieldset>
  )
}
