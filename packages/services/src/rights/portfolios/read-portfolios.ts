import { portfolioRights, portfolios } from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, asc, count, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'
import { type RightDossier, readDossiers } from '../dossiers.ts'
import { findPortfolio, type PortfolioRow } from './records.ts'

export interface ListedPortfolio {
  portfolio: PortfolioRow
  rightCount: number
}

/** The acting organization's portfolios, the last changed first. */
export const listPortfolios = async (
  context: ServiceContext,
  input: { cursor?: string | undefined; limit: number },
): Promise<Page<ListedPortfolio>> => {
  const actor = requireMember(context)
  authorize(actor, 'portfolio.list')
  const after = input.cursor === undefined ? null : decodeInstantCursor(input.cursor)
  const { updatedAt, id } = portfolios
  const rows = await context.db
    .select()
    .from(portfolios)
    .where(
      and(
        eq(portfolios.organizationId, actor.organizationId),
        after === null
          ? undefined
          : or(lt(updatedAt, after.at), and(eq(updatedAt, after.at), lt(id, after.id))),
      ),
    )
    .orderBy(desc(updatedAt), desc(id))
    .limit(input.limit + 1)
  const ids = rows.map((row) => row.id)
  const counts = ids.length
    ? await context.db
        .select({ id: portfolioRights.portfolioId, rights: count() })
        .from(portfolioRights)
        .where(inArray(portfolioRights.portfolioId, ids))
        .groupBy(portfolioRights.portfolioId)
    : []
  const countOf = new Map(counts.map((row) => [row.id, row.rights]))
  const items = rows.map((portfolio) => ({ portfolio, rightCount: countOf.get(portfolio.id) ?? 0 }))
  return pageOf(items, input.limit, ({ portfolio }) => [portfolio.updatedAt.toISOString(), portfolio.id])
}

export interface PortfolioView {
  portfolio: PortfolioRow
  rights: RightDossier[]
  editable: boolean
}

/** One portfolio with its rights as they stand today. Refuses with `portfolio.not_found`. */
export const getPortfolio = async (context: ServiceContext, id: string): Promise<PortfolioView> => {
  const actor = requireMember(context)
  const { db, clock } = context
  const portfolio = await findPortfolio(db, actor, id, 'portfolio.read')
  const members = await db
    .select({ id: portfolioRights.rightId })
    .from(portfolioRights)
    .where(eq(portfolioRights.portfolioId, id))
    .orderBy(asc(portfolioRights.position))
  const ids = members.map((member) => member.id)
  const editable = may(
    actor,
    'portfolio.edit',
    relationsTo(actor, { organizationId: portfolio.organizationId }),
  )
  return { portfolio, rights: await readDossiers(db, ids, shanghaiDateOf(clock.now())), editable }
}
