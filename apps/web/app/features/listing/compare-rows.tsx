import {
  LISTING_KINDS,
  labelOf,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { type Locale, nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { ListingState } from '../../ui/listing-state.tsx'
import { Price } from '../../ui/price.tsx'
import type { ListingView } from './load-listing.server.ts'

interface Cell {
  /** What two cells are compared by. */
  key: string
  node: ReactNode
}

export interface CompareRow {
  key: string
  label: string
  cells: Cell[]
  differs: boolean
}

const text = (value: string): Cell => ({ key: value, node: value })
const joined = (values: readonly string[], locale: Locale): Cell =>
  text([...values].sort().join(locale === 'en' ? ', ' : '、'))

const priceOf = ({ listing: { priceMode, priceFen, priceMaxFen } }: ListingView): Cell => ({
  key: JSON.stringify([priceMode, priceFen, priceMaxFen]),
  node: <Price mode={priceMode} fen={priceFen} maxFen={priceMaxFen} />,
})

const ownerOf = ({ listing: { organization } }: ListingView, locale: Locale): Cell => ({
  key: organization.id,
  node: <Link to={paths.organization(organization.id)}>{pick(organization, 'name', locale)}</Link>,
})

const stateOf = ({ listing: { state }, encumbrances }: ListingView): Cell => {
  const frozen = encumbrances.frozen !== null
  return { key: `${state} ${frozen}`, node: <ListingState state={state} frozen={frozen} /> }
}

const factsOf = (locale: Locale, levelText: (level: number, name: string) => string) => ({
  kind: ({ listing }: ListingView) => text(labelOf(LISTING_KINDS, listing.kind, locale)),
  owner: (view: ListingView) => ownerOf(view, locale),
  price: priceOf,
  modes: ({ listing }: ListingView) =>
    joined(
      listing.transferModes.map((mode) => labelOf(TRANSFER_MODES, mode, locale)),
      locale,
    ),
  maturity: ({ listing: { maturityLevel: level } }: ListingView) =>
    text(
      level === null
        ? ''
        : levelText(level, labelOf(MATURITY_LEVELS, String(level), locale).split(/[：:]/, 1)[0] ?? ''),
    ),
  state: stateOf,
  field: ({ listing: { technicalField: field } }: ListingView) =>
    text(field === null ? '' : labelOf(TECHNICAL_FIELDS, field, locale)),
  planIndustry: ({ listing: { planIndustry: industry } }: ListingView) =>
    text(industry === null ? '' : labelOf(PLAN_INDUSTRIES, industry, locale)),
  ipc: ({ listing }: ListingView) => joined(listing.ipcSymbols, locale),
  region: ({ region }: ListingView) => text(nameIn(region, locale)),
  rights: ({ listing }: ListingView) =>
    joined(
      listing.rights.map(({ number, title }) => number ?? title),
      locale,
    ),
  summary: ({ listing }: ListingView) => text(pick(listing, 'summary', locale)),
  problem: ({ listing }: ListingView) => text(pick(listing, 'problem', locale)),
  advantage: ({ listing }: ListingView) => text(pick(listing, 'advantage', locale)),
  applications: ({ listing }: ListingView) => text(pick(listing, 'applications', locale)),
})

type RowKey = keyof ReturnType<typeof factsOf>

/** The items of a comparison, each with whether it tells the listings apart. */
export function useCompareRows(views: readonly ListingView[]): CompareRow[] {
  const { t } = useTranslation('returning')
  const locale = useLocale()
  const facts = factsOf(locale, (level, name) => t('compare.level', { level, name }))
  return (Object.keys(facts) as RowKey[]).map((key) => {
    const cells = views.map((view) => facts[key](view))
    return {
      key,
      label: t(`compare.rows.${key}`),
      cells,
      differs: new Set(cells.map((cell) => cell.key)).size > 1,
    }
  })
}
