import type { Database } from '@market/database'
import { registrations } from '@market/database/schema'
import { type FingerprintFacts, isNearMatch, type Likeness, likenessOf } from '@market/domain/registration'
import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import type { RegistrationRecord } from './records.ts'

export interface SimilarRegistration {
  record: RegistrationRecord
  alike: Likeness[]
}

const CANDIDATES = 200

/** Records that are nearly the same contract. Those that are quite the same, the database keeps out. */
export const findSimilar = async (
  db: Database,
  subject: RegistrationRecord,
): Promise<SimilarRegistration[]> => {
  const parties = [subject.sellerId, subject.buyerId]
  const rows = await db
    .select()
    .from(registrations)
    .where(
      and(
        ne(registrations.id, subject.id),
        subject.contractId === null
          ? undefined
          : or(isNull(registrations.contractId), ne(registrations.contractId, subject.contractId)),
        ne(registrations.state, 'draft'),
        or(
          and(inArray(registrations.sellerId, parties), inArray(registrations.buyerId, parties)),
          and(
            eq(registrations.signedOn, subject.signedOn),
            eq(registrations.contractAmountFen, subject.contractAmountFen),
          ),
        ),
      ),
    )
    .orderBy(desc(registrations.createdAt))
    .limit(CANDIDATES)
  const facts: FingerprintFacts = subject
  return rows
    .filter((record) => isNearMatch(facts, record))
    .map((record) => ({ record, alike: likenessOf(facts, record) }))
}
