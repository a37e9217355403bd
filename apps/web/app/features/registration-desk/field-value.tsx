import type { Registration } from '@market/contracts/registration'
import {
  type CodeList,
  IP_KINDS,
  labelOf,
  PARTY_KINDS,
  PAYMENT_METHODS,
  PLAN_INDUSTRIES,
  PLAN_SOURCES,
  SOCIO_ECONOMIC_OBJECTIVES,
  TECHNICAL_FIELDS,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { typeText } from '../../lib/contract-type.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Day } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import type { ShownField } from './form-fields.ts'

export const CODE_LISTS = {
  sellerKind: PARTY_KINDS,
  buyerKind: PARTY_KINDS,
  technicalField: TECHNICAL_FIELDS,
  planIndustry: PLAN_INDUSTRIES,
  ipKind: IP_KINDS,
  planSource: PLAN_SOURCES,
  socioEconomicObjective: SOCIO_ECONOMIC_OBJECTIVES,
  paymentMethod: PAYMENT_METHODS,
} as const satisfies Partial<Record<ShownField, CodeList>>

const isCoded = (field: ShownField): field is keyof typeof CODE_LISTS => field in CODE_LISTS

interface FieldValueProps {
  field: ShownField
  form: Registration['form']
  /** Names of the places in the form, by code. */
  places: Record<string, string>
}

/** One field of the form in words. */
export function FieldValue({ field, form, places }: FieldValueProps) {
  const { t } = useTranslation()
  const locale = useLocale()
  if (field === 'title') return form.title
  if (field === 'type') return typeText(form.type, form.subType, locale)
  if (field === 'relatedParties') return form.relatedParties ? t('yes') : t('no')
  if (field === 'contractAmountFen' || field === 'technologyAmountFen') {
    return <Money fen={form[field]} unit="yuan" />
  }
  if (field === 'sellerRegionCode' || field === 'buyerRegionCode') {
    return `${places[form[field]] ?? ''} ${form[field]}`.trim()
  }
  if (isCoded(field)) {
    const code = form[field]
    return code === null ? t('unknown') : labelOf(CODE_LISTS[field], code, locale)
  }
  const date = form[field]
  return date === null ? t('none') : <Day date={date} />
}
