import type { Transaction } from '@market/database'
import { portfolioRights, portfolios, rights } from '@market/database/schema'
import { refuse, refuseFields } from '@market/domain'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { and, eq, inArray } from 'drizzle-orm'
import type { MemberActor } from '../../index.ts'
import type { Reader } from '../dossiers.ts'

export type PortfolioRow = typeof portfolios.$inferSelect

/** Refuses with `portfolio.not_found`, also for another organization's. */
export const findPortfolio = async (
  db: Reader,
  actor: MemberActor,
  id: string,
  action: Action & `portfolio.${string}`,
): Promise<PortfolioRow> => {
  const [row] = await db.select().from(portfolios).where(eq(portfolios.id, id))
  if (!row) throw refuse('not-found', 'portfolio.not_found')
  authorize(actor, action, relationsTo(actor, { organizationId: row.organizationId }))
  return row
}

/** Puts these rights of the organization into the portfolio, in this order. Refuses with `request.invalid`. */
export const writeMembers = async (
  tx: Transaction,
  { id: portfolioId, organizationId }: Pick<PortfolioRow, 'id' | 'organizationId'>,
  rightIds: readonly string[],
): Promise<void> => {
  const wanted = [...new Set(rightIds)]
  const own = wanted.length
    ? await tx
        .select({ id: rights.id })
        .from(rights)
        .where(and(eq(rights.organizationId, organizationId), inArray(rights.id, wanted)))
    : []
  const known = new Set(own.map(({ id }) => id))
  const problems = wanted.flatMap((id, index) =>
    known.has(id) ? [] : [{ path: `rightIds.${index}`, code: 'portfolio.right_unknown' }],
  )
  if (problems.length > 0) throw refuseFields('request.invalid', problems)
  await tx.delete(portfolioRights).where(eq(portfolioRights.portfolioId, portfolioId))
  if (wanted.length === 0) return
  // Whoever is in a portfolio is kept: no listing's draft may let go of it.
  await tx
    .insert(portfolioRights)
    .values(wanted.map((rightId, position) => ({ portfolioId, rightId, position })))
}

export const portfolioRefusals = {
  portfolios_name: () => refuseFields('request.invalid', [{ path: 'nameZh', code: 'portfolio.name_taken' }]),
}
