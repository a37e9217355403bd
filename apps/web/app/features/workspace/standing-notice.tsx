import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import type { Workspace } from '../../lib/workspace.ts'
import { Notice } from '../../ui/notice.tsx'

/** What still keeps this person from dealing: no organization, or one that is not verified. */
export function StandingNotice({ workspace: { organization, organizations } }: { workspace: Workspace }) {
  const { t } = useTranslation('workspace')
  if (organization === null) {
    return (
      <Notice tone="needs-you" title={t('standing.noneTitle')}>
        <p>{t(organizations.length > 0 ? 'standing.choose' : 'standing.none')}</p>
        {organizations.length === 0 && <Link to={paths.newOrganization}>{t('standing.create')}</Link>}
      </Notice>
    )
  }
  if (organization.state === 'verified') return null
  return (
    <Notice
      tone={organization.state === 'pending' ? 'needs-you' : 'refused'}
      title={t(`standing.${organization.state}Title`)}
    >
      <p>{t(`standing.${organization.state}`)}</p>
      <Link to="/workspace/organization">{t('standing.toOrganization')}</Link>
    </Notice>
  )
}
