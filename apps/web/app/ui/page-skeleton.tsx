import { Skeleton } from '@mantine/core'
import { SkeletonRows } from './skeleton-rows.tsx'

/** The outline of a page that is still on its way: a heading and some lines. */
export function PageSkeleton() {
  return (
    <>
      <Skeleton height={36} width="min(24rem, 80%)" mb="sm" radius="sm" />
      <Skeleton height={20} width="min(36rem, 100%)" mb="xl" radius="sm" />
      <SkeletonRows count={6} />
    </>
  )
}
