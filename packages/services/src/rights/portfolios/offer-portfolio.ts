import { refuse } from '@market/domain'
import type { ListingKind, RightKind } from '@market/domain/codes'
import { isPatentKind } from '@market/domain/listings'
import { requireMember, type ServiceContext } from '../../index.ts'
import { createListing, type ListingView } from '../../listings/index.ts'
import { getPortfolio } from './read-portfolios.ts'

const listingKindOf = (kinds: readonly RightKind[]): ListingKind => {
  if (kinds.some(isPatentKind)) return 'granted_patent'
  const [first] = kinds
  return first === undefined || isPatentKind(first) ? 'granted_patent' : first
}

/**
 * Begins one listing of all the rights of a portfolio. Refuses with `portfolio.not_found`, `portfolio.empty` and as
 * `createListing` does.
 */
export const offerPortfolio = async (context: ServiceContext, id: string): Promise<ListingView> => {
  requireMember(context)
  const { portfolio, rights } = await getPortfolio(context, id)
  if (rights.length === 0) throw refuse('precondition', 'portfolio.empty')
  const held = rights.map(({ right }) => right.id)
  const input = {
    kind: listingKindOf(rights.map(({ right }) => right.kind)),
    titleZh: portfolio.nameZh,
    titleEn: portfolio.nameEn,
    rights: rights.map(({ right }) => right),
  }
  return createListing(context, input, held)
}
