import { RegistrationPage, RegistrationQuery } from '@market/contracts/registration'
import { labelOf, REGISTRATION_STATE_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link, Outlet, useParams } from 'react-router'
import classes from '../../../features/registration-desk/desk.module.css'
import { Queue } from '../../../features/registration-desk/queue.tsx'
import { Shortcuts } from '../../../features/registration-desk/shortcuts.tsx'
import { useLocale } from '../../../lib/i18n/use-locale.ts'
import { paths } from '../../../lib/paths.ts'
import { apiOf } from '../../../lib/request-context.server.ts'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/desk.ts'

export const handle = { wide: true }

const WAITING = ['submitted', 'accepted', 'under_review'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = RegistrationQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const page = await apiOf(context).get('/api/registrations', RegistrationPage, {
    queue: 'examine',
    state,
    cursor: url.searchParams.get('cursor'),
    limit: 50,
  })
  return { page, state }
}

export default function Desk({ loaderData: { page, state } }: Route.ComponentProps) {
  const { t } = useTranslation('desk')
  const { id } = useParams()
  return (
    <div className={classes.desk}>
      <PageHead title={t('queue.title')} unlisted />
      <div className={classes.queue} data-reading={id === undefined ? undefined : true}>
        <h1>{t('queue.title')}</h1>
        <p className={classes.lead}>{t('queue.lead')}</p>
        <Filters current={state} />
        <nav aria-label={t('queue.label')}>
          <Queue items={page.items} query={state === undefined ? '' : `?state=${state}`} />
        </nav>
        <Pager nextCursor={page.nextCursor} />
        <Shortcuts />
      </div>
      <Outlet />
    </div>
  )
}

function Filters({ current }: { current: string | undefined }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  return (
    <nav aria-label={t('queue.filter')} className={classes.filters}>
      <Link to={paths.desk} aria-current={current === undefined ? 'page' : undefined}>
        {t('queue.all')}
      </Link>
      {WAITING.map((state) => (
        <Link
          key={state}
          to={`${paths.desk}?state=${state}`}
          aria-current={current === state ? 'page' : undefined}
        >
          {labelOf(REGISTRATION_STATE_NAMES, state, locale)}
        </Link>
      ))}
    </nav>
  )
}
