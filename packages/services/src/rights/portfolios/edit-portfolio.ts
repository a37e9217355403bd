import { inUnitOfWork, refusingOn } from '@market/database'
import { portfolios } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import type { PortfolioInput } from './create-portfolio.ts'
import { findPortfolio, type PortfolioRow, portfolioRefusals, writeMembers } from './records.ts'

export interface EditPortfolioInput extends PortfolioInput {
  id: string
  /** The revision the editor read. */
  revision: number
}

/** Renames a portfolio or changes its rights. Refuses with `request.invalid` and `portfolio.changed_meanwhile`. */
export const editPortfolio = (context: ServiceContext, input: EditPortfolioInput): Promise<PortfolioRow> => {
  const actor = requireMember(context)
  const { id, revision, rightIds, ...columns } = input
  return refusingOn(portfolioRefusals, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const before = await findPortfolio(tx, actor, id, 'portfolio.edit')
      const [after] = await tx
        .update(portfolios)
        .set({ ...columns, revision: revision + 1, updatedAt: now })
        .where(and(eq(portfolios.id, id), eq(portfolios.revision, revision)))
        .returning()
      if (!after) throw refuse('conflict', 'portfolio.changed_meanwhile', { revision: before.revision })
      await writeMembers(tx, after, rightIds)
      const { organizationId } = before
      audit({
        action: 'portfolio.edit',
        subjectType: 'portfolio',
        subjectId: id,
        organizationId,
        before,
        after: { ...columns, rightIds },
      })
      return after
    }),
  )
}
