import type { Registration } from '@market/contracts/registration'
import { formatYuanInTable } from '@market/domain'
import {
  COUNTRIES,
  type CodeList,
  CURRENCIES,
  IP_KINDS,
  labelOf,
  PARTY_KINDS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { ABROAD_REGION } from '@market/domain/registration'
import { useTranslation } from 'react-i18next'
import { typeText } from '../../lib/contract-type.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import { ItemsValue, ProfileValue } from './compound-values.tsx'
import type { ShownField } from './form-fields.ts'

export const CODE_LISTS = {
  sellerKind: PARTY_KINDS,
  buyerKind: PARTY_KINDS,
  sellerCountry: COUNTRIES,
  buyerCountry: COUNTRIES,
  currency: CURRENCIES,
  technicalField: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
  ipKind: IP_KINDS,
  planSource: PLAN_SOURCES,
  socioEconomicObjective: SOCIO_ECONOMIC_OBJECTIVES,
  paymentMethod: PAYMENT_METHODS,
} as const satisfies Partial<Record<ShownField, CodeList>>

const isCoded = (field: ShownField): field is keyof typeof CODE_LISTS => field in CODE_LISTS

const AMOUNTS = ['contractAmountFen', 'technologyAmountFen', 'addedInputFen', 'addedOutputFen'] as const
const INDUSTRIES = ['industryClass', 'sellerIndustryClass', 'buyerIndustryClass'] as const

const isAmount = (field: ShownField): field is (typeof AMOUNTS)[number] =>
  (AMOUNTS as readonly ShownField[]).includes(field)
const isIndustry = (field: ShownField): field is (typeof INDUSTRIES)[number] =>
  (INDUSTRIES as readonly ShownField[]).includes(field)

interface FieldValueProps {
  field: ShownField
  form: Registration['form']
  /** Names of the places and industries in the form, by code. */
  places: Record<string, string>
}

/** One field of the form in words. */
export function FieldValue({ field, form, places }: FieldValueProps) {
  const { t } = useTranslation(['common', 'desk'])
  const locale = useLocale()
  if (field === 'title') return form.title
  if (field === 'type') return typeText(form.type, form.subType, locale)
  if (field === 'relatedParties') return form.relatedParties ? t('yes') : t('no')
  if (field === 'nonTechnicalItems') return <ItemsValue form={form} />
  if (field === 'sellerProfile' || field === 'buyerProfile') return <ProfileValue profile={form[field]} />
  if (isAmount(field)) {
    const fen = form[field]
    return fen === null ? t('unknown') : <Money fen={fen} unit="yuan" />
  }
  if (field === 'sellerRegionCode' || field === 'buyerRegionCode') {
    if (form[field] === ABROAD_REGION) return t('desk:abroad')
    return `${places[form[field]] ?? ''} ${form[field]}`.trim()
  }
  if (isIndustry(field)) {
    const code = form[field]
    return code === null ? t('unknown') : `${places[code] ?? ''} ${code}`.trim()
  }
  if (field === 'currencyAmountCents') {
    const cents = form[field]
    return cents === null ? t('none') : formatYuanInTable(cents)
  }
  // Kept with eight decimals: the last of them are seldom used.
  if (field === 'exchangeRate') return form[field]?.replace(/\.?0+$/, '') ?? t('none')
  if (field === 'carrierSets') return form[field] ?? t('unknown')
  if (isCoded(field)) {
    const code = form[field]
    return code === null ? t('unknown') : labelOf(CODE_LISTS[field], code, locale)
  }
  const date = form[field]
  return date === null ? t('none') : <Day date={date} />
}
