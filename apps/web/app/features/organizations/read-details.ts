import type { FormReader } from '../../lib/read-form.ts'

/** What a member may change without a new verification. */
export const readDetails = (read: FormReader) => ({
  nameZh: read.text('nameZh'),
  nameEn: read.text('nameEn'),
  regionCode: read.text('regionCode'),
  stateOwned: read.checked('stateOwned'),
  introZh: read.text('introZh'),
  introEn: read.text('introEn'),
  website: read.choice('website'),
})
