import { type Organization, REGISTRABLE_KINDS } from '@market/contracts/organizations'
import { ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { parseSocialCreditCode } from '@market/domain/identifiers'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import type { RegionGroup } from '../../lib/region-choices.server.ts'
import { typedOr } from '../../lib/typed.ts'
import { CheckField } from '../../ui/form/check-field.tsx'
import { ChoiceField } from '../../ui/form/choice-field.tsx'
import { TextareaField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { IdentifierField } from '../../ui/form/identifier-field.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'

interface FieldsProps {
  typed: TypedValues | undefined
}

const checkCreditCode = (typed: string) => {
  const result = parseSocialCreditCode(typed)
  if (result.ok) return null
  const { code, position, expected } = result
  return { path: 'creditCode', code, params: { position, expected } }
}

/** What is verified and cannot be changed afterwards: the kind and the code. */
export function IdentityFields({ typed }: FieldsProps) {
  const { t } = useTranslation('organizations')
  const locale = useLocale()
  const kinds = ORGANIZATION_KIND_NAMES.filter(({ code }) => REGISTRABLE_KINDS.some((kind) => kind === code))
  return (
    <FormSection title={t('form.identity')} description={t('form.identityHint')}>
      <ChoiceField
        path="kind"
        kind="one"
        label={t('fields.kind')}
        selected={[typed?.kind ?? 'company']}
        choices={kinds.map((entry) => ({ value: entry.code, label: nameIn(entry, locale) }))}
      />
      <IdentifierField
        path="creditCode"
        label={t('fields.creditCode')}
        description={t('form.creditCodeHint')}
        typed={typed?.creditCode ?? ''}
        check={checkCreditCode}
        maxLength={60}
        maw="26rem"
        required
      />
    </FormSection>
  )
}

interface DetailFieldsProps extends FieldsProps {
  organization: Pick<
    Organization,
    'nameZh' | 'nameEn' | 'regionCode' | 'stateOwned' | 'introZh' | 'introEn' | 'website'
  > | null
  regions: RegionGroup[]
}

/** Names, place, ownership and what the public reads. */
export function DetailFields({ typed, organization, regions }: DetailFieldsProps) {
  const { t } = useTranslation('organizations')
  const value = typedOr(typed)
  const optional = (field: 'nameEn' | 'introZh' | 'introEn' | 'website') =>
    t('form.optional', { name: t(`fields.${field}`) })
  const stateOwned = typed === undefined ? organization?.stateOwned : typed.stateOwned !== undefined
  return (
    <>
      <FormSection title={t('form.names')} description={t('form.namesHint')}>
        <TextField
          path="nameZh"
          label={t('fields.nameZh')}
          defaultValue={value('nameZh', organization?.nameZh)}
          maxLength={120}
          required
        />
        <TextField
          path="nameEn"
          label={optional('nameEn')}
          defaultValue={value('nameEn', organization?.nameEn)}
          maxLength={200}
        />
        <RegionField
          path="regionCode"
          label={t('fields.regionCode')}
          groups={regions}
          current={value('regionCode', organization?.regionCode ?? '450100')}
          maw="26rem"
        />
        <CheckField
          path="stateOwned"
          label={t('fields.stateOwned')}
          description={t('form.stateOwnedHint')}
          defaultChecked={stateOwned ?? false}
        />
      </FormSection>
      <FormSection title={t('form.public')} description={t('form.publicHint')}>
        <TextareaField
          path="introZh"
          label={optional('introZh')}
          lang="zh-CN"
          rows={5}
          maxLength={2000}
          defaultValue={value('introZh', organization?.introZh)}
        />
        <TextareaField
          path="introEn"
          label={optional('introEn')}
          lang="en"
          rows={5}
          maxLength={4000}
          defaultValue={value('introEn', organization?.introEn)}
        />
        <TextField
          path="website"
          type="url"
          label={optional('website')}
          placeholder="https://"
          maxLength={300}
          defaultValue={value('website', organization?.website ?? '')}
        />
      </FormSection>
    </>
  )
}
