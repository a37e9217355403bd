import type { Registration } from '@market/contracts/registration'
import { formatYuan } from '@market/domain'
import { type CodeList, PARTY_KINDS } from '@market/domain/codes'
import { ABROAD_REGION } from '@market/domain/registration'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { joinType, type TypeGroup } from '../../lib/contract-type.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { TypedValues } from '../../lib/read-form.ts'
import { typedOr } from '../../lib/typed.ts'
import { CheckField } from '../../ui/form/check-field.tsx'
import { SelectField, TextField } from '../../ui/form/fields.tsx'
import { FormSection } from '../../ui/form/form-section.tsx'
import { MoneyField } from '../../ui/form/money-field.tsx'
import { RegionField } from '../../ui/form/region-field.tsx'
import classes from './desk.module.css'
import { CODE_LISTS } from './field-value.tsx'
import { FieldFindings } from './findings.tsx'
import { FORM_SECTIONS, type FormSectionKey, type ShownField } from './form-fields.ts'
import { ItemFields } from './item-fields.tsx'
import { ProfileFields } from './profile-fields.tsx'

/** Long lists that the form chooses from; made on the server. */
export interface FormChoices {
  types: TypeGroup[]
  regions: { group: string; items: { value: string; label: string }[] }[]
  industries: { group: string; items: { value: string; label: string }[] }[]
}

interface RegistrationFieldsProps {
  registration: Registration
  choices: FormChoices
  typed: TypedValues | undefined
}

/** The form to be filled in, as contract, parties and listing already tell it. */
export function RegistrationFields({ registration, choices, typed }: RegistrationFieldsProps) {
  const { t } = useTranslation('desk')
  return (
    <>
      {FORM_SECTIONS.map(({ key, fields }) => (
        <FormSection key={key} title={t(`sections.${key}`)} description={<SectionHint section={key} />}>
          {fields.map((field) => (
            <div key={field}>
              <Field field={field} registration={registration} choices={choices} typed={typed} />
              <FieldFindings findings={besideProblems(registration)} field={field} />
            </div>
          ))}
        </FormSection>
      ))}
    </>
  )
}

/** What a field already says as its own problem is not said twice. */
const besideProblems = ({ findings, problems }: Registration) =>
  findings.filter(
    ({ severity, path }) => severity !== 'blocks' || !problems.some((problem) => problem.path === path),
  )

function SectionHint({ section }: { section: FormSectionKey }) {
  const { t } = useTranslation('desk')
  return <>{t(`hints.${section}`)}</>
}

interface FieldProps extends RegistrationFieldsProps {
  field: ShownField
}

function Field({ field, registration, choices, typed }: FieldProps) {
  const { t } = useTranslation('desk')
  const { form, correctionComments, state } = registration
  const value = typedOr(typed)
  const asked = state === 'correction_requested' ? correctionComments : []
  const comment = asked.find((candidate) => candidate.field === field)
  const common = {
    path: field,
    label: t(`fields.${field}`),
    description: comment && (
      <span className={classes.comment}>{t('comment.of', { words: comment.words })}</span>
    ),
  }
  switch (field) {
    case 'title':
      return <TextField {...common} defaultValue={value(field, form.title)} maxLength={300} required />
    case 'type':
      return (
        <SelectField
          {...common}
          data={choices.types}
          defaultValue={value(field, joinType(form.type, form.subType))}
        />
      )
    case 'signedOn':
    case 'effectiveOn':
    case 'endsOn':
    case 'exchangeRateOn':
      return <TextField {...common} type="date" maw="14rem" defaultValue={value(field, form[field] ?? '')} />
    case 'contractAmountFen':
    case 'technologyAmountFen':
      return <MoneyField {...common} maw="22rem" typed={typed?.[field]} fen={form[field]} required />
    case 'addedInputFen':
    case 'addedOutputFen':
      return <MoneyField {...common} maw="22rem" typed={typed?.[field]} fen={form[field]} />
    case 'currencyAmountCents':
      return (
        <TextField
          {...common}
          maw="22rem"
          inputMode="decimal"
          defaultValue={value(field, form[field] === null ? '' : formatYuan(form[field]))}
        />
      )
    case 'exchangeRate':
      return (
        <TextField
          {...common}
          maw="14rem"
          inputMode="decimal"
          defaultValue={value(field, form[field] ?? '')}
        />
      )
    case 'carrierSets':
      return (
        <TextField
          {...common}
          maw="14rem"
          inputMode="numeric"
          defaultValue={value(field, form[field] === null ? '' : String(form[field]))}
        />
      )
    case 'nonTechnicalItems':
      return <ItemFields {...common} form={form} typed={typed} />
    case 'sellerProfile':
    case 'buyerProfile':
      return <ProfileFields {...common} path={field} profile={form[field]} typed={typed} />
    case 'industryClass':
    case 'sellerIndustryClass':
    case 'buyerIndustryClass':
      return (
        <IndustryField
          common={common}
          groups={choices.industries}
          current={value(field, form[field] ?? '')}
        />
      )
    case 'sellerRegionCode':
    case 'buyerRegionCode':
      return (
        <RegionField
          {...common}
          groups={[
            ...choices.regions,
            { group: t('abroad'), items: [{ value: ABROAD_REGION, label: t('abroad') }] },
          ]}
          current={value(field, form[field])}
        />
      )
    case 'relatedParties':
      return (
        <CheckField {...common} defaultChecked={typed ? typed[field] !== undefined : form.relatedParties} />
      )
    default:
      return <CodeField common={common} field={field} current={value(field, form[field] ?? '')} />
  }
}

interface CodeFieldProps {
  common: { path: string; label: string; description: ReactNode }
  field: keyof typeof CODE_LISTS
  current: string
}

function CodeField({ common, field, current }: CodeFieldProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const isKind = field === 'sellerKind' || field === 'buyerKind'
  const optional = OPTIONAL.includes(field)
  const list: CodeList = CODE_LISTS[field]
  const options = list.map((entry) => ({
    value: entry.code,
    label: isKind ? `${indentOf(entry.code)}${nameIn(entry, locale)}` : nameIn(entry, locale),
  }))
  return (
    <SelectField
      {...common}
      data={optional ? [{ value: '', label: t('choose') }, ...options] : options}
      defaultValue={current}
    />
  )
}

const OPTIONAL: readonly (keyof typeof CODE_LISTS)[] = [
  'technicalField',
  'planIndustry',
  'ipKind',
  'socioEconomicObjective',
]

interface IndustryFieldProps {
  common: { path: string; label: string; description: ReactNode }
  groups: FormChoices['industries']
  current: string
}

function IndustryField({ common, groups, current }: IndustryFieldProps) {
  const { t } = useTranslation('desk')
  const known = groups.some(({ items }) => items.some(({ value }) => value === current))
  const other = known || current === '' ? [] : [{ value: current, label: current }]
  return (
    <SelectField
      {...common}
      data={[{ value: '', label: t('choose') }, ...other, ...groups]}
      defaultValue={current}
    />
  )
}

/** The tree of party kinds, as an indentation every browser shows inside a select. */
function indentOf(code: string): string {
  const entry = PARTY_KINDS.find((kind) => kind.code === code)
  return entry?.parent ? `\u3000${indentOf(entry.parent)}` : ''
}
