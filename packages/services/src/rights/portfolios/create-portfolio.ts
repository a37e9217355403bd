import { inUnitOfWork, refusingOn } from '@market/database'
import { portfolios } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../../index.ts'
import { type PortfolioRow, portfolioRefusals, writeMembers } from './records.ts'

export interface PortfolioInput {
  nameZh: string
  nameEn: string
  description: string
  rightIds: string[]
}

/** Names a group of the organization's rights. Refuses with `request.invalid` (name taken, right unknown). */
export const createPortfolio = async (
  context: ServiceContext,
  input: PortfolioInput,
): Promise<PortfolioRow> => {
  const actor = requireMember(context)
  authorize(actor, 'portfolio.create')
  const { organizationId } = actor
  const { rightIds, ...columns } = input
  return refusingOn(portfolioRefusals, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const [portfolio] = await tx
        .insert(portfolios)
        .values({ ...columns, id: context.ids.next(), organizationId, createdAt: now, updatedAt: now })
        .returning()
      if (!portfolio) throw new Error('The portfolio was not stored.')
      await writeMembers(tx, portfolio, rightIds)
      audit({
        action: 'portfolio.create',
        subjectType: 'portfolio',
        subjectId: portfolio.id,
        organizationId,
        after: input,
      })
      return portfolio
    }),
  )
}
