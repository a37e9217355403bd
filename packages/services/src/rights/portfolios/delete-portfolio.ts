import { inUnitOfWork } from '@market/database'
import { portfolios } from '@market/database/schema'
import { eq } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { findPortfolio } from './records.ts'

/** Dissolves a portfolio; its rights and their listings stay. Refuses with `portfolio.not_found`. */
export const deletePortfolio = (context: ServiceContext, id: string): Promise<void> => {
  const actor = requireMember(context)
  return inUnitOfWork(context, async ({ tx, audit }) => {
    const before = await findPortfolio(tx, actor, id, 'portfolio.delete')
    await tx.delete(portfolios).where(eq(portfolios.id, id))
    const { organizationId } = before
    audit({ action: 'portfolio.delete', subjectType: 'portfolio', subjectId: id, organizationId, before })
  })
}
