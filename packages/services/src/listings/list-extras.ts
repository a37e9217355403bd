import { files, listingAttachments, listingRights, rights, users } from '@market/database/schema'
import { completeness } from '@market/domain/listings'
import { and, asc, eq, inArray, like } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { columnsOf, wholeContent } from './content.ts'
import { factsOf } from './identify-rights.ts'
import type { ListingRow } from './records.ts'
import { extrasOf } from './view-listing.ts'

export interface ListedPicture {
  fileId: string
  altZh: string
  altEn: string
}

/** The first public picture of each listing. */
export const readPictures = async (
  { db }: Pick<ServiceContext, 'db'>,
  ids: readonly string[],
): Promise<Map<string, ListedPicture>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([listingAttachments.listingId], {
      listingId: listingAttachments.listingId,
      fileId: listingAttachments.fileId,
      altZh: listingAttachments.altZh,
      altEn: listingAttachments.altEn,
    })
    .from(listingAttachments)
    .innerJoin(files, eq(files.id, listingAttachments.fileId))
    .where(
      and(
        inArray(listingAttachments.listingId, [...ids]),
        eq(listingAttachments.visibility, 'public'),
        like(files.mediaType, 'image/%'),
      ),
    )
    .orderBy(asc(listingAttachments.listingId), asc(listingAttachments.createdAt), asc(listingAttachments.id))
  return new Map(rows.map(({ listingId, ...picture }) => [listingId, picture]))
}

const readRights = ({ db }: Pick<ServiceContext, 'db'>, ids: string[]) =>
  db
    .select({ listingId: listingRights.listingId, right: rights })
    .from(listingRights)
    .innerJoin(rights, eq(rights.id, listingRights.rightId))
    .where(inArray(listingRights.listingId, ids))

const readMediaTypes = async ({ db }: Pick<ServiceContext, 'db'>, rows: readonly ListingRow[]) => {
  const planned = rows.flatMap(({ changes }) => changes?.attachments.map(({ fileId }) => fileId) ?? [])
  const stored = await db
    .select({ listingId: listingAttachments.listingId, fileId: listingAttachments.fileId })
    .from(listingAttachments)
    .where(
      inArray(
        listingAttachments.listingId,
        rows.map(({ id }) => id),
      ),
    )
  const ids = [...new Set([...planned, ...stored.map(({ fileId }) => fileId)])]
  const found =
    ids.length === 0
      ? []
      : await db
          .select({ id: files.id, mediaType: files.mediaType })
          .from(files)
          .where(inArray(files.id, ids))
  const typeOf = new Map(found.map(({ id, mediaType }) => [id, mediaType]))
  return { stored: Map.groupBy(stored, ({ listingId }) => listingId), typeOf }
}

/** How complete each working text is, for lists; a handful of queries however long the list. */
export const readScores = async (
  context: Pick<ServiceContext, 'db'>,
  rows: readonly ListingRow[],
): Promise<Map<string, number>> => {
  if (rows.length === 0) return new Map()
  const ids = rows.map(({ id }) => id)
  const rightsOf = Map.groupBy(await readRights(context, ids), ({ listingId }) => listingId)
  const { stored, typeOf } = await readMediaTypes(context, rows)
  return new Map(
    rows.map((row) => {
      const content = row.changes
        ? wholeContent(row.changes)
        : { ...columnsOf(row), rights: (rightsOf.get(row.id) ?? []).map(({ right }) => factsOf(right)) }
      const attached = row.changes?.attachments ?? stored.get(row.id) ?? []
      const media = attached.map(({ fileId }) => ({ mediaType: typeOf.get(fileId) ?? '' }))
      return [row.id, completeness(content, extrasOf(row, media)).score]
    }),
  )
}

/** Names of those who have taken texts from the queue. */
export const readReviewers = async (
  { db }: Pick<ServiceContext, 'db'>,
  rows: readonly ListingRow[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(rows.map(({ reviewerId }) => reviewerId).filter((id) => id !== null))]
  if (ids.length === 0) return new Map()
  const found = await db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  return new Map(found.map(({ id, name }) => [id, name]))
}
