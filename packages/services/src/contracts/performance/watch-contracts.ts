import type { WorkContext } from '@market/database'
import { contractAmendments, contractReminders, contracts, registrations } from '@market/database/schema'
import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import { contractMachine, type Obligation, obligationReminder } from '@market/domain/contracts'
import { and, asc, eq, gt, inArray, lt, lte, notExists, notInArray, sql } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../../index.ts'
import type { ContractRow } from '../contract-records.ts'
import { readObligationsOfMany } from './read-obligations.ts'

const AT_ONCE = 200
const STEPS = { enter_into_force: 'contract.in_force', expire: 'contract.expired' } as const

/** The calendar moves a contract on; whoever came first did it. */
const move = (context: WorkContext, { id, state, sellerId }: ContractRow, command: keyof typeof STEPS) =>
  unlessDone(context, async ({ tx, now, audit, emit }) => {
    const next = contractMachine.transition(state, command)
    const [after] = await tx
      .update(contracts)
      .set({ state: next, updatedAt: now })
      .where(and(eq(contracts.id, id), eq(contracts.state, state)))
      .returning()
    if (!after) throw alreadyDone()
    const trail = { subjectType: 'contract', subjectId: id, organizationId: sellerId }
    audit({ ...trail, action: `contract.${command}`, before: { state }, after: { state: next } })
    emit({ type: STEPS[command], subjectId: id })
  })

/** The end both sides signed, or the one they have amended it to. */
const lastDay = sql`coalesce(
  (select ${contractAmendments.endsOn} from ${contractAmendments}
    where ${contractAmendments.contractId} = ${contracts.id} and ${contractAmendments.state} = 'in_force'
      and ${contractAmendments.endsOn} is not null
    order by ${contractAmendments.number} desc limit 1),
  ${contracts.endsOn})`

/** Contracts whose day has come. One that is being registered waits for that. */
const moveOn = async (context: WorkContext, today: CalendarDate): Promise<number> => {
  const { db } = context
  const begun = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.state, 'signed'), lte(contracts.effectiveOn, today)))
    .orderBy(asc(contracts.id))
  const underWay = db
    .select({ id: registrations.id })
    .from(registrations)
    .where(
      and(
        eq(registrations.contractId, contracts.id),
        notInArray(registrations.state, ['registered', 'refused']),
      ),
    )
  let moved = 0
  for (const contract of begun) if (await move(context, contract, 'enter_into_force')) moved += 1
  // Read only now: what began and ended since the last run is over as well.
  const over = await db
    .select()
    .from(contracts)
    .where(and(eq(contracts.state, 'in_force'), lt(lastDay, today), notExists(underWay)))
    .orderBy(asc(contracts.id))
  for (const contract of over) if (await move(context, contract, 'expire')) moved += 1
  return moved
}

const remind = (
  context: WorkContext,
  { id: contractId, sellerId, buyerId }: ContractRow,
  { obligation, daysLeft, today }: { obligation: Obligation; daysLeft: number; today: CalendarDate },
) =>
  unlessDone(context, async ({ tx, audit, emit }) => {
    const { key, kind, side, dueOn, of } = obligation
    const [first] = await tx
      .insert(contractReminders)
      .values({ contractId, key, remindedOn: today, daysLeft })
      .onConflictDoNothing()
      .returning()
    if (!first) throw alreadyDone()
    const organizationId = side === 'seller' ? sellerId : buyerId
    const trail = { subjectType: 'contract', subjectId: contractId, organizationId }
    audit({ ...trail, action: 'contract.remind', after: { key, daysLeft } })
    const payload = { contractId, key, kind, side, dueOn, of, daysLeft }
    emit({ type: 'contract.obligation_due', subjectId: contractId, payload })
  })

/** Payments have reminders of their own, and so have the owner's patents. */
const REMINDED_ELSEWHERE: readonly string[] = ['payment', 'patent_fee']

const remindOf = async (
  context: WorkContext,
  contract: ContractRow,
  obligations: readonly Obligation[],
  today: CalendarDate,
): Promise<number> => {
  let reminded = 0
  for (const obligation of obligations) {
    const daysLeft = obligationReminder(obligation, today)
    if (daysLeft === null || REMINDED_ELSEWHERE.includes(obligation.kind)) continue
    if (await remind(context, contract, { obligation, daysLeft, today })) reminded += 1
  }
  return reminded
}

/** Contracts under which something may be owed, some at a time: there may be any number of them. */
async function* runningContracts({ db }: WorkContext, atOnce: number): AsyncGenerator<ContractRow[]> {
  let after: string | undefined
  do {
    const rows = await db
      .select()
      .from(contracts)
      .where(
        and(
          inArray(contracts.state, ['signed', 'in_force']),
          after === undefined ? undefined : gt(contracts.id, after),
        ),
      )
      .orderBy(asc(contracts.id))
      .limit(atOnce)
    if (rows.length > 0) yield rows
    after = rows.length === atOnce ? rows.at(-1)?.id : undefined
  } while (after !== undefined)
}

/**
 * Once a day: contracts enter into force and expire, and whoever owes something is reminded around its day, once however
 * often it is run. Returns how many contracts moved and how many reminders were given.
 */
export const watchContracts = async (
  context: WorkContext,
  atOnce = AT_ONCE,
): Promise<{ moved: number; reminded: number }> => {
  const today = shanghaiDateOf(context.clock.now())
  const moved = await moveOn(context, today)
  let reminded = 0
  for await (const contracts of runningContracts(context, atOnce)) {
    const obligations = await readObligationsOfMany(context.db, contracts, today)
    for (const contract of contracts) {
      reminded += await remindOf(context, contract, obligations.get(contract.id) ?? [], today)
    }
  }
  return { moved, reminded }
}
