import { labelOf, TECHNICAL_FIELDS } from '@market/domain/codes'
import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { type Choice, ChoiceField } from '../../ui/form/choice-field.tsx'
import classes from './licensing.module.css'

/** Places a licence may be given for, to choose from and to read codes by; the long list stays on the server. */
export const PlacesContext = createContext<readonly Choice[]>([])

/** The name of a place by its code; of one that is not among the choices, the code. */
export function usePlaceNames(): (codes: readonly string[]) => string {
  const places = useContext(PlacesContext)
  const locale = useLocale()
  return (codes) =>
    codes
      .map((code) => places.find(({ value }) => value === code)?.label ?? code)
      .join(locale === 'en' ? ', ' : '、')
}

/** Names of technical fields, as one phrase. */
export function useFieldNames(): (codes: readonly string[]) => string {
  const locale = useLocale()
  return (codes) =>
    codes.map((code) => labelOf(TECHNICAL_FIELDS, code, locale)).join(locale === 'en' ? ', ' : '、')
}

interface CoverageFieldsProps {
  territoryCodes: readonly string[]
  fieldCodes: readonly string[]
}

/** What the register of grants compares: places and technical fields in codes, beside the words of the offer. */
export function CoverageFields({ territoryCodes, fieldCodes }: CoverageFieldsProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const places = useContext(PlacesContext)
  const fields = TECHNICAL_FIELDS.map(({ code }) => ({
    value: code,
    label: labelOf(TECHNICAL_FIELDS, code, locale),
  }))
  return (
    <details className={classes.coverage} open={territoryCodes.length + fieldCodes.length > 0}>
      <summary>{t('coverage.title')}</summary>
      <p>{t('coverage.lead')}</p>
      <ChoiceField
        path="terms.territoryCodes"
        label={t('coverage.territories')}
        kind="many"
        choices={places}
        selected={territoryCodes}
      />
      <ChoiceField
        path="terms.fieldCodes"
        label={t('coverage.fields')}
        kind="many"
        choices={fields}
        selected={fieldCodes}
      />
    </details>
  )
}
