import type { RegistrationSummary } from '@market/contracts/registration'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Money } from '../../ui/money.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { DaysLeft } from './days-left.tsx'
import classes from './desk.module.css'
import { useDeskKeys } from './use-desk-keys.ts'

interface QueueProps {
  items: readonly RegistrationSummary[]
  /** Query of the present filter, kept from record to record. */
  query: string
}

/** What waits for a registrar, the longest wait first. */
export function Queue({ items, query }: QueueProps) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const list = useRef<HTMLUListElement>(null)
  useDeskKeys(list)
  if (items.length === 0) return <p className={classes.nothing}>{t('queue.none')}</p>
  return (
    <ul ref={list} className={classes.queueList}>
      {items.map((item) => (
        <li key={item.id}>
          <NavLink to={`${paths.deskRecord(item.id)}${query}`} prefetch="intent">
            <span className={classes.queueTitle}>{item.title}</span>
            <span className={classes.queueMeta}>
              {pick(item.agency, 'name', locale)}
              {item.mine && <em>{t('queue.mine')}</em>}
              {item.assignedTo && <span>{t('queue.at', { name: item.assignedTo.name })}</span>}
            </span>
            <span className={classes.queueMeta}>
              <StateBadge subject="registration" state={item.state} />
              <Money fen={item.contractAmountFen} />
              <DaysLeft item={item} />
            </span>
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
