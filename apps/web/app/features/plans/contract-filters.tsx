import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import type { Condition } from './contract-conditions.server.ts'
import classes from './plans.module.css'

/** What the list is narrowed to; each condition can be taken away. */
export function ContractFilters({ conditions }: { conditions: readonly Condition[] }) {
  const { t } = useTranslation('plans')
  if (conditions.length === 0) return null
  return (
    <ul className={classes.filters} aria-label={t('contracts.filters')}>
      {conditions.map(({ name, without }) => (
        <li key={name}>
          <Link to={paths.turnoverContracts(without)}>
            {name}
            <IconX size={14} aria-hidden="true" />
            <span className="visually-hidden">{t('contracts.remove', { name })}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
