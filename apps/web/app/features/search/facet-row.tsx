import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { formatCount } from '../../lib/format.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { withChosen, withoutChosen } from './choose-facet.ts'
import classes from './search.module.css'

interface FacetRowProps {
  facet: string
  /** What choosing it adds to the address, and letting go of it takes away. */
  values: readonly string[]
  chosen: 'all' | 'some' | 'none'
  name: ReactNode
  count: number
  /** How deep in a tree. */
  depth?: number
}

/** A filter to choose or to let go of: a link, so that it works without scripts and by keyboard. */
export function FacetRow({ facet, values, chosen, name, count, depth = 0 }: FacetRowProps) {
  const { t } = useTranslation('search')
  const locale = useLocale()
  const now = new URLSearchParams(useLocation().search)
  const params = (chosen === 'all' ? withoutChosen : withChosen)(now, facet, values)
  return (
    <li data-depth={depth || undefined}>
      <Link to={`/search?${params}`} rel="nofollow" data-chosen={chosen === 'all' || undefined}>
        <span className={classes.box} data-some={chosen === 'some' || undefined}>
          {chosen === 'all' && <IconCheck size={12} aria-hidden="true" />}
          {chosen === 'some' && <IconMinus size={12} aria-hidden="true" />}
        </span>
        <span className={classes.facetName}>
          {chosen === 'all' && <span className="visually-hidden">{t('facets.remove')} </span>}
          {name}
        </span>
        <span className={classes.count}>{formatCount(count, locale)}</span>
      </Link>
    </li>
  )
}
