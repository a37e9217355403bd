import { Checkbox } from '@mantine/core'
import type { Registration } from '@market/contracts/registration'
import { ENTERPRISE_SCALES, PARTY_TRAITS } from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { PROFILE_LINES } from './form-fields.ts'
import classes from './form-parts.module.css'

interface ProfileFieldsProps {
  path: 'sellerProfile' | 'buyerProfile'
  label: string
  description: ReactNode
  profile: Registration['form']['sellerProfile']
  typed: TypedValues | undefined
}

/** What the national form asks of a party beside its kind and place. */
export function ProfileFields({ path, label, description, profile, typed }: ProfileFieldsProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const value = typedOr(typed)
  return (
    <fieldset className={classes.group}>
      <legend>{label}</legend>
      {description}
      {profile && <input type="hidden" name={path} value="stated" />}
      <div className={classes.traits}>
        {PARTY_TRAITS.map((trait) => {
          const name = `${path}.traits.${trait.code}`
          const checked = typed ? typed[name] !== undefined : profile?.traits.includes(trait.code)
          return (
            <Checkbox
              key={name}
              name={name}
              value="yes"
              label={nameIn(trait, locale)}
              defaultChecked={checked ?? false}
            />
          )
        })}
      </div>
      <SelectField
        path={`${path}.scale`}
        label={t('profile.scale')}
        maw="16rem"
        data={[
          { value: '', label: t('choose') },
          ...ENTERPRISE_SCALES.map((scale) => ({ value: scale.code, label: nameIn(scale, locale) })),
        ]}
        defaultValue={value(`${path}.scale`, profile?.scale ?? '')}
      />
      {PROFILE_LINES.map(({ part, maxLength }) => (
        <TextField
          key={part}
          path={`${path}.${part}`}
          label={t(`profile.${part}`)}
          maxLength={maxLength}
          autoComplete="off"
          defaultValue={value(`${path}.${part}`, profile?.[part])}
        />
      ))}
    </fieldset>
  )
}
