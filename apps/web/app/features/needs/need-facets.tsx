import { NEED_QUERY_FACETS, type NeedSearchPage } from '@market/contracts/demands'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import classes from './needs.module.css'

interface NeedFacetsProps {
  facets: NeedSearchPage['facets']
  /** Of the address, with what is chosen already. */
  search: string
}

/** Filters as links: a sheet to open on the phone, beside the results where there is room. */
export function NeedFacets({ facets, search }: NeedFacetsProps) {
  const { t } = useTranslation('needs')
  const element = useRef<HTMLDetailsElement>(null)
  // Style sheets open it where `::details-content` is known; this is for the browsers before.
  useEffect(() => {
    if (element.current && window.matchMedia('(min-width: 62em)').matches) element.current.open = true
  }, [])
  return (
    <details ref={element} className={classes.sheet}>
      <summary>{t('facets.label')}</summary>
      <nav aria-label={t('facets.label')} className={classes.facets}>
        {NEED_QUERY_FACETS.filter((facet) => facets[facet].length > 0).map((facet) => (
          <section key={facet}>
            <h2>{t(`facets.${facet}`)}</h2>
            <FacetLinks facet={facet} values={facets[facet]} search={search} />
          </section>
        ))}
      </nav>
    </details>
  )
}

type Facet = (typeof NEED_QUERY_FACETS)[number]
type Value = NeedSearchPage['facets'][Facet][number]

function FacetLinks({ facet, values, search }: { facet: Facet; values: readonly Value[]; search: string }) {
  const { t } = useTranslation('needs')
  const locale = useLocale()
  return (
    <ul>
      {values.map((value) => (
        <li key={value.value}>
          <Link
            to={`/needs?${toggled(search, facet, value)}`}
            rel="nofollow"
            data-chosen={value.chosen || undefined}
          >
            <span className={classes.facetName}>
              {value.chosen && <span className="visually-hidden">{t('facets.remove')} </span>}
              {pick(value, 'name', locale)}
            </span>
            <span className={classes.count}>{value.count}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function toggled(search: string, facet: string, { value, chosen }: Value) {
  const params = new URLSearchParams(search)
  params.delete('cursor')
  if (chosen) params.delete(facet, value)
  else params.append(facet, value)
  return params
}
