import { formatFen } from '@market/domain'
import {
  LISTING_KINDS,
  labelOf,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  PRICE_MODES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { type Locale, nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import type { CodedListing } from './coded-listing.ts'

export interface FactRow {
  /** The wire field; problems and changes are told by it. */
  field: string
  label: string
  value: string
}

const priceOf = ({ listing }: CodedListing, locale: Locale): string => {
  const { priceMode, priceFen, priceMaxFen } = listing
  if (priceMode === null) return ''
  const amounts = [priceFen, priceMaxFen].filter((fen) => fen !== null)
  const name = labelOf(PRICE_MODES, priceMode, locale)
  return [name, amounts.map((fen) => formatFen(fen, 'yuan', locale)).join(' – ')]
    .filter((part) => part !== '')
    .join(' · ')
}

/** What a listing says in codes and amounts, as plain rows that can be compared. */
export function useFacts(): (coded: CodedListing) => FactRow[] {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const list = locale === 'en' ? ', ' : '、'
  return (coded) => {
    const { listing, region, industry, ipc } = coded
    const named = (code: string, entry: { zh: string; en: string }) =>
      `${code} ${nameIn(entry, locale)}`.trim()
    const { kind, maturityLevel, technicalField, planIndustry, transferModes } = listing
    const level = maturityLevel === null ? '' : labelOf(MATURITY_LEVELS, String(maturityLevel), locale)
    const values = {
      kind: labelOf(LISTING_KINDS, kind, locale),
      maturityLevel: maturityLevel === null ? '' : `${maturityLevel} · ${level}`,
      transferModes: transferModes.map((mode) => labelOf(TRANSFER_MODES, mode, locale)).join(list),
      priceFen: priceOf(coded, locale),
      technicalField: technicalField === null ? '' : labelOf(TECHNICAL_FIELDS, technicalField, locale),
      planIndustry: planIndustry === null ? '' : labelOf(PLAN_INDUSTRIES, planIndustry, locale),
      industryClass: industry === null ? '' : named(industry.code, industry),
      ipcSymbols: ipc.map((entry) => named(entry.code, entry)).join('\n'),
      regionCode: nameIn(region, locale),
    } as const
    return (Object.keys(values) as (keyof typeof values)[]).map((field) => ({
      field,
      label: t(`facts.${field}`),
      value: values[field],
    }))
  }
}
