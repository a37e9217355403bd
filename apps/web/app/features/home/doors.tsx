import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import classes from './home.module.css'

const DOORS = [
  { key: 'post', to: paths.newListing },
  { key: 'find', to: '/search' },
  { key: 'need', to: paths.needs },
  { key: 'register', to: paths.registrations },
] as const

/** The ways in: post, find, ask, register. */
export function Doors() {
  const { t } = useTranslation('home')
  return (
    <nav aria-label={t('doors.label')} className={classes.doors}>
      {DOORS.map(({ key, to }) => (
        <Link key={key} to={to}>
          <strong>
            {t(`doors.${key}`)}
            <IconArrowRight size={18} aria-hidden="true" />
          </strong>
          <span>{t(`doors.${key}Text`)}</span>
        </Link>
      ))}
    </nav>
  )
}
