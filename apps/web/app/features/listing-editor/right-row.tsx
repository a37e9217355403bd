import { Checkbox } from '@mantine/core'
import { RIGHT_KINDS, RIGHT_LEGAL_STATUSES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { IdentifierField } from '../../ui/form/identifier-field.tsx'
import classes from './editor.module.css'
import type { RightValues } from './form-values.ts'

interface RightRowProps {
  at: number
  right: RightValues
  onRemove: () => void
}

/** One intellectual-property right as its certificate states it. */
export function RightRow({ at, right, onRemove }: RightRowProps) {
  const { t } = useTranslation('editor')
  const locale = useLocale()
  const path = (part: keyof RightValues) => `rights.${at}.${part}`
  return (
    <fieldset className={classes.right}>
      <legend>{t('rights.nth', { number: at + 1 })}</legend>
      <input type="hidden" name={path('id')} value={right.id} />
      <div className={classes.columns}>
        <SelectField
          path={path('kind')}
          label={t('fields.right.kind')}
          defaultValue={right.kind}
          data={RIGHT_KINDS.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
        />
        <IdentifierField
          path={path('number')}
          label={t('fields.right.number')}
          description={t('rights.numberHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          placeholder="ZL 2017 1 0601862.3"
          typed={right.number}
          maxLength={60}
        />
      </div>
      <TextField
        path={path('title')}
        label={t('fields.right.title')}
        defaultValue={right.title}
        maxLength={300}
      />
      <div className={classes.columns}>
        <TextField
          path={path('ownerNames')}
          label={t('fields.right.ownerNames')}
          description={t('rights.namesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          defaultValue={right.ownerNames}
        />
        <TextField
          path={path('inventorNames')}
          label={t('fields.right.inventorNames')}
          description={t('rights.namesHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          defaultValue={right.inventorNames}
        />
      </div>
      <div className={classes.thirds}>
        <TextField
          path={path('filedOn')}
          label={t('fields.right.filedOn')}
          type="date"
          defaultValue={right.filedOn}
        />
        <TextField
          path={path('grantedOn')}
          label={t('fields.right.grantedOn')}
          type="date"
          defaultValue={right.grantedOn}
        />
        <SelectField
          path={path('legalStatus')}
          label={t('fields.right.legalStatus')}
          defaultValue={right.legalStatus}
          data={RIGHT_LEGAL_STATUSES.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
        />
      </div>
      <button
        type="button"
        className={`${classes.remove} ${classes.withScript}`}
        onClick={onRemove}
        aria-label={t('rights.removeNth', { number: at + 1 })}
      >
        {t('rights.remove')}
      </button>
      <Checkbox
        className={classes.withoutScript}
        name={`rights.${at}.remove`}
        value="yes"
        label={t('rights.removeNth', { number: at + 1 })}
      />
    </fieldset>
  )
}
