import type { RegistrationSummary } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import classes from './desk.module.css'

type Clock = Pick<RegistrationSummary, 'daysLeft' | 'daysKind' | 'overdue' | 'waitingDays'>

/** How long there is to decide; before acceptance, how long it has waited. */
export function DaysLeft({ item }: { item: Clock }) {
  const { t } = useTranslation('desk')
  const { daysLeft, daysKind, overdue, waitingDays } = item
  if (daysLeft === null || daysKind === null) {
    return waitingDays === null ? null : <strong>{t('queue.days', { count: waitingDays })}</strong>
  }
  if (overdue) {
    return (
      <strong className={classes.overdue}>
        {t(`clock.${daysKind}.over`, { count: Math.abs(daysLeft) })}
      </strong>
    )
  }
  return (
    <strong>{daysLeft === 0 ? t('clock.lastDay') : t(`clock.${daysKind}.left`, { count: daysLeft })}</strong>
  )
}
