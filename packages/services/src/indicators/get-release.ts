import type { RegisteredContent } from '@market/database/schema'
import { registrations, registrationVersions, turnoverEntries } from '@market/database/schema'
import { type Actor, refuse } from '@market/domain'
import { authorize, may } from '@market/domain/policy'
import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'

/** Who reads a release: anybody, a party to the contract or its registry, operator and authority. */
export const RELEASE_TIERS = ['public', 'party', 'authority'] as const
export type ReleaseTier = (typeof RELEASE_TIERS)[number]

type Registration = typeof registrations.$inferSelect
type Entry = typeof turnoverEntries.$inferSelect

export interface ReleaseRecord {
  tier: ReleaseTier
  registration: Registration & { number: string }
  /** The line of the ledger that books the newest version. */
  entry: Entry
  /** For parties and the authority; reasons are for the authority. */
  versions: {
    version: number
    entry: string
    content: RegisteredContent
    reason: string | null
    recordedAt: Date
  }[]
}

const tierOf = (actor: Actor | null, { sellerId, buyerId, agencyId }: Registration): ReleaseTier => {
  if (may(actor, 'turnover.read_ledger')) return 'authority'
  const own = actor?.organizationId
  return own && [sellerId, buyerId, agencyId].includes(own) ? 'party' : 'public'
}

/** One registered contract as this reader may see it. Refuses with `release.not_found`. */
export const getRelease = async ({ db, actor }: ServiceContext, number: string): Promise<ReleaseRecord> => {
  authorize(actor, 'turnover.read')
  const [found] = await db
    .select({ registration: registrations, entry: turnoverEntries })
    .from(registrations)
    .innerJoin(
      turnoverEntries,
      and(eq(turnoverEntries.registrationId, registrations.id), eq(turnoverEntries.direction, 'book')),
    )
    .where(and(eq(registrations.number, number), isNotNull(registrations.status)))
    .orderBy(desc(turnoverEntries.version))
    .limit(1)
  if (!found) throw refuse('not-found', 'release.not_found')
  const { registration, entry } = found
  const tier = tierOf(actor, registration)
  const versions =
    tier === 'public'
      ? []
      : await db
          .select()
          .from(registrationVersions)
          .where(eq(registrationVersions.registrationId, registration.id))
          .orderBy(asc(registrationVersions.version))
  return {
    tier,
    registration: { ...registration, number },
    entry,
    versions: versions.map(({ version, entry: kind, content, reason, recordedAt }) => ({
      version,
      entry: kind,
      content,
      reason: tier === 'authority' ? reason : null,
      recordedAt,
    })),
  }
}
