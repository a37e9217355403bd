import type { Database } from '@market/database'
import { noticeObjections, publicNotices } from '@market/database/schema'
import type { Role } from '@market/domain'
import { eq } from 'drizzle-orm'
import type { Letter, Letters } from '../letters/index.ts'
import type { Notice, NoticeWriter } from '../notice.ts'
import { membersOf, peopleOf } from '../recipients.ts'

type Row = typeof publicNotices.$inferSelect
type Objection = typeof noticeObjections.$inferSelect

const OWNERS: readonly Role[] = ['negotiator', 'signatory']

const noticeOf = async (db: Database, id: string): Promise<{ row: Row; objections: Objection[] }> => {
  const [row] = await db.select().from(publicNotices).where(eq(publicNotices.id, id))
  if (!row) throw new Error(`Notice ${id} does not exist.`)
  return {
    row,
    objections: await db.select().from(noticeObjections).where(eq(noticeObjections.noticeId, id)),
  }
}

const toOwner = async (
  db: Database,
  { id, organizationId }: Row,
  write: (letters: Letters) => Letter,
): Promise<Notice[]> => [{ to: await membersOf(db, organizationId, OWNERS), path: `/notices/${id}`, write }]

const openOf = (objections: readonly Objection[]): number =>
  objections.filter(({ state }) => state === 'open').length

export const noticeObjected: NoticeWriter = async ({ db }, { subjectId, payload: { objectionId } }) => {
  const { row, objections } = await noticeOf(db, subjectId)
  const objection = objections.find(({ id }) => id === objectionId)
  if (objection?.state !== 'open') return []
  return toOwner(db, row, (letters) => letters.noticeObjected({ notice: row.title, body: objection.body }))
}

/** To whoever objected with an account; others left a contact, which the owner uses. */
export const objectionAnswered: NoticeWriter = async ({ db }, { subjectId, payload: { objectionId } }) => {
  const { row, objections } = await noticeOf(db, subjectId)
  const objection = objections.find(({ id }) => id === objectionId)
  if (!objection?.raisedBy || objection.answer === null) return []
  const { state, answer, raisedBy } = objection
  return [
    {
      to: await peopleOf(db, [raisedBy]),
      path: `/notices/${row.id}`,
      write: (letters) =>
        letters.objectionAnswered({ notice: row.title, upheld: state === 'upheld', answer }),
    },
  ]
}

export const noticeEnding: NoticeWriter = async ({ db }, { subjectId }) => {
  const { row, objections } = await noticeOf(db, subjectId)
  if (row.withdrawnAt !== null) return []
  return toOwner(db, row, (letters) =>
    letters.noticeEnding({ notice: row.title, endsOn: row.endsOn, open: openOf(objections) }),
  )
}

export const noticeEnded: NoticeWriter = async ({ db }, { subjectId }) => {
  const { row, objections } = await noticeOf(db, subjectId)
  if (row.withdrawnAt !== null) return []
  return toOwner(db, row, (letters) => letters.noticeEnded({ notice: row.title, open: openOf(objections) }))
}
