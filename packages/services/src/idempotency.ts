import { idempotencyKeys } from '@market/database/schema'
import { refuse } from '@market/domain'
import { and, eq, lt } from 'drizzle-orm'
import type { ServiceContext } from './context.ts'

const KEPT_HOURS = 24

export interface RequestKey {
  /** Whose key it is, and for which organization: two people may choose the same. */
  scope: string
  key: string
  /** What the request asked for, so that a key cannot be reused for something else. */
  requestHash: string
}

export interface KeptAnswer {
  status: number
  body: string
}

const at = ({ scope, key }: RequestKey) => and(eq(idempotencyKeys.scope, scope), eq(idempotencyKeys.key, key))

/**
 * Takes the key for this request (null), or gives the answer it already had. Refuses with
 * `idempotency.key_reused` or, while the first is still being answered, `idempotency.in_progress`.
 */
export const takeRequestKey = async (
  context: ServiceContext,
  request: RequestKey,
): Promise<KeptAnswer | null> => {
  const taken = await context.db
    .insert(idempotencyKeys)
    .values({ ...request, createdAt: context.clock.now() })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length === 1) return null
  const [row] = await context.db.select().from(idempotencyKeys).where(at(request))
  if (row && row.requestHash !== request.requestHash) throw refuse('invalid', 'idempotency.key_reused')
  if (!row || row.status === null) throw refuse('conflict', 'idempotency.in_progress')
  return { status: row.status, body: row.body ?? '' }
}

export const keepAnswer = async (
  context: ServiceContext,
  request: RequestKey,
  answer: KeptAnswer,
): Promise<void> => {
  await context.db.update(idempotencyKeys).set(answer).where(at(request))
}

/** Frees the key of a request that failed on our side, so that it may be tried again. */
export const freeRequestKey = async (context: ServiceContext, request: RequestKey): Promise<void> => {
  await context.db.delete(idempotencyKeys).where(at(request))
}

/** Forgets keys a day after their request. */
export const forgetOldRequestKeys = async (context: Pick<ServiceContext, 'db' | 'clock'>): Promise<void> => {
  const before = new Date(context.clock.now().getTime() - KEPT_HOURS * 3_600_000)
  await context.db.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, before))
}
