import type { Organization } from '@market/contracts/organizations'
import { labelOf, ORGANIZATION_KIND_NAMES } from '@market/domain/codes'
import { useTranslation } from 'react-i18next'
import { formatInstantDay } from '../../lib/format.ts'
import { nameIn } from '../../lib/i18n/locale.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { StateBadge } from '../../ui/state-badge.tsx'

interface OrganizationFactsProps {
  organization: Organization
  region: { zh: string; en: string }
  /** Only what was verified: the rest stands beside it to be edited. */
  fixedOnly?: boolean
}

export function OrganizationFacts({ organization, region, fixedOnly = false }: OrganizationFactsProps) {
  const { t } = useTranslation(['organizations', 'common'])
  const locale = useLocale()
  return (
    <Facts>
      <Fact label={t('organizations:fields.state')}>
        <StateBadge subject="organization" state={organization.state} />
      </Fact>
      <Fact label={t('organizations:fields.kind')}>
        {labelOf(ORGANIZATION_KIND_NAMES, organization.kind, locale)}
      </Fact>
      <Fact label={t('organizations:fields.creditCode')}>{organization.creditCode}</Fact>
      {!fixedOnly && (
        <>
          <Fact label={t('organizations:fields.regionCode')}>{nameIn(region, locale)}</Fact>
          <Fact label={t('organizations:fields.stateOwned')}>
            {t(organization.stateOwned ? 'common:yes' : 'common:no')}
          </Fact>
          {organization.website && (
            <Fact label={t('organizations:fields.website')}>
              <a href={organization.website} rel="nofollow noopener">
                {organization.website}
              </a>
            </Fact>
          )}
        </>
      )}
      <Fact label={t('organizations:fields.createdAt')}>
        {formatInstantDay(organization.createdAt, locale)}
      </Fact>
    </Facts>
  )
}
