import { createHash, createHmac } from 'node:crypto'
import type { Database } from '@market/database'
import { visitorSalts } from '@market/database/schema'
import type { CalendarDate } from '@market/domain'
import { and, eq, lt } from 'drizzle-orm'
import type { SecretSource } from '../../index.ts'

/** What tells one visitor from another without knowing either. */
export interface Visitor {
  address: string
  agent: string
}

export type SaltPurpose = 'visit' | 'miss'

const DIGEST_LENGTH = 22

/**
 * As how many visitors one address counts, whatever its programs call themselves: an office looks at listings through one
 * address, but a term is shown to the authority because several asked for it, not one under several names.
 */
const MOST_OF_ADDRESS: Record<SaltPurpose, number> = { visit: 8, miss: 1 }

/** A subscriber of IPv6 has a whole network of addresses; its first half is what stays the same. */
const networkOf = (address: string): string => {
  if (address.includes('.') || !address.includes(':')) return address
  const [left = [], right = []] = address
    .split('::')
    .map((part) => part.split(':').filter((one) => one !== ''))
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  return [...left, ...zeros, ...right].slice(0, 4).join(':')
}

const laneOf = (agent: string, purpose: SaltPurpose): number =>
  createHash('sha256').update(agent).digest().readUInt32BE() % MOST_OF_ADDRESS[purpose]

/** The period's salt, made by whoever needs it first. */
const saltOf = async (
  db: Database,
  secrets: SecretSource,
  purpose: SaltPurpose,
  startsOn: CalendarDate,
): Promise<string> => {
  const find = () =>
    db
      .select({ salt: visitorSalts.salt })
      .from(visitorSalts)
      .where(and(eq(visitorSalts.purpose, purpose), eq(visitorSalts.startsOn, startsOn)))
  const [known] = await find()
  if (known) return known.salt
  await db.insert(visitorSalts).values({ purpose, startsOn, salt: secrets.next() }).onConflictDoNothing()
  const [made] = await find()
  if (!made) throw new Error('No salt was made.')
  return made.salt
}

/** A digest that recognises a visitor within one period; once its salt is gone, nobody can be found by it. */
export const visitorDigest = async (
  { db, secrets }: { db: Database; secrets: SecretSource },
  purpose: SaltPurpose,
  startsOn: CalendarDate,
  { address, agent }: Visitor,
): Promise<string> =>
  createHmac('sha256', await saltOf(db, secrets, purpose, startsOn))
    .update(JSON.stringify([networkOf(address), laneOf(agent, purpose)]))
    .digest('base64url')
    .slice(0, DIGEST_LENGTH)

/** Throws away the salts of periods that began before a day. */
export const forgetSalts = async (
  db: Database,
  purpose: SaltPurpose,
  before: CalendarDate,
): Promise<void> => {
  await db
    .delete(visitorSalts)
    .where(and(eq(visitorSalts.purpose, purpose), lt(visitorSalts.startsOn, before)))
}
