import type { Registration } from '@market/contracts/registration'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Day } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Timeline, type TimelineEntry } from '../../ui/timeline.tsx'
import classes from './desk.module.css'

/** Parties, number and what happened when. */
export function RegistrationRail({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const locale = useLocale()
  const { seller, buyer, agency, certificate, dueOn } = registration
  return (
    <>
      <Facts>
        {certificate && (
          <Fact label={t('rail.number')}>
            <Link to={paths.certificate(certificate.number, certificate.code)} className={classes.number}>
              {certificate.number}
            </Link>
          </Fact>
        )}
        <Fact label={t('rail.seller')}>
          <Link to={paths.organization(seller.id)}>{pick(seller, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('rail.buyer')}>
          <Link to={paths.organization(buyer.id)}>{pick(buyer, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('rail.agency')}>{pick(agency, 'name', locale)}</Fact>
        <Fact label={t('rail.filedBy')}>{registration.filedBy.name}</Fact>
        {dueOn !== null && (
          <Fact label={t('rail.dueOn')}>
            <Day date={dueOn} />
          </Fact>
        )}
      </Facts>
      <h2 className={classes.railTitle}>{t('rail.timeline')}</h2>
      <History registration={registration} />
    </>
  )
}

export function History({ registration }: { registration: Registration }) {
  const { t } = useTranslation('desk')
  const { createdAt, submittedAt, acceptedAt, decidedAt, state, versions } = registration
  const steps: TimelineEntry[] = [{ id: 'created', at: createdAt, title: t('history.created') }]
  if (submittedAt) steps.push({ id: 'submitted', at: submittedAt, title: t('history.submitted') })
  if (acceptedAt) steps.push({ id: 'accepted', at: acceptedAt, title: t('history.accepted') })
  if (decidedAt && state === 'refused')
    steps.push({ id: 'refused', at: decidedAt, title: t('history.refused') })
  for (const { version, entry, recordedAt, reason } of versions) {
    steps.push({
      id: `version-${version}`,
      at: recordedAt,
      title: t(`history.${entry}`, { version }),
      body: reason || undefined,
    })
  }
  return <Timeline entries={steps.toReversed()} />
}
