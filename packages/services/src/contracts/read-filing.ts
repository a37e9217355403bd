import type { Database } from '@market/database'
import { registrations } from '@market/database/schema'
import type { RegistrationState } from '@market/domain/registration'
import { desc, eq, sql } from 'drizzle-orm'

/** How a contract stands in the register. */
export interface FilingRecord {
  id: string
  state: RegistrationState
  /** Null until it is registered. */
  number: string | null
}

/** The filing that counts: the one that was not refused, else the last. Null where nobody has filed it. */
export const readFiling = async (db: Database, contractId: string): Promise<FilingRecord | null> => {
  const { id, state, number, createdAt } = registrations
  const [filing] = await db
    .select({ id, state, number })
    .from(registrations)
    .where(eq(registrations.contractId, contractId))
    .orderBy(sql`${state} = 'refused'`, desc(createdAt))
    .limit(1)
  return filing ?? null
}

/** A filing that stands in the way of another, and of entrusting somebody else. */
export const isFiled = (filing: FilingRecord | null): boolean => filing !== null && filing.state !== 'refused'
