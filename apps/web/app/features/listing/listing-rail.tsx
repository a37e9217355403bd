import { Button } from '@mantine/core'
import {
  labelOf,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { nameIn, pick } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { paths } from '../../lib/paths.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { ListingState } from '../../ui/listing-state.tsx'
import { Money } from '../../ui/money.tsx'
import { Price } from '../../ui/price.tsx'
import { ContactFact } from './contact.tsx'
import { FrozenNotice } from './encumbrances.tsx'
import classes from './listing.module.css'
import type { CodeHeading, ListingView } from './load-listing.server.ts'

/** The one thing to do with a listing: ask for it, while it can be had. */
export function RequestAction({ view: { listing, encumbrances, licences } }: { view: ListingView }) {
  const { t } = useTranslation('listing')
  if (listing.state === 'transferred') return <p className={classes.note}>{t('action.transferred')}</p>
  if (listing.state !== 'published' && listing.state !== 'under_negotiation') return null
  if (encumbrances.frozen) return <FrozenNotice frozen={encumbrances.frozen} />
  return (
    <div className={`${classes.action} no-print`}>
      <Button component={Link} to={paths.newRequest(listing.id)} size="md" fullWidth>
        {t('action.request')}
      </Button>
      <p className={classes.note}>{t('action.explain')}</p>
      <AtOnce listingId={listing.id} licences={licences} />
    </div>
  )
}

/** The shorter way, where the owner has published terms. */
function AtOnce({ listingId, licences }: { listingId: string; licences: ListingView['licences'] }) {
  const { t } = useTranslation('licences')
  const fees = licences.flatMap(({ tiers }) => tiers.map(({ feeFen }) => feeFen))
  if (fees.length === 0) return null
  return (
    <>
      <Button component={Link} to={paths.listingLicences(listingId)} variant="default" size="md" fullWidth>
        {t('see')}
      </Button>
      <p className={classes.note}>
        {licences.map(({ kind }) => t(`kind.${kind}`)).join(' · ')} · {t('from')}{' '}
        <Money fen={Math.min(...fees)} />
      </p>
    </>
  )
}

/** Facts at the side of the article. */
export function ListingRail({ view }: { view: ListingView }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  const { listing, encumbrances, region, industry, ipc } = view
  const { organization, maturityLevel, technicalField, planIndustry } = listing
  return (
    <>
      <Facts>
        <Fact label={t('rail.owner')}>
          <Link to={paths.organization(organization.id)}>{pick(organization, 'name', locale)}</Link>
        </Fact>
        <Fact label={t('rail.price')}>
          <span className={classes.railPrice}>
            <Price mode={listing.priceMode} fen={listing.priceFen} maxFen={listing.priceMaxFen} />
          </span>
        </Fact>
        <Fact label={t('rail.modes')}>
          {listing.transferModes
            .map((mode) => labelOf(TRANSFER_MODES, mode, locale))
            .join(locale === 'en' ? ', ' : '、')}
        </Fact>
        {maturityLevel !== null && <MaturityFact level={maturityLevel} />}
        <Fact label={t('rail.state')}>
          <ListingState state={listing.state} frozen={encumbrances.frozen !== null} />
        </Fact>
        {technicalField !== null && (
          <Fact label={t('rail.field')}>{labelOf(TECHNICAL_FIELDS, technicalField, locale)}</Fact>
        )}
        {planIndustry !== null && (
          <Fact label={t('rail.planIndustry')}>
            <Link to={paths.searchBy('planIndustry', planIndustry)}>
              {labelOf(PLAN_INDUSTRIES, planIndustry, locale)}
            </Link>
          </Fact>
        )}
        {industry && <Fact label={t('rail.industry')}>{codeText(industry, locale)}</Fact>}
        {ipc.length > 0 && (
          <Fact label={t('rail.ipc')}>
            {ipc.map((entry) => (
              <span key={entry.code} className={classes.code}>
                {codeText(entry, locale)}
              </span>
            ))}
          </Fact>
        )}
        <Fact label={t('rail.region')}>{nameIn(region, locale)}</Fact>
      </Facts>
      {listing.contact && <ContactFact contact={listing.contact} />}
      {organization.sample && <p className={classes.note}>{t('rail.sample')}</p>}
    </>
  )
}

function codeText(entry: CodeHeading, locale: 'zh-CN' | 'en'): string {
  return `${entry.code} ${nameIn(entry, locale)}`.trim()
}

/** The level as nine small steps, with its name; the number is in words for everybody. */
function MaturityFact({ level }: { level: number }) {
  const { t } = useTranslation('listing')
  const locale = useLocale()
  return (
    <Fact label={t('rail.maturity')}>
      <span className={classes.steps} aria-hidden="true">
        {MATURITY_LEVELS.map((step) => (
          <span key={step.code} data-reached={step.level <= level || undefined} />
        ))}
      </span>
      {t('levelOf', { level })}
      <span className={classes.note}>{labelOf(MATURITY_LEVELS, String(level), locale)}</span>
    </Fact>
  )
}
