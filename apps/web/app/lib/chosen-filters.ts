import {
  type FacetValue,
  SEARCH_BOUNDS,
  SEARCH_FACETS,
  type SearchBound,
  type SearchFacet,
  type SearchPage,
} from '@market/contracts/discovery'
import { formatFen } from '@market/domain'
import type { TFunction } from 'i18next'
import { type Locale, pick } from './i18n/locale.ts'

/** One filter or bound of a search: the parameter of the address it stands in, and what it says. */
export interface ChosenFilter {
  /** Under which heading it is told of. */
  facet: SearchFacet
  name: SearchFacet | SearchBound
  value: string
  nameZh: string
  nameEn: string
}

/** The chosen values of an answer by the names its facets give them, and the bounds of the question. */
export const chosenFilters = (
  question: URLSearchParams,
  { facets }: Pick<SearchPage, 'facets'>,
): ChosenFilter[] => {
  const values = SEARCH_FACETS.flatMap((name) =>
    (facets[name] ?? [])
      .filter(({ chosen }: FacetValue) => chosen)
      .map(({ value, nameZh, nameEn }) => ({ facet: name, name, value, nameZh, nameEn })),
  )
  const bounds = SEARCH_BOUNDS.flatMap((name) => {
    const value = question.get(name)
    return value
      ? [
          {
            facet: isPrice(name) ? ('price' as const) : ('maturity' as const),
            name,
            value,
            nameZh: value,
            nameEn: value,
          },
        ]
      : []
  })
  return [...values, ...bounds]
}

const isBound = (name: ChosenFilter['name']): name is SearchBound =>
  SEARCH_BOUNDS.some((bound) => bound === name)

const isPrice = (name: ChosenFilter['name']) => name === 'priceMin' || name === 'priceMax'

/** 'Electronics', 'price from CNY 100,000'; what cannot be read as an amount stays as it is. */
export const filterText = (filter: ChosenFilter, t: TFunction<'search'>, locale: Locale): string => {
  const { name, value } = filter
  if (name === 'ipc') return `${value} ${pick(filter, 'name', locale)}`
  if (name === 'maturity') return t('maturity', { level: value })
  if (!isBound(name)) return pick(filter, 'name', locale)
  const fen = Number(value)
  const text =
    isPrice(name) && Number.isSafeInteger(fen) ? formatFen(fen, 'yuan', locale).replace(/\.00/, '') : value
  return t(`bounds.${name}`, { value: text })
}
