import { memberships, organizations, registrations, users } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { authorize } from '@market/domain/policy'
import { and, arrayOverlaps, asc, eq, inArray, or } from 'drizzle-orm'
import { requireActor, type ServiceContext } from '../index.ts'
import { type RegistrationRecord, relationsToRegistration } from './records.ts'

export interface ExaminerRecord {
  userId: string
  name: string
  organization: { id: string; nameZh: string; nameEn: string }
}

/** Offices whose registrars the actor may put a registration before: the agency and, overseeing, the actor's own. */
export const examinerOrganizations = ({ organizationId }: Actor, { agencyId }: RegistrationRecord) =>
  and(
    eq(organizations.state, 'verified'),
    or(
      eq(organizations.id, agencyId),
      and(
        eq(organizations.id, organizationId ?? agencyId),
        inArray(organizations.kind, ['operator', 'authority']),
      ),
    ),
  )

/** Whom it may be assigned to, by name. Refuses with `registration.not_found` or `policy.forbidden`. */
export const listExaminers = async (
  { db, ...context }: ServiceContext,
  registrationId: string,
): Promise<ExaminerRecord[]> => {
  const actor = requireActor({ db, ...context })
  const [record] = await db.select().from(registrations).where(eq(registrations.id, registrationId))
  if (!record) throw refuse('not-found', 'registration.not_found')
  authorize(actor, 'registration.assign', relationsToRegistration(actor, record))
  const { nameZh, nameEn } = organizations
  const rows = await db
    .select({ userId: users.id, name: users.name, organization: { id: organizations.id, nameZh, nameEn } })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(arrayOverlaps(memberships.roles, ['owner', 'registrar']), examinerOrganizations(actor, record)),
    )
    .orderBy(asc(users.name), asc(users.id))
  const barred = [...record.filers, record.state === 'under_review' ? record.reviewSentBy : null]
  return rows.filter(({ userId }) => !barred.includes(userId))
}
