import type { RightHistoryEntry, RightRecord } from '@market/contracts/rights'
import {
  LICENCE_KINDS,
  labelOf,
  RIGHT_ENDINGS,
  RIGHT_EVENT_KINDS,
  RIGHT_KINDS,
  RIGHT_SOURCES,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDay } from '../../lib/format.ts'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { RecordList, RecordRow } from '../../ui/record-list.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Timeline } from '../../ui/timeline.tsx'

export function RightFacts({ right }: { right: RightRecord }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const owners = right.owners.map(({ name, share }) => (share === null ? name : `${name} ${share}`))
  const list = locale === 'en' ? ', ' : '、'
  return (
    <Facts>
      <Fact label={t('fields.kind')}>{labelOf(RIGHT_KINDS, right.kind, locale)}</Fact>
      <Fact label={t('fields.number')}>{right.number ?? t('noNumber')}</Fact>
      <Fact label={t('fields.owners')}>{owners.join(list)}</Fact>
      {right.inventorNames.length > 0 && (
        <Fact label={t('fields.inventorNames')}>{right.inventorNames.join(list)}</Fact>
      )}
      {right.filedOn && (
        <Fact label={t('fields.filedOn')}>
          <Day date={right.filedOn} />
        </Fact>
      )}
      {right.publicationNumber && (
        <Fact label={t('fields.publicationNumber')}>{right.publicationNumber}</Fact>
      )}
      {right.publishedOn && (
        <Fact label={t('fields.publishedOn')}>
          <Day date={right.publishedOn} />
        </Fact>
      )}
      {right.grantedOn && (
        <Fact label={t('fields.grantedOn')}>
          <Day date={right.grantedOn} />
        </Fact>
      )}
      {right.expiresOn && (
        <Fact label={t('fields.expiresOn')}>
          <Day date={right.expiresOn} />{' '}
          {right.compensationDays > 0 && t('fields.compensation', { days: right.compensationDays })}
        </Fact>
      )}
      {right.portfolios.length > 0 && (
        <Fact label={t('portfolios')}>
          {right.portfolios.map((portfolio) => (
            <Link key={portfolio.id} to={paths.portfolio(portfolio.id)}>
              {pick(portfolio, 'name', locale)}
            </Link>
          ))}
        </Fact>
      )}
    </Facts>
  )
}

export function History({ right }: { right: RightRecord }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  const corrected = new Set(right.events.map(({ correctsId }) => correctsId))
  if (right.events.length === 0) return <p>{t('history.none')}</p>
  const titleOf = (event: RightHistoryEntry) => {
    const more = [
      formatDay(event.occurredOn, locale),
      labelOf(RIGHT_EVENT_KINDS, event.kind, locale),
      event.party,
      event.days === null ? '' : t('history.days', { days: event.days }),
      event.patentYear === null ? '' : t('history.year', { year: event.patentYear }),
      corrected.has(event.id) ? `（${t('history.corrected')}）` : '',
    ]
    return more.filter((word) => word !== '').join(' ')
  }
  return (
    <Timeline
      entries={right.events.toReversed().map((event) => ({
        id: event.id,
        at: event.enteredAt,
        title: titleOf(event),
        by: t('history.enteredBy', { name: event.enteredBy }),
        body: (
          <>
            {event.reference && <p>{event.reference}</p>}
            <p>
              {t('history.checked', {
                source: labelOf(RIGHT_SOURCES, event.source, locale),
                date: formatDay(event.checkedOn, locale),
              })}
            </p>
          </>
        ),
      }))}
    />
  )
}

export function RightListings({ right }: { right: RightRecord }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  if (right.listings.length === 0) return <p>{t('listings.none')}</p>
  return (
    <RecordList label={t('listings.title')}>
      {right.listings.map((listing) => (
        <RecordRow
          key={listing.id}
          to={`/workspace/listings/${listing.id}`}
          title={pick(listing, 'title', locale)}
          badge={<StateBadge subject="listing" state={listing.state} />}
          need={
            listing.frozenReason
              ? t('listings.frozen', { reason: labelOf(RIGHT_ENDINGS, listing.frozenReason, locale) })
              : undefined
          }
        />
      ))}
    </RecordList>
  )
}

export function RightLicences({ right }: { right: RightRecord }) {
  const { t } = useTranslation('rights')
  const locale = useLocale()
  if (right.licences.length === 0) return <p>{t('licences.none')}</p>
  return (
    <RecordList label={t('licences.title')}>
      {right.licences.map((licence) => (
        <RecordRow
          key={licence.contractId}
          to={paths.contract(licence.contractId)}
          title={licence.contractTitle}
          badge={<span>{labelOf(LICENCE_KINDS, licence.kind, locale)}</span>}
          need={licence.contested ? t('licences.contested') : undefined}
          meta={
            <>
              <span>{pick(licence.grantee, 'name', locale)}</span>
              <span>{licence.territoryWords}</span>
              <span>{licence.fieldWords}</span>
            </>
          }
          note={
            licence.endedOn
              ? t('licences.ended', { date: formatDay(licence.endedOn, locale) })
              : t('licences.period', {
                  from: formatDay(licence.startsOn, locale),
                  to: licence.endsOn ? formatDay(licence.endsOn, locale) : t('licences.noEnd'),
                })
          }
        />
      ))}
    </RecordList>
  )
}
