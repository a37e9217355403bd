import type { Exclusivity, TechnicalField } from '@market/domain/codes'
import { authorize, may } from '@market/domain/policy'
import type { ContractType } from '@market/domain/regimes'
import type { ServiceContext } from '../index.ts'
import { type ComparableRecord, readPrices, readReleasedPrices } from './releases/released-prices.ts'

export interface ListComparablesInput {
  field?: TechnicalField | undefined
  type?: ContractType | undefined
  exclusivity?: Exclusivity | undefined
}

/**
 * Price ranges of registered contracts by technical field, type (of today's five) and exclusivity, only where at least
 * five contracts of three sellers stand behind one; the public reads them as released. Sales between related parties say
 * nothing of a price and are left out.
 */
export const listComparables = async (
  { db, actor }: ServiceContext,
  { field, type, exclusivity }: ListComparablesInput,
): Promise<ComparableRecord[]> => {
  authorize(actor, 'turnover.read')
  const open = may(actor, 'turnover.read_ledger')
  const prices = open ? await readPrices(db, false) : await readReleasedPrices(db)
  return prices.filter(
    (price) =>
      (field === undefined || price.field === field) &&
      (type === undefined || price.type === type) &&
      (exclusivity === undefined || price.exclusivity === exclusivity),
  )
}
