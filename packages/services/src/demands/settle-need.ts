import type { UnitOfWork, WorkContext } from '@market/database'
import { contracts, needAnswers, requests } from '@market/database/schema'
import { type NeedCommand, needMachine } from '@market/domain/demands'
import { LIVE_REQUEST_STATES } from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import { alreadyDone, unlessDone } from '../index.ts'
import { storeNeed } from './change-need.ts'
import { holdNeed, type NeedRow } from './records.ts'

/** Events after which a need may be solved, or nobody talks about it any more. */
export const SETTLING_EVENTS = ['request.declined', 'request.withdrawn', 'request.lapsed', 'contract.signed']

const commandFor = async ({ tx }: UnitOfWork, needId: string): Promise<NeedCommand | null> => {
  const rows = await tx
    .select({ state: requests.state, contract: contracts.state })
    .from(requests)
    .innerJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .leftJoin(contracts, eq(contracts.requestId, requests.id))
    .where(eq(needAnswers.needId, needId))
  if (rows.some(({ contract }) => contract !== null && contract !== 'draft' && contract !== 'ready'))
    return 'solve'
  const talking = rows.some(
    ({ state, contract }) => contract !== null || LIVE_REQUEST_STATES.some((live) => live === state),
  )
  return talking ? null : 'end_talks'
}

/** Moves a held need on for the platform itself, with its trail and event. */
export const stepNeed = async (
  unit: UnitOfWork,
  need: NeedRow,
  command: NeedCommand,
  event: string,
): Promise<void> => {
  const state = needMachine.transition(need.state, command)
  const closes = needMachine.isFinal(state)
  await storeNeed(unit, need, { state, ...(closes ? { closedAt: unit.now, changesState: null } : {}) })
  unit.audit({
    action: `need.${command}`,
    subjectType: 'need',
    subjectId: need.id,
    organizationId: need.organizationId,
    before: { state: need.state },
    after: { state },
  })
  unit.emit({ type: event, subjectId: need.id })
}

const needBehind = async ({ db }: WorkContext, requestId: string): Promise<string | null> => {
  const [row] = await db
    .select({ needId: needAnswers.needId })
    .from(requests)
    .innerJoin(needAnswers, eq(needAnswers.id, requests.needAnswerId))
    .where(eq(requests.id, requestId))
  return row?.needId ?? null
}

/** Lets a need follow its talks: solved by a signed contract, open again when the last talks have ended. */
export const settleNeed = async (context: WorkContext, requestId: string): Promise<void> => {
  const needId = await needBehind(context, requestId)
  if (needId === null) return
  await unlessDone(context, async (unit) => {
    const need = await holdNeed(unit, needId)
    const command = await commandFor(unit, needId)
    if (command === null || !needMachine.allows(need.state, command)) throw alreadyDone()
    await stepNeed(unit, need, command, command === 'solve' ? 'need.solved' : 'need.reopened')
  })
}
