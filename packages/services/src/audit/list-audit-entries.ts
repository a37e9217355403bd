import { auditEntries, users } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, desc, eq, lt } from 'drizzle-orm'
import { decodeCursor, type Page, pageOf, requireActor, type ServiceContext } from '../index.ts'

export interface ListAuditEntriesInput {
  subjectType?: string | undefined
  subjectId?: string | undefined
  organizationId?: string | undefined
  cursor?: string | undefined
  limit: number
}

export type AuditEntryRecord = typeof auditEntries.$inferSelect & { actorName: string | null }

/** Whose records are read: one's own organization's, or, for the operator and the authority, anybody's. */
const organizationRead = (actor: Actor, asked: string | undefined): string | undefined => {
  if (may(actor, 'audit.read', [])) return asked
  const organizationId = asked ?? actor.organizationId
  authorize(actor, 'audit.read', relationsTo(actor, { organizationId }))
  return organizationId ?? undefined
}

/** What two sides talk about and write into a contract stays between them, whoever watches over the market. */
const BETWEEN_PARTIES: readonly string[] = ['request', 'offer', 'contract']

const withoutForeignTalks = (
  actor: Actor,
  entry: typeof auditEntries.$inferSelect,
): typeof auditEntries.$inferSelect => {
  const own = actor.organizationId !== null && entry.organizationId === actor.organizationId
  if (own || !BETWEEN_PARTIES.includes(entry.subjectType)) return entry
  return { ...entry, before: null, after: null }
}

const MAX_POSITION = Number.MAX_SAFE_INTEGER

const positionBefore = (cursor: string): number => {
  const [text = ''] = decodeCursor(cursor, 1)
  const position = Number(text)
  if (!/^\d+$/.test(text) || position > MAX_POSITION) throw refuse('invalid', 'cursor.invalid')
  return position
}

/**
 * The trail, newest first. Members read what concerns their own organization's records; the operator and the authority
 * read all of it, of requests, offers and contracts that something happened and not what was written.
 */
export const listAuditEntries = async (
  context: ServiceContext,
  input: ListAuditEntriesInput,
): Promise<Page<AuditEntryRecord>> => {
  const actor = requireActor(context)
  const organizationId = organizationRead(actor, input.organizationId)
  const { subjectType, subjectId, cursor, limit } = input
  const rows = await context.db
    .select({ entry: auditEntries, actorName: users.name })
    .from(auditEntries)
    .leftJoin(users, eq(users.id, auditEntries.actorUserId))
    .where(
      and(
        organizationId === undefined ? undefined : eq(auditEntries.organizationId, organizationId),
        subjectType === undefined ? undefined : eq(auditEntries.subjectType, subjectType),
        subjectId === undefined ? undefined : eq(auditEntries.subjectId, subjectId),
        cursor === undefined ? undefined : lt(auditEntries.position, positionBefore(cursor)),
      ),
    )
    .orderBy(desc(auditEntries.position))
    .limit(limit + 1)
  const entries = rows.map(({ entry, actorName }) => ({ ...withoutForeignTalks(actor, entry), actorName }))
  return pageOf(entries, limit, ({ position }) => [String(position)])
}
