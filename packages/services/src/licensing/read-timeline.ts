import type { Database } from '@market/database'
import { auditEntries } from '@market/database/schema'
import { and, asc, eq, inArray, or } from 'drizzle-orm'

export interface TimelineRecord {
  at: Date
  action: string
  subjectType: string
  subjectId: string
  organizationId: string | null
}

/** What the audit trail tells of these records, oldest first; neither persons nor contents. */
export const readTimeline = (
  db: Database,
  subjects: Readonly<Record<string, readonly string[]>>,
): Promise<TimelineRecord[]> => {
  const named = Object.entries(subjects).filter(([, ids]) => ids.length > 0)
  if (named.length === 0) return Promise.resolve([])
  return db
    .select({
      at: auditEntries.at,
      action: auditEntries.action,
      subjectType: auditEntries.subjectType,
      subjectId: auditEntries.subjectId,
      organizationId: auditEntries.actorOrganizationId,
    })
    .from(auditEntries)
    .where(
      or(
        ...named.map(([type, ids]) =>
          and(eq(auditEntries.subjectType, type), inArray(auditEntries.subjectId, [...ids])),
        ),
      ),
    )
    .orderBy(asc(auditEntries.position))
}
