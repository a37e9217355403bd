import type { Database } from '@market/database'
import { organizations, registrations, users } from '@market/database/schema'
import { type Actor, daysBetween, shanghaiDateOf } from '@market/domain'
import { eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type DecisionClock, decisionClockOf } from './procedure.ts'
import { hasFiled, type RegistrationRecord } from './records.ts'

const agencies = alias(organizations, 'agencies')
const sellers = alias(organizations, 'sellers')
const buyers = alias(organizations, 'buyers')

const named = (table: typeof agencies | typeof sellers | typeof buyers) => ({
  id: table.id,
  nameZh: table.nameZh,
  nameEn: table.nameEn,
})

/** Registrations with the names a person reads; narrow it with `where`. */
export const selectRegistrations = (db: Database) =>
  db
    .select({
      record: registrations,
      agency: named(agencies),
      seller: named(sellers),
      buyer: named(buyers),
      assignee: { id: users.id, name: users.name },
    })
    .from(registrations)
    .innerJoin(agencies, eq(agencies.id, registrations.agencyId))
    .innerJoin(sellers, eq(sellers.id, registrations.sellerId))
    .innerJoin(buyers, eq(buyers.id, registrations.buyerId))
    .leftJoin(users, eq(users.id, registrations.assignedTo))
    .$dynamic()

export type NamedRegistration = Awaited<ReturnType<typeof selectRegistrations>>[number]

export interface RegistrationSummaryRecord extends NamedRegistration {
  waitingDays: number | null
  /** Null while nobody has to decide. */
  clock: DecisionClock | null
  /** The reader had a hand in the form. */
  mine: boolean
}

/** States in which a registrar is to act. */
export const WAITING_STATES = ['submitted', 'accepted', 'under_review'] as const

const waitingDaysOf = ({ state, submittedAt }: RegistrationRecord, now: Date): number | null => {
  const waiting: readonly string[] = WAITING_STATES
  if (submittedAt === null || !waiting.includes(state)) return null
  return daysBetween(shanghaiDateOf(submittedAt), shanghaiDateOf(now))
}

export const summarize = (
  row: NamedRegistration,
  actor: Actor | null,
  now: Date,
): RegistrationSummaryRecord => ({
  ...row,
  waitingDays: waitingDaysOf(row.record, now),
  clock: decisionClockOf(row.record, now),
  mine: hasFiled(actor, row.record),
})
