import { listingRights, listings, organizations, rights } from '@market/database/schema'
import { PUBLIC_LISTING_STATES } from '@market/domain/listings'
import { and, eq, inArray, ne, or } from 'drizzle-orm'
import type { Reader, RightRow } from './dossiers.ts'

export interface Offerer {
  id: string
  nameZh: string
  nameEn: string
  subject: string
}

/** Organizations besides the keeper that publicly offer the same number: co-owners, or somebody to ask. */
export const readOfferers = async (
  db: Reader,
  records: readonly Pick<RightRow, 'subject' | 'organizationId'>[],
): Promise<Offerer[]> => {
  if (records.length === 0) return []
  const { id, nameZh, nameEn } = organizations
  return db
    .selectDistinct({ id, nameZh, nameEn, subject: rights.subject })
    .from(rights)
    .innerJoin(listingRights, eq(listingRights.rightId, rights.id))
    .innerJoin(listings, eq(listings.id, listingRights.listingId))
    .innerJoin(organizations, eq(organizations.id, rights.organizationId))
    .where(
      and(
        or(
          ...records.map(({ subject, organizationId }) =>
            and(eq(rights.subject, subject), ne(rights.organizationId, organizationId)),
          ),
        ),
        inArray(listings.state, PUBLIC_LISTING_STATES),
      ),
    )
}
