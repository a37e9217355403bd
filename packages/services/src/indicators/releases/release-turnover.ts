import { setImmediate } from 'node:timers/promises'
import { inUnitOfWork, type Transaction, type WorkContext } from '@market/database'
import {
  turnoverEntries,
  turnoverReleasedEntries,
  turnoverReleasedFigures,
  turnoverReleasedPrices,
  turnoverReleases,
} from '@market/database/schema'
import { isRefusal, refuse, yearOf } from '@market/domain'
import { type ReleasedFigure, releaseFigures } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { sql } from 'drizzle-orm'
import { requireMember, type ServiceContext } from '../../index.ts'
import { readHome } from '../read-turnover.ts'
import { findRelease, monthBegins, type ReleasedState, stateOf } from './find-release.ts'
import { readYear } from './read-year.ts'
import { readPrices } from './released-prices.ts'

/** Fair enough to hide behind; tests pass their own. */
export type Random = () => number

const ROWS_AT_ONCE = 2000

/** Others may work between two figures: a large year takes minutes. */
const run = async (work: Generator<void, ReleasedFigure[]>): Promise<ReleasedFigure[]> => {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value
    await setImmediate()
  }
}

/** Counts every line of the ledger that no release has counted; the years they fall in, or every year for another home. */
const countEntries = async (tx: Transaction, releaseId: number, movedHome: boolean): Promise<number[]> => {
  await tx.execute(sql`insert into ${turnoverReleasedEntries} (entry_id, release_id)
    select entry.id, ${releaseId} from ${turnoverEntries} entry
    where not exists (select from ${turnoverReleasedEntries} counted where counted.entry_id = entry.id)`)
  const rows = await tx.execute<{ day: string }>(sql`
    select distinct date_trunc('year', entry.business_on)::date::text as day from ${turnoverEntries} entry
    join ${turnoverReleasedEntries} released on released.entry_id = entry.id
    where ${movedHome} or released.release_id = ${releaseId} order by 1`)
  return rows.map(({ day }) => yearOf(day))
}

const store = async (tx: Transaction, year: number, figures: readonly ReleasedFigure[]): Promise<void> => {
  const rows = figures.map(({ view, by, code, release: releaseId, sum }) => ({
    ...{ view, by, code, year, releaseId },
    contractCount: sum?.contractCount ?? null,
    contractAmountFen: sum?.contractAmountFen ?? null,
    technologyAmountFen: sum?.technologyAmountFen ?? null,
  }))
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    await tx.insert(turnoverReleasedFigures).values(rows.slice(at, at + ROWS_AT_ONCE))
  }
}

interface Call {
  releasedBy: string | null
  /** No earlier release than this will do instead. */
  since: Date | null
  random: Random
}

const release = (context: WorkContext, { releasedBy, since, random }: Call): Promise<ReleasedState> =>
  inUnitOfWork(context, async ({ tx, now, audit }) => {
    await tx.execute(sql`set local statement_timeout = 0`)
    await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`)
    // One at a time: each stands on everything the ones before it have published.
    await tx.execute(sql`lock table ${turnoverReleases} in share row exclusive mode`)
    const [last, home] = [await findRelease(tx), await readHome(tx)]
    if (last && ((since && last.releasedAt >= since) || last.releasedAt >= now)) {
      throw refuse('conflict', 'turnover.already_released')
    }
    const [made] = await tx
      .insert(turnoverReleases)
      .values({ releasedAt: now, homeRegionCode: home, releasedBy })
      .returning()
    if (!made) throw new Error('A release was not stored.')
    const years = await countEntries(tx, made.id, last !== null && last.homeRegionCode !== home)
    let stated = 0
    for (const year of years) {
      const known = await readYear(tx, year)
      const figures = await run(releaseFigures({ ...known, release: made.id, home, random }))
      await store(tx, year, figures)
      stated += figures.filter(({ sum }) => sum !== null).length
    }
    const prices = await readPrices(tx, true)
    if (prices.length > 0) {
      await tx
        .insert(turnoverReleasedPrices)
        .values(prices.map((price) => ({ ...price, releaseId: made.id })))
    }
    const after = { years, stated, prices: prices.length }
    const action = 'turnover.release'
    audit({ action, subjectType: 'turnover', subjectId: String(made.id), before: null, after })
    return stateOf(made, now)
  })

/**
 * Releases the figures of this instant to the public: each that has changed and that tells, with everything public
 * before, nothing about fewer than three contracts (invariant 10). Refuses with `turnover.already_released`.
 */
export const releaseTurnover = async (
  context: ServiceContext,
  random: Random = Math.random,
): Promise<ReleasedState> => {
  const actor = requireMember(context)
  authorize(actor, 'turnover.release')
  return release(context, { releasedBy: actor.userId, since: null, random })
}

/** The release of the month in Asia/Shanghai; false when there is one already. */
export const releaseTurnoverOfMonth = async (
  context: WorkContext,
  random: Random = Math.random,
): Promise<boolean> => {
  try {
    await release(context, { releasedBy: null, since: monthBegins(context.clock.now()), random })
    return true
  } catch (error) {
    if (isRefusal(error) && error.code === 'turnover.already_released') return false
    throw error
  }
}
