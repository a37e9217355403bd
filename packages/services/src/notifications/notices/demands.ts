import type { Database } from '@market/database'
import { listings, needAnswers, needs } from '@market/database/schema'
import type { Locale } from '@market/domain'
import { DECLINE_REASONS, labelOf, NEED_RETURN_REASONS } from '@market/domain/codes'
import { OPEN_NEED_STATES } from '@market/domain/demands'
import { isRequestable } from '@market/domain/listings'
import { and, eq, inArray } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import { type NoticeWriter, pick } from '../notice.ts'
import { membersOf, organizationOf } from '../recipients.ts'

const POSTERS = ['editor', 'negotiator'] as const

const needOf = async (db: Database, id: string) => {
  const [need] = await db.select().from(needs).where(eq(needs.id, id))
  if (!need) throw new Error(`Need ${id} does not exist.`)
  return need
}

type NeedRow = Awaited<ReturnType<typeof needOf>>

const titleOf = ({ published, working }: NeedRow, locale: Locale): string => {
  const { titleZh, titleEn } = published ?? working
  return pick(locale, titleZh, titleEn)
}

/** To the people of the organization that posted it. */
const tellPoster = async (
  db: Database,
  need: NeedRow,
  path: string,
  write: (letters: Letters, title: string, locale: Locale) => Letter,
) => [
  {
    to: await membersOf(db, need.organizationId, POSTERS),
    path,
    write: (letters: Letters, locale: Locale) => write(letters, titleOf(need, locale), locale),
  },
]

const reasonIn = (locale: Locale, { code, words }: { code: string; words: string }): string => {
  const label = labelOf(NEED_RETURN_REASONS, code, locale)
  if (words === '') return label
  return locale === 'en' ? `${label}: ${words}` : `${label}：${words}`
}

export const needReturned: NoticeWriter = async ({ db }, { subjectId }) => {
  const need = await needOf(db, subjectId)
  const { reviewReasons } = need
  // Submitted again since: the reasons are no longer asked about.
  if (!reviewReasons) return []
  return tellPoster(db, need, `/workspace/needs/${subjectId}`, (letters, title, locale) =>
    letters.needReturned({ need: title, reasons: reviewReasons.map((reason) => reasonIn(locale, reason)) }),
  )
}

export const needPublished: NoticeWriter = async ({ db }, { subjectId }) =>
  tellPoster(db, await needOf(db, subjectId), `/workspace/needs/${subjectId}/matches`, (letters, need) =>
    letters.needPublished({ need }),
  )

export const needExpiring: NoticeWriter = async ({ db }, { subjectId }) => {
  const need = await needOf(db, subjectId)
  const { deadlineOn } = need
  return tellPoster(db, need, `/workspace/needs/${subjectId}`, (letters, title) =>
    letters.needExpiring({ need: title, deadlineOn: deadlineOn ?? '' }),
  )
}

export const needExpired: NoticeWriter = async ({ db }, { subjectId }) =>
  tellPoster(db, await needOf(db, subjectId), `/workspace/needs/${subjectId}`, (letters, need) =>
    letters.needExpired({ need }),
  )

/** New needs an owner's listings answer; those closed since are left out. */
export const needDigest: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const { needIds } = payload
  const ids = Array.isArray(needIds) ? needIds.filter((id) => typeof id === 'string') : []
  if (ids.length === 0) return []
  const open = await db
    .select()
    .from(needs)
    .where(and(inArray(needs.id, ids), inArray(needs.state, OPEN_NEED_STATES)))
  if (open.length === 0) return []
  return [
    {
      to: await membersOf(db, subjectId, POSTERS),
      path: '/workspace/matching-needs',
      write: (letters, locale) => letters.needDigest({ needs: open.map((need) => titleOf(need, locale)) }),
    },
  ]
}

/** A new listing answers an open need; nothing once either is closed. */
export const needListingFound: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const need = await needOf(db, subjectId)
  const { listingId } = payload
  if (typeof listingId !== 'string' || !OPEN_NEED_STATES.some((state) => state === need.state)) return []
  const [listing] = await db.select().from(listings).where(eq(listings.id, listingId))
  if (!listing || !isRequestable(listing.state)) return []
  const { nameZh, nameEn } = await organizationOf(db, listing.organizationId)
  return tellPoster(db, need, `/workspace/needs/${subjectId}/matches`, (letters, title, locale) =>
    letters.needListingFound({
      need: title,
      listing: pick(locale, listing.titleZh, listing.titleEn),
      organization: pick(locale, nameZh, nameEn),
    }),
  )
}

const answerOf = async (db: Database, id: string) => {
  const [row] = await db
    .select({ answer: needAnswers, need: needs })
    .from(needAnswers)
    .innerJoin(needs, eq(needs.id, needAnswers.needId))
    .where(eq(needAnswers.id, id))
  if (!row) throw new Error(`Answer ${id} does not exist.`)
  return row
}

export const answerReceived: NoticeWriter = async ({ db }, { subjectId }) => {
  const { answer, need } = await answerOf(db, subjectId)
  const { nameZh, nameEn } = await organizationOf(db, answer.organizationId)
  return tellPoster(db, need, `/workspace/needs/${need.id}/answers`, (letters, title, locale) =>
    letters.answerReceived({ need: title, organization: pick(locale, nameZh, nameEn) }),
  )
}

export const answerDeclined: NoticeWriter = async ({ db }, { subjectId }) => {
  const { answer, need } = await answerOf(db, subjectId)
  return [
    {
      to: await membersOf(db, answer.organizationId, ['negotiator']),
      path: '/workspace/answers',
      write: (letters, locale) =>
        letters.answerDeclined({
          need: titleOf(need, locale),
          reason: labelOf(DECLINE_REASONS, answer.declineReason ?? 'other', locale),
          words: answer.declineWords ?? '',
        }),
    },
  ]
}

export const answerTakenUp: NoticeWriter = async ({ db }, { subjectId }) => {
  const { answer, need } = await answerOf(db, subjectId)
  return [
    {
      to: await membersOf(db, answer.organizationId, ['negotiator']),
      path: '/workspace/answers',
      write: (letters, locale) => letters.answerTakenUp({ need: titleOf(need, locale) }),
    },
  ]
}
