import {
  confidentialOpenings,
  listingAttachments,
  listings,
  ndaAgreements,
  organizations,
  users,
} from '@market/database/schema'
import { shanghaiDateOf } from '@market/domain'
import type { NdaStanding } from '@market/domain/licensing'
import { authorize, may, relationsTo } from '@market/domain/policy'
import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm'
import { decodeInstantCursor, type Page, pageOf, requireMember, type ServiceContext } from '../../index.ts'
import { type AgreementRow, organizationsOf, relationsToAgreement, standingOf } from './nda-records.ts'

type OrganizationRow = typeof organizations.$inferSelect

export interface PageInput {
  cursor?: string | undefined
  limit: number
}

export interface ListNdasInput extends PageInput {
  side: 'owner' | 'reader'
}

export interface NdaSummaryRecord {
  agreement: AgreementRow & { standing: NdaStanding }
  listing: { id: string; titleZh: string; titleEn: string }
  owner: OrganizationRow
  reader: OrganizationRow
  openings: number
  mayWithdraw: boolean
}

const olderThan = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  const { acceptedAt } = ndaAgreements
  return or(lt(acceptedAt, at), and(eq(acceptedAt, at), lt(ndaAgreements.id, id)))
}

const countOpenings = async (
  { db }: ServiceContext,
  ids: readonly string[],
): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: confidentialOpenings.agreementId, openings: sql<number>`count(*)::int` })
    .from(confidentialOpenings)
    .where(inArray(confidentialOpenings.agreementId, [...ids]))
    .groupBy(confidentialOpenings.agreementId)
  return new Map(rows.map(({ id, openings }) => [id, openings]))
}

/** Agreements of secrecy of the acting organization on one side of them, the newest first. */
export const listNdas = async (
  context: ServiceContext,
  { side, cursor, limit }: ListNdasInput,
): Promise<Page<NdaSummaryRecord>> => {
  const actor = requireMember(context)
  authorize(actor, 'nda.list')
  const mine = eq(side === 'owner' ? ndaAgreements.ownerId : ndaAgreements.readerId, actor.organizationId)
  const rows = await context.db
    .select({
      agreement: ndaAgreements,
      listing: { id: listings.id, titleZh: listings.titleZh, titleEn: listings.titleEn },
    })
    .from(ndaAgreements)
    .innerJoin(listings, eq(listings.id, ndaAgreements.listingId))
    .where(and(mine, olderThan(cursor)))
    .orderBy(desc(ndaAgreements.acceptedAt), desc(ndaAgreements.id))
    .limit(limit + 1)
  const page = pageOf(rows, limit, ({ agreement }) => [agreement.acceptedAt.toISOString(), agreement.id])
  const parties = await organizationsOf(
    context.db,
    page.items.flatMap(({ agreement }) => [agreement.ownerId, agreement.readerId]),
  )
  const counts = await countOpenings(
    context,
    page.items.map(({ agreement }) => agreement.id),
  )
  const today = shanghaiDateOf(context.clock.now())
  const items = page.items.flatMap(({ agreement, listing }) => {
    const [owner, reader] = [parties.get(agreement.ownerId), parties.get(agreement.readerId)]
    if (!owner || !reader) return []
    const standing = standingOf(agreement, today)
    const withdrawable = may(actor, 'nda.withdraw', relationsToAgreement(actor, agreement))
    return [
      {
        agreement: { ...agreement, standing },
        listing,
        owner,
        reader,
        openings: counts.get(agreement.id) ?? 0,
        mayWithdraw: standing === 'in_force' && withdrawable,
      },
    ]
  })
  return { ...page, items }
}

export interface OpeningRecord {
  id: string
  openedAt: Date
  reader: OrganizationRow
  /** The person who opened it. */
  person: string
  listing: { id: string; titleZh: string; titleEn: string }
  fileId: string
  /** Empty once the file hangs on the listing no longer. */
  fileTitleZh: string
  fileTitleEn: string
}

const openedBefore = (cursor: string | undefined) => {
  if (cursor === undefined) return undefined
  const { at, id } = decodeInstantCursor(cursor)
  const { openedAt } = confidentialOpenings
  return or(lt(openedAt, at), and(eq(openedAt, at), lt(confidentialOpenings.id, id)))
}

/** Who opened which confidential file of the acting organization when, the last first. */
export const listOpenings = async (
  context: ServiceContext,
  { cursor, limit }: PageInput,
): Promise<Page<OpeningRecord>> => {
  const actor = requireMember(context)
  const { organizationId } = actor
  authorize(actor, 'confidential_file.read_openings', relationsTo(actor, { organizationId }))
  const rows = await context.db
    .select({
      id: confidentialOpenings.id,
      openedAt: confidentialOpenings.openedAt,
      reader: organizations,
      person: users.name,
      listing: { id: listings.id, titleZh: listings.titleZh, titleEn: listings.titleEn },
      fileId: confidentialOpenings.fileId,
      fileTitleZh: sql<string>`coalesce(${listingAttachments.titleZh}, '')`,
      fileTitleEn: sql<string>`coalesce(${listingAttachments.titleEn}, '')`,
    })
    .from(confidentialOpenings)
    .innerJoin(organizations, eq(organizations.id, confidentialOpenings.organizationId))
    .innerJoin(users, eq(users.id, confidentialOpenings.userId))
    .innerJoin(listings, eq(listings.id, confidentialOpenings.listingId))
    .leftJoin(
      listingAttachments,
      and(
        eq(listingAttachments.listingId, confidentialOpenings.listingId),
        eq(listingAttachments.fileId, confidentialOpenings.fileId),
      ),
    )
    .where(and(eq(confidentialOpenings.ownerId, organizationId), openedBefore(cursor)))
    .orderBy(desc(confidentialOpenings.openedAt), desc(confidentialOpenings.id))
    .limit(limit + 1)
  return pageOf(rows, limit, ({ openedAt, id }) => [openedAt.toISOString(), id])
}
