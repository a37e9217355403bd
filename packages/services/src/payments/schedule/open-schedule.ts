import { createHash } from 'node:crypto'
import type { Transaction, WorkContext } from '@market/database'
import { paymentDues } from '@market/database/schema'
import { addDays, shanghaiDateOf } from '@market/domain'
import { REGISTRABLE_CONTRACT_STATES } from '@market/domain/contracts'
import {
  dueMachine,
  postDue,
  referenceOf,
  type ScheduleLine,
  scheduleProblems,
} from '@market/domain/payments'
import { paymentRulesOn } from '@market/domain/regimes'
import { asc, eq } from 'drizzle-orm'
import type { ContractRow } from '../../contracts/index.ts'
import { alreadyDone, unlessDone } from '../../index.ts'
import { post } from '../ledger.ts'
import { type DueRow, holdLedger } from '../records.ts'
import { frameOf, impliedLines } from './schedule-frame.ts'

/** What a transfer for an amount names; of the amount's id, so that it cannot be mistaken for another's. */
export const makeReference = (dueId: string): string =>
  referenceOf(createHash('sha256').update(`due ${dueId}`).digest())

const asLine = ({ kind, title, amountFen, dueOn }: DueRow): ScheduleLine[] =>
  kind === 'royalty' ? [] : [{ kind, title, amountFen, dueOn }]

/** The planned lines, where they still fit what was signed; else those the terms imply. */
const settleLines = async (
  { ids }: WorkContext,
  { tx, now }: { tx: Transaction; now: Date },
  contract: ContractRow,
  planned: readonly DueRow[],
): Promise<DueRow[]> => {
  const today = shanghaiDateOf(now)
  const fits = scheduleProblems(planned.flatMap(asLine), frameOf(contract, today)).length === 0
  if (planned.length > 0 && fits) return [...planned]
  const { id: contractId } = contract
  await tx.delete(paymentDues).where(eq(paymentDues.contractId, contractId))
  const rows = impliedLines(contract, today).map((line, position) => ({
    ...{ id: ids.next(), contractId, position, state: 'planned' as const },
    ...line,
    ...{ createdAt: now, updatedAt: now },
  }))
  return rows.length === 0 ? [] : tx.insert(paymentDues).values(rows).returning()
}

/**
 * Once a contract is signed, what is to be paid under it becomes due: each amount gets its reference and, but for a
 * deposit, stands in the ledger. However often it is run, it happens once.
 */
export const openSchedule = (context: WorkContext, contractId: string): Promise<boolean> =>
  unlessDone(context, async (unit) => {
    const { tx, now, audit, emit } = unit
    const contract = await holdLedger(tx, contractId)
    const dues = await tx
      .select()
      .from(paymentDues)
      .where(eq(paymentDues.contractId, contractId))
      .orderBy(asc(paymentDues.position))
    const signed = REGISTRABLE_CONTRACT_STATES.some((state) => state === contract.state)
    if (!signed || dues.some(({ state }) => state !== 'planned')) throw alreadyDone()
    const lines = await settleLines(context, unit, contract, dues)
    if (lines.length === 0) throw alreadyDone()
    for (const due of lines) {
      const state = dueMachine.transition(due.state, 'open')
      await tx
        .update(paymentDues)
        .set({ state, reference: makeReference(due.id), updatedAt: now })
        .where(eq(paymentDues.id, due.id))
      const occurredOn = contract.signedOn ?? shanghaiDateOf(now)
      if (due.kind !== 'deposit') {
        await post(context, unit, postDue(due.id, due.amountFen), { contractId, occurredOn })
      }
    }
    const after = { lines: lines.flatMap(asLine) }
    const trail = { subjectType: 'contract', subjectId: contractId, organizationId: contract.sellerId }
    audit({ ...trail, action: 'payment.open_schedule', after })
    emit({ type: 'payment.schedule_opened', subjectId: contractId, payload: { lines: lines.length } })
  })

/** The day an amount called for today has to be paid by. */
export const dueAfterCall = (now: Date): string => {
  const today = shanghaiDateOf(now)
  return addDays(today, paymentRulesOn(today).callDays)
}
