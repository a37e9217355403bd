import { useTranslation } from 'react-i18next'
import { paths } from '../../lib/paths.ts'
import { LinkTabs } from '../../ui/link-tabs.tsx'

export function RightsTabs({ current }: { current: 'rights' | 'portfolios' }) {
  const { t } = useTranslation('rights')
  return (
    <LinkTabs
      label={t('views')}
      current={current}
      tabs={[
        { key: 'rights', label: t('title'), to: paths.rights },
        { key: 'portfolios', label: t('portfolios'), to: paths.portfolios },
      ]}
    />
  )
}
