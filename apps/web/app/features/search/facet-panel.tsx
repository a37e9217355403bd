import {
  type FacetValue,
  SEARCH_BOUNDS,
  SEARCH_FACETS,
  type SearchFacet,
  type SearchPage,
} from '@market/contracts/discovery'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { type Locale, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { FacetRow } from './facet-row.tsx'
import { IndustryTree } from './industry-tree.tsx'
import { TYPED_PRICES } from './range-bounds.ts'
import { RangeForm } from './range-form.tsx'
import classes from './search.module.css'

/** The industries come first, as a tree of their own. */
const ORDER: readonly SearchFacet[] = ['mode', 'maturity', 'price', 'field', 'ipc', 'kind', 'owner', 'region']
const SHOWN = 6

interface FacetPanelProps {
  facets: SearchPage['facets']
  chosenCount: number
}

/** Filters as links. A sheet to open on the phone; beside the results where there is room. */
export function FacetPanel({ facets, chosenCount }: FacetPanelProps) {
  const { t } = useTranslation('search')
  const element = useOpenWhereThereIsRoom()
  return (
    <details ref={element} className={classes.facets}>
      <summary>
        {chosenCount > 0 ? t('facets.titleChosen', { count: chosenCount }) : t('facets.title')}
      </summary>
      <div className={classes.facetList}>
        {chosenCount > 0 && <ClearLink />}
        <IndustryTree values={facets.planIndustry ?? []} />
        <RangeForm />
        {ORDER.map((facet) => (
          <FacetGroup key={facet} facet={facet} values={arrange(facet, facets[facet] ?? [])} />
        ))}
      </div>
    </details>
  )
}

/** Style sheets show a closed element's content where `::details-content` is known; this is for the browsers before. */
function useOpenWhereThereIsRoom() {
  const element = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (element.current && window.matchMedia('(min-width: 62em)').matches) element.current.open = true
  }, [])
  return element
}

/** Levels of maturity stand in their order, the highest first; everything else by count, as it comes. */
function arrange(facet: SearchFacet, values: readonly FacetValue[]): readonly FacetValue[] {
  if (facet === 'ipc') return openedLevels(values)
  return facet === 'maturity'
    ? [...values].sort((left, right) => Number(right.value) - Number(left.value))
    : values
}

/** The classification is opened level by level: what was chosen shows the level below it. */
function openedLevels(values: readonly FacetValue[]): readonly FacetValue[] {
  const above = (code: string) =>
    code.length === 4 ? code.slice(0, 3) : code.slice(0, code.length === 3 ? 1 : 0)
  const opened = new Set(
    values.filter(({ chosen }) => chosen).flatMap(({ value }) => [value, above(value), value.slice(0, 1)]),
  )
  return values
    .filter(({ value, chosen }) => chosen || value.length === 1 || opened.has(above(value)))
    .toSorted((left, right) => (left.value < right.value ? -1 : 1))
}

function ClearLink() {
  const { t } = useTranslation('search')
  const params = new URLSearchParams(useLocation().search)
  for (const name of [...SEARCH_FACETS, ...SEARCH_BOUNDS, ...Object.keys(TYPED_PRICES), 'cursor'])
    params.delete(name)
  return (
    <Link to={`/search?${params}`} className={classes.clear}>
      {t('facets.clear')}
    </Link>
  )
}

function FacetGroup({ facet, values }: { facet: SearchFacet; values: readonly FacetValue[] }) {
  const { t } = useTranslation('search')
  if (values.length === 0) return null
  // Of the classification what is open has been asked for.
  const first = values.filter((value, at) => at < SHOWN || value.chosen || facet === 'ipc')
  const rest = values.filter((value) => !first.includes(value))
  return (
    <section className={classes.facet}>
      <h2>{t(`facets.${facet}`)}</h2>
      <ul>
        {first.map((value) => (
          <FacetLink key={value.value} facet={facet} value={value} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('facets.more', { count: rest.length })}</summary>
          <ul>
            {rest.map((value) => (
              <FacetLink key={value.value} facet={facet} value={value} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** '8' with 'Product: finalized, …' → level 8, 'Product'. */
function levelName(value: FacetValue, locale: Locale): { level: string; name: string } {
  return { level: value.value, name: pick(value, 'name', locale).split(/[：:]/, 1)[0] ?? '' }
}

function facetName(facet: SearchFacet, value: FacetValue, locale: Locale): string {
  const name = pick(value, 'name', locale)
  return facet === 'ipc' ? `${value.value} ${name}` : name
}

function FacetLink({ facet, value }: { facet: SearchFacet; value: FacetValue }) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  return (
    <FacetRow
      facet={facet}
      values={[value.value]}
      chosen={value.chosen ? 'all' : 'none'}
      name={
        facet === 'maturity' ? t('facets.level', levelName(value, locale)) : facetName(facet, value, locale)
      }
      count={value.count}
      depth={facet === 'ipc' ? Math.max(0, value.value.length - 2) : 0}
    />
  )
}
