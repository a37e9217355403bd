import { type Database, prepared, type Transaction, type UnitOfWork } from '@market/database'
import { organizationContacts } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Action, authorize, relationsTo } from '@market/domain/policy'
import { and, eq, isNull, sql } from 'drizzle-orm'

export type ContactRecord = typeof organizationContacts.$inferSelect

const oneContact = prepared((db) =>
  db
    .select()
    .from(organizationContacts)
    .where(and(eq(organizationContacts.id, sql.placeholder('id')), isNull(organizationContacts.removedAt)))
    .prepare('contact'),
)

/** A contact that can still be chosen; null when it was removed. */
export const findContact = async (db: Database | Transaction, id: string): Promise<ContactRecord | null> => {
  const [row] = await oneContact(db).execute({ id })
  return row ?? null
}

/** Holds a contact for a change. Refuses with `contact.not_found`. */
export const holdContact = async (
  { tx }: UnitOfWork,
  actor: Actor,
  { action, id }: { action: Action; id: string },
): Promise<ContactRecord> => {
  const [row] = await tx
    .select()
    .from(organizationContacts)
    .where(and(eq(organizationContacts.id, id), isNull(organizationContacts.removedAt)))
    .for('update')
  if (!row) throw refuse('not-found', 'contact.not_found')
  authorize(actor, action, relationsTo(actor, { organizationId: row.organizationId }))
  return row
}

const trailOf = ({ organizationId, createdAt: _, ...facts }: ContactRecord) => facts

/** The audit entry of a contact's change. */
export const auditContact = (
  { audit }: UnitOfWork,
  action: 'contact.create' | 'contact.edit' | 'contact.remove',
  { before, after }: { before?: ContactRecord; after: ContactRecord },
): void =>
  audit({
    action,
    subjectType: 'contact',
    subjectId: after.id,
    organizationId: after.organizationId,
    ...(before ? { before: trailOf(before) } : {}),
    after: trailOf(after),
  })
