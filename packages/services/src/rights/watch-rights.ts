import type { WorkContext } from '@market/database'
import { listingRights, listings, rightReminders, rights } from '@market/database/schema'
import { addDays, addMonths, type CalendarDate, shanghaiDateOf } from '@market/domain'
import { REQUESTABLE_LISTING_STATES } from '@market/domain/listings'
import { FEE_GRACE_MONTHS } from '@market/domain/regimes'
import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { alreadyDone, resultUnlessDone, unlessDone } from '../index.ts'
import { readDossiers } from './dossiers.ts'
import { settleListings } from './settle-listings.ts'

const REMIND_DAYS = 30

/** Rights on offer that may have ended by this day, and those of frozen listings that may protect again. */
const suspects = async ({ db }: Pick<WorkContext, 'db'>, today: CalendarDate): Promise<string[]> => {
  const ended = or(
    lt(rights.expiresOn, today),
    inArray(rights.legalStatus, ['lapsed', 'invalidated']),
    lt(rights.feeDueOn, addMonths(today, -FEE_GRACE_MONTHS.shortest)),
  )
  const rows = await db
    .selectDistinct({ id: rights.id })
    .from(rights)
    .innerJoin(listingRights, eq(listingRights.rightId, rights.id))
    .innerJoin(listings, eq(listings.id, listingRights.listingId))
    .where(
      or(
        isNotNull(listings.frozenAt),
        and(isNull(listings.frozenAt), inArray(listings.state, REQUESTABLE_LISTING_STATES), ended),
      ),
    )
    .orderBy(asc(rights.id))
  return rows.map(({ id }) => id)
}

const settle = async (context: WorkContext, rightId: string): Promise<number> => {
  const settled = await resultUnlessDone(context, async (unit) => {
    const changed = await settleListings(unit, rightId)
    if (changed === 0) throw alreadyDone()
    return changed
  })
  return settled ?? 0
}

/** Once per right, fee and stage: when it comes near, and when it can still be paid late. */
const remind = async (context: WorkContext, rightId: string, today: CalendarDate): Promise<boolean> => {
  const [dossier] = await readDossiers(context.db, [rightId], today)
  const fee = dossier?.standing.nextFee
  if (!dossier || !fee || (fee.stage !== 'due_soon' && fee.stage !== 'in_grace')) return false
  const { stage, patentYear, dueOn, graceEndsOn, surchargePercent } = fee
  const { organizationId } = dossier.right
  return unlessDone(context, async ({ tx, audit, emit }) => {
    const [first] = await tx
      .insert(rightReminders)
      .values({ rightId, patentYear, stage, remindedOn: today })
      .onConflictDoNothing()
      .returning()
    if (!first) throw alreadyDone()
    audit({
      action: 'right.remind',
      subjectType: 'right',
      subjectId: rightId,
      organizationId,
      after: first,
    })
    const payload = { stage, patentYear, dueOn, graceEndsOn, surchargePercent }
    emit({ type: 'right.fee_due', subjectId: rightId, payload })
  })
}

const feesNear = async ({ db }: Pick<WorkContext, 'db'>, today: CalendarDate): Promise<string[]> => {
  const rows = await db
    .select({ id: rights.id })
    .from(rights)
    .where(and(eq(rights.legalStatus, 'in_force'), lte(rights.feeDueOn, addDays(today, REMIND_DAYS))))
    .orderBy(asc(rights.id))
  return rows.map(({ id }) => id)
}

/**
 * The nightly look at every right: those that ran out freeze their listings, those that protect again thaw them, and
 * their owners hear of fees that fall due. However often and wherever it is run, each change is made and told once.
 */
export const watchRights = async (context: WorkContext): Promise<{ settled: number; reminded: number }> => {
  const today = shanghaiDateOf(context.clock.now())
  let settled = 0
  let reminded = 0
  for (const id of await suspects(context, today)) settled += await settle(context, id)
  for (const id of await feesNear(context, today)) if (await remind(context, id, today)) reminded += 1
  return { settled, reminded }
}
