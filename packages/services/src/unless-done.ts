import { inUnitOfWork, refusingOn, type UnitOfWork, type WorkContext } from '@market/database'
import { isRefusal, refuse } from '@market/domain'

const DONE = 'work.already_done'

/** Ends a unit of work that found, with everything held, that there is nothing left to do: not even a trail stays. */
export const alreadyDone = () => refuse('conflict', DONE)

/**
 * What a step of the platform's own made; null where it ended with `alreadyDone`, or where another run of it was faster
 * and one of the named constraints said so.
 */
export const resultUnlessDone = async <T>(
  context: WorkContext,
  work: (unit: UnitOfWork) => Promise<T>,
  races: readonly string[] = [],
): Promise<T | null> => {
  const refusals = Object.fromEntries(races.map((constraint) => [constraint, alreadyDone]))
  try {
    return await refusingOn(refusals, () => inUnitOfWork(context, work))
  } catch (error) {
    if (isRefusal(error) && error.code === DONE) return null
    throw error
  }
}

/** The same, of a step that makes nothing to give back: whether it was this run that took it. */
export const unlessDone = async (
  context: WorkContext,
  work: (unit: UnitOfWork) => Promise<void>,
  races: readonly string[] = [],
): Promise<boolean> => {
  const took = async (unit: UnitOfWork) => {
    await work(unit)
    return true
  }
  return (await resultUnlessDone(context, took, races)) ?? false
}
