import { useTranslation } from 'react-i18next'
import { LinkTabs } from '../../ui/link-tabs.tsx'

/** The sides of one's own organization. */
export function OrganizationTabs({ current }: { current: 'details' | 'members' | 'contacts' }) {
  const { t } = useTranslation('organizations')
  return (
    <LinkTabs
      label={t('own.title')}
      current={current}
      tabs={[
        { key: 'details', label: t('own.details'), to: '/workspace/organization' },
        { key: 'members', label: t('own.members'), to: '/workspace/organization/members' },
        { key: 'contacts', label: t('own.contacts'), to: '/workspace/organization/contacts' },
      ]}
    />
  )
}
