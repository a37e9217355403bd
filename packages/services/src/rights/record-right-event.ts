import { inUnitOfWork, refusingOn, type UnitOfWork } from '@market/database'
import { licenceGrants, rightEvents, rights } from '@market/database/schema'
import { addYears, refuse, refuseFields, shanghaiDateOf } from '@market/domain'
import { ALL_FIELDS, coverageOf, spansOf, WORLD } from '@market/domain/licensing'
import { type RightEvent, readHistory, rightEventProblems } from '@market/domain/rights'
import { and, eq, isNull } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../index.ts'
import { type EventRow, type RightRow, readDossiers } from './dossiers.ts'
import { holdRight } from './records.ts'
import { holdOffers, settleListings } from './settle-listings.ts'

export interface RecordRightEventInput extends Omit<RightEvent, 'id'> {
  rightId: string
}

const DECISIVE = ['grant', 'restoration', 'termination', 'invalidation']

/** Once the entry that decided is struck out, the right is again what it was by itself. */
const statedStatus = (right: RightRow, struck: EventRow | undefined): RightRow['legalStatus'] => {
  if (!struck || !DECISIVE.includes(struck.kind)) return right.legalStatus
  return right.kind === 'patent_application' ? 'pending' : 'in_force'
}

/**
 * A declared open licence stands in the register of grants, where it keeps exclusive and sole licences out, those of
 * others too. Anybody may write down anybody's number: only where a reviewer has seen the right offered is it more than
 * the organization's own note.
 */
const declare = async (
  context: ServiceContext,
  unit: UnitOfWork,
  right: RightRow,
  event: EventRow,
): Promise<void> => {
  const { tx, now } = unit
  if ((await holdOffers(unit, right.id)).length === 0) return
  const coverage = coverageOf({ territory: '', territoryCodes: [WORLD], fieldCodes: [ALL_FIELDS] })
  await tx.insert(licenceGrants).values({
    id: context.ids.next(),
    subject: right.subject,
    rightId: right.id,
    grantorId: right.organizationId,
    eventId: event.id,
    kind: 'open',
    territoryCodes: [...coverage.territories],
    fieldCodes: [...coverage.fields],
    ...spansOf(coverage),
    startsOn: event.occurredOn,
    createdAt: now,
  })
}

/** Those granted before a withdrawal stay (Patent Law art. 50); the declaration alone ends. */
const withdraw = async ({ tx }: UnitOfWork, rightId: string, endedOn: string): Promise<void> => {
  await tx
    .update(licenceGrants)
    .set({ endedOn })
    .where(
      and(
        eq(licenceGrants.rightId, rightId),
        eq(licenceGrants.kind, 'open'),
        isNull(licenceGrants.contractId),
        isNull(licenceGrants.endedOn),
      ),
    )
}

const followOpenLicence = async (
  context: ServiceContext,
  unit: UnitOfWork,
  right: RightRow,
  event: EventRow,
  struck: EventRow | undefined,
): Promise<void> => {
  if (event.kind === 'open_licence_withdrawal') await withdraw(unit, right.id, event.occurredOn)
  else if (struck?.kind === 'open_licence') await withdraw(unit, right.id, struck.occurredOn)
  if (event.kind === 'open_licence') await declare(context, unit, right, event)
}

const closed = () => refuse('conflict', 'right.exclusive_in_force')

/**
 * Enters what the office, a court or the owner did to a right; its standing follows, and its listings freeze or thaw at
 * once. A wrong entry is corrected by a later one that names it. Refuses with `request.invalid`,
 * `right_event.already_corrected`, and `right.exclusive_in_force` for an open licence beside an exclusive or sole one
 * (Patent Law art. 51; implementing rules, rule 86).
 */
export const recordRightEvent = (
  context: ServiceContext,
  input: RecordRightEventInput,
): Promise<RightRow> => {
  const actor = requireMember(context)
  const { rightId, ...typed } = input
  const refusals = {
    licence_grants_one_lane: closed,
    right_events_corrected_once: () => refuse('conflict', 'right_event.already_corrected'),
  }
  return refusingOn(refusals, () =>
    inUnitOfWork(context, async (unit) => {
      const { tx, now } = unit
      const before = await holdRight(tx, actor, rightId, 'right.record_event')
      const today = shanghaiDateOf(now)
      const event = { ...typed, id: context.ids.next() }
      const problems = rightEventProblems(event, before, today)
      const [dossier] = await readDossiers(tx, [rightId], today)
      const history = dossier?.events ?? []
      const struck = history.find(({ id }) => id === typed.correctsId)
      if (typed.correctsId !== null && !struck) {
        problems.push({ path: 'correctsId', code: 'right_event.not_of_this_right' })
      }
      if (problems.length > 0) throw refuseFields('request.invalid', problems)
      const [row] = await tx
        .insert(rightEvents)
        .values({ ...event, rightId, enteredBy: actor.userId, enteredAt: now })
        .returning()
      if (!row) throw new Error('The event was not stored.')
      await followOpenLicence(context, unit, before, row, struck)
      const facts = { ...before, legalStatus: statedStatus(before, struck) }
      const { decisive: _, feePaidYear, ...recorded } = readHistory(facts, [...history, row])
      const feeDueOn =
        feePaidYear !== null && before.filedOn !== null ? addYears(before.filedOn, feePaidYear) : null
      const keptSince = before.keptSince ?? now
      const [after] = await tx
        .update(rights)
        .set({ ...recorded, feeDueOn, keptSince, updatedAt: now })
        .where(eq(rights.id, rightId))
        .returning()
      if (!after) throw refuse('not-found', 'right.not_found')
      await settleListings(unit, rightId)
      unit.audit({
        action: 'right.record_event',
        subjectType: 'right',
        subjectId: rightId,
        organizationId: before.organizationId,
        before: { legalStatus: before.legalStatus, expiresOn: before.expiresOn },
        after: { event: row, legalStatus: after.legalStatus, expiresOn: after.expiresOn },
      })
      const payload = { kind: row.kind, eventId: row.id }
      unit.emit({ type: 'right.event_recorded', subjectId: rightId, payload })
      return after
    }),
  )
}
