import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../../ui/empty-state.tsx'

export default function DeskEmpty() {
  const { t } = useTranslation('desk')
  return <EmptyState title={t('queue.choose')}>{t('queue.chooseHint')}</EmptyState>
}
