import type { Database, Transaction, UnitOfWork } from '@market/database'
import { needAnswers, needs } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import type { Stakeholders } from '@market/domain/policy'
import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'

export type NeedRow = typeof needs.$inferSelect
export type AnswerRow = typeof needAnswers.$inferSelect
export type Reader = Database | Transaction

/** The needs an outsider may read, as a condition; the same rule as `relationsToNeed`. */
export const visibleTo = (actor: Actor | null): SQL | undefined => {
  const organizationId = actor?.organizationId
  return or(
    inArray(needs.visibility, ['public', 'anonymous']),
    actor?.organizationState === 'verified' ? eq(needs.visibility, 'verified') : undefined,
    organizationId
      ? sql`(${needs.visibility} = 'invited' and ${needs.published} -> 'invitedIds' ? ${organizationId})`
      : undefined,
    organizationId ? eq(needs.organizationId, organizationId) : undefined,
  )
}

/** Refuses with `need.not_found`. */
export const findNeed = async (db: Reader, id: string): Promise<NeedRow> => {
  const [row] = await db.select().from(needs).where(eq(needs.id, id))
  if (!row) throw refuse('not-found', 'need.not_found')
  return row
}

/** Reads a need and holds it until the unit of work ends. Refuses with `need.not_found`. */
export const holdNeed = async ({ tx }: UnitOfWork, id: string): Promise<NeedRow> => {
  const [row] = await tx.select().from(needs).where(eq(needs.id, id)).for('update')
  if (!row) throw refuse('not-found', 'need.not_found')
  return row
}

/** The poster buys, whoever answers sells. */
export const partiesOf = (need: NeedRow, answer: AnswerRow): Stakeholders => ({
  buyerOrganizationId: need.organizationId,
  sellerOrganizationId: answer.organizationId,
})

/** Reads an answer and its need and holds both. Refuses with `answer.not_found`. */
export const holdAnswer = async (
  unit: UnitOfWork,
  id: string,
): Promise<{ need: NeedRow; answer: AnswerRow }> => {
  const [found] = await unit.tx
    .select({ needId: needAnswers.needId })
    .from(needAnswers)
    .where(eq(needAnswers.id, id))
  if (!found) throw refuse('not-found', 'answer.not_found')
  const need = await holdNeed(unit, found.needId)
  const [answer] = await unit.tx.select().from(needAnswers).where(eq(needAnswers.id, id)).for('update')
  if (!answer) throw refuse('not-found', 'answer.not_found')
  return { need, answer }
}
