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
import { LinkTabs } from '../../../ui/link-tabs.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Pager } from '../../../ui/pager.tsx'
import type { Route } from './+types/desk.ts'

export const handle = { wide: true }

const WAITING = ['submitted', 'accepted', 'under_review'] as const
const QUEUES = ['examine', 'assigned', 'overdue'] as const

export async function loader({ context, url }: Route.LoaderArgs) {
  const asked = RegistrationQuery.shape.state.safeParse(url.searchParams.get('state') ?? undefined)
  const state = asked.success ? asked.data : undefined
  const queue = QUEUES.find((name) => name === url.searchParams.get('queue')) ?? 'examine'
  const page = await apiOf(context).get('/api/registrations', RegistrationPage, {
    queue,
    state,
    cursor: url.searchParams.get('cursor'),
    limit: 50,
  })
  return { page, queue, state }
}

export default function Desk({ loaderData: { page, queue, state } }: Route.ComponentProps) {
  const { t } = useTranslation('desk')
  const { id } = useParams()
  return (
    <div className={classes.desk}>
      <PageHead title={t('queue.title')} unlisted />
      <div className={classes.queue} data-reading={id === undefined ? undefined : true}>
        <h1>{t('queue.title')}</h1>
        <p className={classes.lead}>{t('queue.lead')}</p>
        <LinkTabs
          label={t('queue.whose')}
          current={queue}
          tabs={QUEUES.map((key) => ({ key, label: t(`queue.tabs.${key}`), to: deskAddress(key, state) }))}
        />
        <Filters queue={queue} current={state} />
        <nav aria-label={t('queue.label')}>
          <Queue items={page.items} query={deskAddress(queue, state).slice(paths.desk.length)} />
        </nav>
        <Pager nextCursor={page.nextCursor} />
        <Shortcuts />
      </div>
      <Outlet />
    </div>
  )
}

type QueueName = (typeof QUEUES)[number]

/** The desk as narrowed; the record beside the queue keeps it. */
function deskAddress(queue: QueueName, state: string | undefined): string {
  const query = new URLSearchParams()
  if (queue !== 'examine') query.set('queue', queue)
  if (state !== undefined) query.set('state', state)
  return query.size === 0 ? paths.desk : `${paths.desk}?${query}`
}

function Filters({ queue, current }: { queue: QueueName; current: string | undefined }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  return (
    <nav aria-label={t('queue.filter')} className={classes.filters}>
      <Link to={deskAddress(queue, undefined)} aria-current={current === undefined ? 'page' : undefined}>
        {t('queue.all')}
      </Link>
      {WAITING.map((state) => (
        <Link
          key={state}
          to={deskAddress(queue, state)}
          aria-current={current === state ? 'page' : undefined}
        >
          {labelOf(REGISTRATION_STATE_NAMES, state, locale)}
        </Link>
      ))}
    </nav>
  )
}
