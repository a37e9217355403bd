import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** Stands where a list will be while it loads. */
export function SkeletonRows({ count = 5 }: { count?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <Skeleton key={at} height={56} mb="sm" radius="sm" />
      ))}
    </div>
  )
}
