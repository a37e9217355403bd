import type { LicenceRequest } from '@market/contracts/licensing'
import { EXCLUSIVITIES, labelOf, TRANSFER_MODES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Instant } from '../../ui/day.tsx'
import { DealSubject } from '../../ui/deal-subject.tsx'
import { DealTimeline } from '../../ui/deal-timeline.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Money } from '../../ui/money.tsx'
import classes from './licensing.module.css'
import { Term } from './term.tsx'

/** What was asked for at the start, and everything that happened since. */
export function RequestRail({ request }: { request: LicenceRequest }) {
  const { t } = useTranslation('licensing')
  const locale = useLocale()
  const { listing, need, requester, owner, offerFen } = request
  return (
    <>
      <Facts>
        <DealSubject listing={listing} need={need} />
        <Fact label={t('rail.requester')}>
          <Link to={paths.organization(requester.id)}>{pick(requester, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('rail.owner')}>
          <Link to={paths.organization(owner.id)}>{pick(owner, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('fields.transferMode')}>
          {labelOf(TRANSFER_MODES, request.transferMode, locale)}
          {request.exclusivity !== 'not_applicable' &&
            ` · ${labelOf(EXCLUSIVITIES, request.exclusivity, locale)}`}
        </Fact>
        <Fact label={t('fields.fieldOfUse')}>{request.fieldOfUse || t('terms.open')}</Fact>
        <Fact label={t('fields.territory')}>{request.territory || t('terms.open')}</Fact>
        <Fact label={t('fields.termMonths')}>
          <Term months={request.termMonths} />
        </Fact>
        <Fact label={t('fields.offerFen')}>
          {offerFen === null ? t('terms.noOffer') : <Money fen={offerFen} unit="yuan" />}
        </Fact>
        <Fact label={t('rail.sentAt')}>
          <Instant at={request.createdAt} />
        </Fact>
      </Facts>
      <h2 className={classes.railTitle}>{t('rail.timeline')}</h2>
      <DealTimeline
        entries={request.timeline}
        parties={[requester, owner, ...request.brokerages.map(({ organization }) => organization)]}
      />
    </>
  )
}
