import { labelOf } from '@market/domain/codes'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { type By, CODES_BY } from './code-names.ts'
import classes from './plans.module.css'

const DIMENSIONS: readonly By[] = ['type', 'field', 'planIndustry']

/** What the list is narrowed to; each condition can be taken away. */
export function ContractFilters({ query }: { query: string }) {
  const { t } = useTranslation('plans')
  const locale = useLocale()
  const params = new URLSearchParams(query)
  const year = params.get('year')
  const chosen = DIMENSIONS.flatMap((by) => {
    const code = params.get(by)
    return code === null ? [] : [{ by: by as string, name: labelOf(CODES_BY[by], code, locale) }]
  })
  if (year !== null) chosen.unshift({ by: 'year', name: t('contracts.year', { year }) })
  if (chosen.length === 0) return null
  return (
    <ul className={classes.filters} aria-label={t('contracts.filters')}>
      {chosen.map(({ by, name }) => (
        <li key={by}>
          <Link to={paths.turnoverContracts(without(params, by))}>
            {name}
            <IconX size={14} aria-hidden="true" />
            <span className="visually-hidden">{t('contracts.remove', { name })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function without(params: URLSearchParams, name: string): string {
  const rest = new URLSearchParams(params)
  rest.delete(name)
  rest.delete('cursor')
  return rest.toString()
}
