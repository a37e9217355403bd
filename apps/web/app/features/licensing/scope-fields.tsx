import { EXCLUSIVITIES, labelOf, TRANSFER_MODES, type TransferMode } from '@market/domain/codes'
import { exclusivityOf, isLicence } from '@market/domain/licensing'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextField } from '../../ui/form/fields.tsx'
import { useListId } from './use-list-id.ts'

interface ModeFieldProps {
  prefix?: string
  modes: readonly TransferMode[]
  selected: string | undefined
}

/** Ways the listing is offered; each says what exclusivity it brings. */
export function ModeField({ prefix = '', modes, selected }: ModeFieldProps) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  return (
    <ChoiceField
      path={`${prefix}transferMode`}
      label={t('fields.transferMode')}
      kind="one"
      selected={[selected ?? modes[0] ?? '']}
      choices={modes.map((mode) => ({
        value: mode,
        label: labelOf(TRANSFER_MODES, mode, locale),
        hint: isLicence(mode)
          ? t('fields.exclusivityIs', { name: labelOf(EXCLUSIVITIES, exclusivityOf(mode), locale) })
          : t('fields.noExclusivity'),
      }))}
    />
  )
}

interface ScopeFieldsProps {
  prefix?: string
  value: (path: string, fallback?: string) => string
  defaults?: { fieldOfUse?: string; territory?: string; termMonths?: number | null }
}

/** Field of use, territory and term. */
export function ScopeFields({ prefix = '', value, defaults = {} }: ScopeFieldsProps) {
  const { t } = useTranslation('licensing')
  const places = useListId()
  return (
    <>
      <TextField
        path={`${prefix}fieldOfUse`}
        label={t('fields.fieldOfUse')}
        description={t('fields.fieldOfUseHint')}
        defaultValue={value(`${prefix}fieldOfUse`, defaults.fieldOfUse)}
        maxLength={300}
      />
      <TextField
        path={`${prefix}territory`}
        label={t('fields.territory')}
        description={t('fields.territoryHint')}
        defaultValue={value(`${prefix}territory`, defaults.territory)}
        list={places}
        maxLength={300}
      />
      <datalist id={places}>
        <option value={t('fields.places.country')} />
        <option value={t('fields.places.province')} />
        <option value={t('fields.places.city')} />
      </datalist>
      <TextField
        path={`${prefix}termMonths`}
        label={t('fields.termMonths')}
        description={t('fields.termHint')}
        type="number"
        min={1}
        max={600}
        step={1}
        inputMode="numeric"
        maw="14rem"
        defaultValue={value(`${prefix}termMonths`, defaults.termMonths?.toString())}
      />
    </>
  )
}
