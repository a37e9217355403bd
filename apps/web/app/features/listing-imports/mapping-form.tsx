import type { ListingImportDetails, ListingImportMapping } from '@market/contracts/listings'
import {
  type CodeList,
  LISTING_KINDS,
  labelOf,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { DATE_FORMS, LISTING_IMPORT_FIELDS } from '@market/domain/listings'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../lib/api/problem.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { SelectField } from '../../ui/form/fields.tsx'
import { MarketForm } from '../../ui/form/market-form.tsx'
import { SubmitButton } from '../../ui/form/submit-button.tsx'
import classes from './listing-imports.module.css'

const SHOWN_SAMPLES = 3

/** Which column of the file is what, with its first values beside it; what is guessed stands there already. */
export function MappingForm({
  entry,
  problem,
}: {
  entry: ListingImportDetails
  problem?: Problem | undefined
}) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const { mapping, columns } = entry
  if (mapping === null) return null
  const options = [
    { value: '', label: t('mapping.leaveOut') },
    ...LISTING_IMPORT_FIELDS.map((field) => ({ value: field.key, label: nameIn(field, locale, field.key) })),
  ]
  return (
    <MarketForm problem={problem}>
      <p>{entry.mappingRemembered ? t('mapping.remembered') : t('mapping.guessed')}</p>
      <table className={classes.mapping}>
        <caption className="visually-hidden">{t('mapping.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.samples')}</th>
            <th scope="col">{t('mapping.becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ name, samples }, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>
                <ul className={classes.samples}>
                  {[...new Set(samples)].slice(0, SHOWN_SAMPLES).map((sample) => (
                    <li key={sample}>{sample}</li>
                  ))}
                </ul>
              </td>
              <td>
                <input type="hidden" name={`name.${index}`} value={name} />
                <SelectField
                  path={`columns.${name}`}
                  id={`column-${index}`}
                  name={`field.${index}`}
                  aria-label={t('mapping.fieldOf', { name })}
                  defaultValue={mapping.columns[name] ?? ''}
                  data={options}
                  mb={0}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Defaults mapping={mapping} />
      <SubmitButton name="intent" value="map">
        {t('mapping.check')}
      </SubmitButton>
    </MarketForm>
  )
}

function Defaults({ mapping }: { mapping: ListingImportMapping }) {
  const { t } = useTranslation('listingImports')
  const locale = useLocale()
  const listOf = (list: CodeList) =>
    list.map(({ code }) => ({ value: code, label: labelOf(list, code, locale) }))
  const none = { value: '', label: t('mapping.none') }
  return (
    <fieldset className={classes.defaults}>
      <legend>{t('mapping.defaults')}</legend>
      <SelectField
        path="kind"
        label={t('mapping.kind')}
        defaultValue={mapping.kind}
        data={listOf(LISTING_KINDS)}
      />
      <SelectField
        path="dateForm"
        label={t('mapping.dateForm')}
        description={t('mapping.dateFormHint')}
        defaultValue={mapping.dateForm}
        data={DATE_FORMS.map((form) => ({ value: form, label: t(`dateForms.${form}`) }))}
      />
      <SelectField
        path="priceUnit"
        label={t('mapping.priceUnit')}
        defaultValue={mapping.priceUnit}
        data={(['yuan', 'wan'] as const).map((unit) => ({ value: unit, label: t(`priceUnits.${unit}`) }))}
      />
      <SelectField
        path="technicalField"
        label={t('mapping.technicalField')}
        defaultValue={mapping.technicalField ?? ''}
        data={[none, ...listOf(TECHNICAL_FIELDS)]}
      />
      <SelectField
        path="planIndustry"
        label={t('mapping.planIndustry')}
        defaultValue={mapping.planIndustry ?? ''}
        data={[none, ...listOf(PLAN_INDUSTRIES)]}
      />
    </fieldset>
  )
}
