import type { DealListing, DealNeed } from '@market/contracts/licensing'

export const presentDealListing = ({ id, kind, state, titleZh, titleEn }: DealListing): DealListing => ({
  id,
  kind,
  state,
  titleZh,
  titleEn,
})

export const presentDealNeed = ({ id, titleZh, titleEn }: DealNeed): DealNeed => ({ id, titleZh, titleEn })
