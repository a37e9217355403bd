import { Organization, OrganizationProfile } from '@market/contracts/organizations'
import { findRegion, labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import classes from '../features/directory/directory.module.css'
import { loadPublished } from '../features/directory/load-published.server.ts'
import { ProfileFacts } from '../features/directory/profile.tsx'
import { PublishedListings } from '../features/directory/published-listings.tsx'
import { nameIn, pick } from '../lib/i18n/locale.ts'
import { useLocale } from '../lib/i18n/use-locale.ts'
import { paths } from '../lib/paths.ts'
import { apiOf } from '../lib/request-context.server.ts'
import { Fact, Facts, WithRail } from '../ui/facts.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { PageHeader } from '../ui/page-header.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import type { Route } from './+types/organization.ts'

export async function loader({ context, params, url }: Route.LoaderArgs) {
  const api = apiOf(context)
  const organization = await api.get(`/api/organizations/${encodeURIComponent(params.id)}`, Organization)
  const profile = await api.get(
    `/api/organizations/${encodeURIComponent(params.id)}/profile`,
    OrganizationProfile,
  )
  const published = await loadPublished(api, organization.id, url.searchParams)
  const { zh, en } = findRegion(organization.regionCode) ?? { zh: '', en: '' }
  return { organization, profile, region: { zh, en }, published }
}

export default function OrganizationPage({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation(['directory', 'common'])
  const locale = useLocale()
  const { organization, published } = loaderData
  const name = pick(organization, 'name', locale)
  const intro = pick(organization, 'intro', locale)
  return (
    <>
      <PageHead
        title={name}
        description={intro.slice(0, 160) || t('directory:description')}
        unlisted={published.narrowed}
        structured={{
          '@type': 'Organization',
          name,
          identifier: organization.creditCode,
          url: organization.website,
        }}
      />
      <PageHeader
        trail={[{ label: t('common:nav.organizations'), to: paths.organizations }]}
        title={name}
        eyebrow={labelOf(ORGANIZATION_KIND_NAMES, organization.kind, locale)}
      />
      <WithRail rail={<OrganizationFacts {...loaderData} />}>
        {intro === '' ? (
          <p className={classes.quiet}>{t('directory:organization.noIntro')}</p>
        ) : (
          <p className={classes.intro}>{intro}</p>
        )}
        <PublishedListings published={published} />
      </WithRail>
    </>
  )
}

type View = Route.ComponentProps['loaderData']

function OrganizationFacts({ organization, profile, region }: View) {
  const { t } = useTranslation(['directory', 'common'])
  const locale = useLocale()
  return (
    <>
      <Facts>
        <Fact label={t('directory:organization.state')}>
          <StateBadge subject="organization" state={organization.state} />
        </Fact>
        <Fact label={t('directory:organization.creditCode')}>{organization.creditCode}</Fact>
        <Fact label={t('directory:organization.region')}>{nameIn(region, locale)}</Fact>
        <Fact label={t('directory:organization.stateOwned')}>
          {t(organization.stateOwned ? 'common:yes' : 'common:no')}
        </Fact>
        {organization.website && (
          <Fact label={t('directory:organization.website')}>
            <a href={organization.website} rel="nofollow noopener">
              {organization.website}
            </a>
          </Fact>
        )}
      </Facts>
      <ProfileFacts profile={profile} organizationId={organization.id} />
      {organization.sample && <p className={classes.note}>{t('directory:organization.sample')}</p>}
    </>
  )
}
