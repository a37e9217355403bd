import type { Database } from '@market/database'
import { contracts, organizations, registrations } from '@market/database/schema'
import { formatFen, type Locale, shanghaiDateOf } from '@market/domain'
import { labelOf } from '@market/domain/codes'
import { type Regime, regimeFor } from '@market/domain/regimes'
import { and, eq } from 'drizzle-orm'
import type { Todo } from '../letters/index.ts'
import { type Notice, type NoticeWriter, pick, type Recipient } from '../notice.ts'
import { membersOf, peopleOf } from '../recipients.ts'

const FILERS = ['editor', 'negotiator'] as const
const REGISTRARS = ['registrar'] as const
const DEALERS = ['negotiator', 'signatory'] as const

type RegistrationRow = typeof registrations.$inferSelect

const filingOf = async (db: Database, id: string) => {
  const [row] = await db
    .select({ registration: registrations, contract: contracts })
    .from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .where(eq(registrations.id, id))
  if (!row) throw new Error(`Registration ${id} does not exist.`)
  return row
}

/** A reason as the regime of the filing words it, and what puts it right. */
const todoIn = (
  locale: Locale,
  { refusals }: Regime,
  { code, words }: { code: string; words: string },
): Todo => {
  const remedy = refusals.reasons.find((known) => known.code === code)?.remedy
  return {
    reason: labelOf(refusals.reasons, code, locale),
    words,
    remedy: remedy ? pick(locale, remedy.zh, remedy.en) : '',
  }
}

export const correctionRequested: NoticeWriter = async ({ db }, { subjectId }) => {
  const { registration } = await filingOf(db, subjectId)
  const { agencyId, title, correctionComments } = registration
  if (registration.state !== 'correction_requested') return []
  return [
    {
      to: await membersOf(db, agencyId, FILERS),
      path: `/workspace/registrations/${subjectId}`,
      write: (letters) =>
        letters.correctionRequested({
          contract: title,
          comments: (correctionComments ?? []).map(({ words }) => words),
        }),
    },
  ]
}

/** Whoever it is assigned to; else the agency's registrars without those who filed it, else the overseers'. */
const examinersOf = async (db: Database, registration: RegistrationRow): Promise<Recipient[]> => {
  const { assignedTo, agencyId, filers } = registration
  if (assignedTo !== null) return peopleOf(db, [assignedTo])
  const own = (await membersOf(db, agencyId, REGISTRARS)).filter(({ userId }) => !filers.includes(userId))
  if (own.length > 0) return own
  const offices = await db
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(eq(organizations.kind, 'operator'), eq(organizations.state, 'verified')))
  return (await Promise.all(offices.map(({ id }) => membersOf(db, id, REGISTRARS)))).flat()
}

const daysOf = ({ daysLeft, daysKind }: Record<string, unknown>) => ({
  days: typeof daysLeft === 'number' ? daysLeft : 0,
  working: daysKind === 'working',
})

/** A decision that is nearly due, or overdue; nothing once it has been taken. */
export const decisionDue: NoticeWriter = async ({ db }, { subjectId, payload }) => {
  const { registration } = await filingOf(db, subjectId)
  const { title, dueOn, decidedAt } = registration
  if (dueOn === null || decidedAt !== null) return []
  return [
    {
      to: await examinersOf(db, registration),
      path: `/workspace/registrations/desk/${subjectId}`,
      write: (letters) => letters.decisionDue({ contract: title, dueOn, ...daysOf(payload) }),
    },
  ]
}

export const registrationRefused: NoticeWriter = async ({ db }, { subjectId, occurredAt }) => {
  const { registration, contract } = await filingOf(db, subjectId)
  const { agencyId, title, refusalReasons, submittedAt } = registration
  const regime = regimeFor(shanghaiDateOf(submittedAt ?? occurredAt))
  const filers = await membersOf(db, agencyId, FILERS)
  const sellers = await membersOf(db, contract.sellerId, DEALERS)
  const inform = (to: Recipient[], path: string): Notice => ({
    to,
    path,
    write: (letters, locale) =>
      letters.registrationRefused({
        contract: title,
        todos: (refusalReasons ?? []).map((reason) => todoIn(locale, regime, reason)),
      }),
  })
  return [
    inform(filers, `/workspace/registrations/${subjectId}`),
    inform(sellers, `/workspace/contracts/${contract.id}`),
  ]
}

export const registered: NoticeWriter = async ({ db }, { subjectId }) => {
  const { registration, contract } = await filingOf(db, subjectId)
  const { agencyId, title, number, verificationCode, registeredOn, contractAmountFen } = registration
  if (number === null || verificationCode === null || registeredOn === null) return []
  const people = [
    ...(await membersOf(db, agencyId, FILERS)),
    ...(await membersOf(db, contract.sellerId, DEALERS)),
    ...(await membersOf(db, contract.buyerId, DEALERS)),
  ]
  return [
    {
      to: people,
      path: `/certificates/${number}?${new URLSearchParams({ code: verificationCode })}`,
      write: (letters, locale) =>
        letters.registered({
          contract: title,
          number,
          registeredOn,
          amount: formatFen(contractAmountFen, 'yuan', locale),
        }),
    },
  ]
}
