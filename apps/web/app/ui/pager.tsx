import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import classes from './pager.module.css'

interface PagerProps {
  nextCursor: string | null
  /** Name of the query parameter that carries the cursor. */
  parameter?: string
}

/** Forward paging by cursor: links that keep the rest of the address. Back is the browser's own. */
export function Pager({ nextCursor, parameter = 'cursor' }: PagerProps) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const here = new URLSearchParams(search)
  const isFirst = !here.has(parameter)
  if (isFirst && nextCursor === null) return null
  const first = new URLSearchParams(here)
  first.delete(parameter)
  const next = new URLSearchParams(here)
  if (nextCursor !== null) next.set(parameter, nextCursor)
  return (
    <nav aria-label={t('pager.label')} className={`${classes.pager} no-print`}>
      {!isFirst && (
        <Button component={Link} to={`${pathname}?${first}`} variant="subtle">
          {t('pager.first')}
        </Button>
      )}
      {nextCursor !== null && (
        <Button component={Link} to={`${pathname}?${next}`} variant="default" rel="next">
          {t('pager.next')}
        </Button>
      )}
    </nav>
  )
}
