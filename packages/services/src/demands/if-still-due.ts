import { inUnitOfWork, type UnitOfWork, type WorkContext } from '@market/database'
import { isRefusal, refuse } from '@market/domain'

const DONE = 'need.nothing_due'

/** What the platform does by itself and finds done already. */
export const nothingDue = () => refuse('conflict', DONE)

/** Runs a step of the platform's own; false where somebody was faster and it refused with `nothingDue`. */
export const ifStillDue = async (
  context: WorkContext,
  step: (unit: UnitOfWork) => Promise<void>,
): Promise<boolean> => {
  try {
    await inUnitOfWork(context, step)
    return true
  } catch (error) {
    if (isRefusal(error) && error.code === DONE) return false
    throw error
  }
}
