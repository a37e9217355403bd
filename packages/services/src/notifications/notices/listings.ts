import type { Database } from '@market/database'
import { listings } from '@market/database/schema'
import { daysBetween, type Locale, shanghaiDateOf } from '@market/domain'
import { LISTING_PARTS, LISTING_RETURN_REASONS, labelOf } from '@market/domain/codes'
import { eq } from 'drizzle-orm'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf } from '../recipients.ts'

interface Reason {
  code: string
  words: string
  field?: string | null | undefined
}

const reasonIn = (locale: Locale, { code, words, field }: Reason): string => {
  const part = field
    ? locale === 'en'
      ? `${labelOf(LISTING_PARTS, field, locale)}: `
      : `${labelOf(LISTING_PARTS, field, locale)}：`
    : ''
  const label = `${part}${labelOf(LISTING_RETURN_REASONS, code, locale)}`
  if (words === '') return label
  return locale === 'en' ? `${label}: ${words}` : `${label}：${words}`
}

const listingOf = async (db: Database, id: string) => {
  const [row] = await db.select().from(listings).where(eq(listings.id, id))
  if (!row) throw new Error(`Listing ${id} does not exist.`)
  return row
}

export const listingReturned: NoticeWriter = async ({ db }, { subjectId }) => {
  const listing = await listingOf(db, subjectId)
  const { reviewReasons } = listing
  // Submitted again since: the reasons are no longer asked about.
  if (!reviewReasons) return []
  const { titleZh, titleEn } = listing.changes ?? listing
  return [
    {
      to: await membersOf(db, listing.organizationId, ['editor']),
      path: `/workspace/listings/${subjectId}`,
      write: (letters, locale) =>
        letters.listingReturned({
          listing: pick(locale, titleZh, titleEn),
          reasons: reviewReasons.map((reason) => reasonIn(locale, reason)),
        }),
    },
  ]
}

/** Also changes of a public listing arrive here; those that no reviewer decided are not worth a mail. */
export const listingPublished: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  if (payload.reviewed !== true) return []
  const { organizationId, titleZh, titleEn } = await listingOf(db, subjectId)
  const version = Number(payload.version)
  return [
    {
      to: await membersOf(db, organizationId, ['editor']),
      path: `/listings/${subjectId}`,
      write: (letters, locale) =>
        letters.listingPublished({ listing: pick(locale, titleZh, titleEn), version }),
    },
  ]
}

/** Renewed or withdrawn since: there is nothing to remind of. */
export const listingExpiring: NoticeWriter = async ({ db, clock }, { subjectId, payload }) => {
  const { organizationId, titleZh, titleEn, expiresOn, state } = await listingOf(db, subjectId)
  const live = state === 'published' || state === 'under_negotiation'
  if (!live || expiresOn === null || expiresOn !== payload.expiresOn) return []
  const days = Math.max(0, daysBetween(shanghaiDateOf(clock.now()), expiresOn))
  return [
    {
      to: await membersOf(db, organizationId, ['editor']),
      path: `/workspace/listings/${subjectId}`,
      write: (letters, locale) =>
        letters.listingExpiring({ listing: pick(locale, titleZh, titleEn), expiresOn, days }),
    },
  ]
}

export const listingExpired: NoticeWriter = async ({ db }, { subjectId }) => {
  const { organizationId, titleZh, titleEn, expiresOn, state } = await listingOf(db, subjectId)
  if (state !== 'expired' || expiresOn === null) return []
  return [
    {
      to: await membersOf(db, organizationId, ['editor']),
      path: `/workspace/listings/${subjectId}`,
      write: (letters, locale) =>
        letters.listingExpired({ listing: pick(locale, titleZh, titleEn), expiresOn }),
    },
  ]
}
