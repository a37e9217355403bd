import { listingVersions, users } from '@market/database/schema'
import { authorize } from '@market/domain/policy'
import { desc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { wholeContent } from './content.ts'
import { findListing, relationsToListing } from './records.ts'

export type VersionRecord = typeof listingVersions.$inferSelect & { publisherName: string }

/** Every text that was published, newest first, for the owner's members and the operator. */
export const listVersions = async (context: ServiceContext, id: string): Promise<VersionRecord[]> => {
  const listing = await findListing(context.db, id)
  authorize(context.actor, 'listing.read_versions', relationsToListing(context.actor, listing))
  const rows = await context.db
    .select({ version: listingVersions, publisherName: users.name })
    .from(listingVersions)
    .innerJoin(users, eq(users.id, listingVersions.publishedBy))
    .where(eq(listingVersions.listingId, id))
    .orderBy(desc(listingVersions.version))
  return rows.map(({ version, publisherName }) => ({
    ...version,
    content: wholeContent(version.content),
    publisherName,
  }))
}
