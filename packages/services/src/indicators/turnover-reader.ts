import type { Database } from '@market/database'
import { type CalendarDate, shanghaiDateOf } from '@market/domain'
import { may } from '@market/domain/policy'
import type { ServiceContext } from '../index.ts'
import { findRelease, type ReleasedState, stateOf } from './releases/find-release.ts'

/** What somebody reads the turnover from. */
export interface TurnoverReader {
  /** Reads the ledger, every cell of it; the public reads what was released. */
  open: boolean
  today: CalendarDate
  /** The ledger as known at this instant (left out: now); for the public, when its state was released. */
  asKnownAt?: Date | undefined
  /** The release that the public reads; null before the first. */
  release: number | null
  /** Null for whoever reads the ledger. */
  released: ReleasedState | null
}

/** The newest release, or the newest there was at an instant. */
export const publicReader = async (
  { db, clock }: { db: Database; clock: ServiceContext['clock'] },
  instant?: Date | undefined,
): Promise<TurnoverReader> => {
  const now = clock.now()
  const release = await findRelease(db, instant)
  return {
    open: false,
    today: shanghaiDateOf(now),
    asKnownAt: release?.releasedAt,
    release: release?.id ?? null,
    released: stateOf(release, now),
  }
}

/** Whoever may read the ledger reads it as it is, or was at an instant; everybody else reads releases. */
export const turnoverReader = async (
  context: ServiceContext,
  instant?: Date | undefined,
): Promise<TurnoverReader> => {
  if (!may(context.actor, 'turnover.read_ledger')) return publicReader(context, instant)
  const today = shanghaiDateOf(context.clock.now())
  return { open: true, today, asKnownAt: instant, release: null, released: null }
}
