import type { Database, Transaction, UnitOfWork } from '@market/database'
import { registrations } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { type Relation, relationsTo } from '@market/domain/policy'
import { and, eq } from 'drizzle-orm'

export type RegistrationRecord = typeof registrations.$inferSelect
export type RegistrationChange = Partial<typeof registrations.$inferInsert>

/** Everybody who had a hand in the form stands to it as its filer. */
export const hasFiled = (actor: Actor | null, registration: Pick<RegistrationRecord, 'filers'>): boolean =>
  actor !== null && registration.filers.includes(actor.userId)

export const relationsToRegistration = (actor: Actor | null, registration: RegistrationRecord): Relation[] =>
  relationsTo(actor, {
    sellerOrganizationId: registration.sellerId,
    buyerOrganizationId: registration.buyerId,
    agencyOrganizationId: registration.agencyId,
    filedByUserId: hasFiled(actor, registration) ? (actor?.userId ?? null) : registration.filedBy,
  })

/** Refuses with `registration.not_found`. */
export const findRegistration = async (db: Database, id: string): Promise<RegistrationRecord> => {
  const [row] = await db.select().from(registrations).where(eq(registrations.id, id))
  if (!row) throw refuse('not-found', 'registration.not_found')
  return row
}

/** Held until the transaction ends. Refuses with `registration.not_found`. */
export const lockRegistration = async (tx: Transaction, id: string): Promise<RegistrationRecord> => {
  const [row] = await tx.select().from(registrations).where(eq(registrations.id, id)).for('update')
  if (!row) throw refuse('not-found', 'registration.not_found')
  return row
}

/** Whoever waited for the record acts after whoever held it, and not at the instant the waiting began. */
export const sinceLocked = (unit: UnitOfWork, { updatedAt }: RegistrationRecord): UnitOfWork =>
  unit.now < updatedAt ? { ...unit, now: updatedAt } : unit

/** Writes the next revision, if nobody wrote one meanwhile. Refuses with `registration.changed_meanwhile`. */
export const writeRegistration = async (
  { tx, now }: UnitOfWork,
  before: RegistrationRecord,
  change: RegistrationChange,
): Promise<RegistrationRecord> => {
  const [after] = await tx
    .update(registrations)
    .set({ ...change, revision: before.revision + 1, updatedAt: now })
    .where(
      and(
        eq(registrations.id, before.id),
        eq(registrations.state, before.state),
        eq(registrations.revision, before.revision),
      ),
    )
    .returning()
  if (!after) throw refuse('conflict', 'registration.changed_meanwhile')
  return after
}

/** Invariant 1, and the end of a number series, by the constraints that hold them. */
export const constraintRefusals = {
  registrations_contract_once: () => refuse('conflict', 'registration.duplicate', { alike: 'contract' }),
  registrations_fingerprint_once: () =>
    refuse('conflict', 'registration.duplicate', { alike: 'parties_title_date_amount' }),
  receipts_within_technology_amount: () => refuse('conflict', 'registration.below_verified_income'),
  number_series_range: () => refuse('limit', 'registration.series_exhausted'),
}

/** Notes a step in the trail of the agency whose record it is. */
export const auditRegistration = (
  unit: UnitOfWork,
  action: string,
  before: RegistrationRecord | null,
  after: RegistrationRecord,
  reason?: string,
): void => {
  const { id: subjectId, agencyId: organizationId } = after
  const noted = reason === undefined ? trailOf(after) : { ...trailOf(after), reason }
  unit.audit({
    action,
    subjectType: 'registration',
    subjectId,
    organizationId,
    before: before && trailOf(before),
    after: noted,
  })
}

/** What the trail keeps: it has more readers than the certificate, so the code stays out. */
export const trailOf = ({ verificationCode, ...rest }: RegistrationRecord) => rest
