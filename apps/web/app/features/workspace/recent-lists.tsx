import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatInstantDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { dealTitle } from '../../ui/deal-subject.tsx'
import { Money } from '../../ui/money.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import type { Work } from './load-work.server.ts'
import classes from './workspace-home.module.css'

/** What moved last, whoever has to act. */
export function RecentLists({ recent }: { recent: Work['recent'] }) {
  const { t } = useTranslation('workspace')
  const locale = useLocale()
  const { requests, contracts, registrations } = recent
  return (
    <>
      {requests.length > 0 && (
        <Recent title={t('nav.requests')} to={paths.requests}>
          {requests.map((item) => (
            <RecordRow
              key={item.id}
              to={paths.request(item.id)}
              title={dealTitle(item, locale)}
              meta={`${pick(item.requester, 'name', locale)} → ${pick(item.owner, 'name', locale)}`}
              badge={<StateBadge subject="request" state={item.state} />}
              note={formatInstantDay(item.updatedAt, locale)}
            />
          ))}
        </Recent>
      )}
      {contracts.length > 0 && (
        <Recent title={t('nav.contracts')} to={paths.contracts}>
          {contracts.map((item) => (
            <RecordRow
              key={item.id}
              to={paths.contract(item.id)}
              title={item.title}
              meta={`${pick(item.seller, 'name', locale)} → ${pick(item.buyer, 'name', locale)}`}
              badge={<StateBadge subject="contract" state={item.state} />}
              note={<Money fen={item.contractAmountFen} />}
            />
          ))}
        </Recent>
      )}
      {registrations.length > 0 && (
        <Recent title={t('nav.registrations')} to={paths.registrations}>
          {registrations.map((item) => (
            <RecordRow
              key={item.id}
              to={paths.registration(item.id)}
              title={item.title}
              meta={item.number ?? pick(item.agency, 'name', locale)}
              badge={<StateBadge subject="registration" state={item.state} />}
              note={<Money fen={item.contractAmountFen} />}
            />
          ))}
        </Recent>
      )}
    </>
  )
}

function Recent({ title, to, children }: { title: string; to: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <section className={classes.recent}>
      <div className={classes.head}>
        <h2>{title}</h2>
        <Link to={to} aria-label={`${t('more')}: ${title}`}>
          {t('more')}
        </Link>
      </div>
      <RecordList label={title}>{children}</RecordList>
    </section>
  )
}
