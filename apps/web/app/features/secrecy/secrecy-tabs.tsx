import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { LinkTabs } from '../../ui/link-tabs.tsx'

/** The two sides one stands on, and one's own text. */
export function SecrecyTabs({ current }: { current: 'owner' | 'reader' | 'text' }) {
  const { t } = useTranslation('secrecy')
  return (
    <LinkTabs
      label={t('tabs.label')}
      current={current}
      tabs={[
        { key: 'owner', label: t('tabs.owner'), to: paths.secrecy },
        { key: 'reader', label: t('tabs.reader'), to: `${paths.secrecy}?side=reader` },
        { key: 'text', label: t('tabs.text'), to: paths.secrecyText },
      ]}
    />
  )
}
