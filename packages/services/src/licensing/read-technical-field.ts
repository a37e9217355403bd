import type { Database } from '@market/database'
import { listings } from '@market/database/schema'
import type { TechnicalField } from '@market/domain/codes'
import { eq } from 'drizzle-orm'
import type { RequestRow } from './request-records.ts'

/** The field what a request is about belongs to; null for a proposal to a need, and where the listing names none. */
export const readTechnicalField = async (
  db: Database,
  { listingId }: Pick<RequestRow, 'listingId'>,
): Promise<TechnicalField | null> => {
  if (listingId === null) return null
  const [listing] = await db
    .select({ technicalField: listings.technicalField })
    .from(listings)
    .where(eq(listings.id, listingId))
  return listing?.technicalField ?? null
}
