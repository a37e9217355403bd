import { IconBell } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import classes from './shell.module.css'

const MOST_SHOWN = 99

/** The way to the inbox, with how much is unread. */
export function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation('returning')
  const label = t('inbox.bell', { count: unread })
  return (
    <Link to={paths.notifications} className={classes.tool} aria-label={label} title={label}>
      <IconBell size={18} aria-hidden="true" />
      {unread > 0 && (
        <span className={classes.unread} aria-hidden="true">
          {unread > MOST_SHOWN ? t('inbox.many') : unread}
        </span>
      )}
    </Link>
  )
}
