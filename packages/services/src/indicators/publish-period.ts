import { inUnitOfWork, refusingOn } from '@market/database'
import { publishedPeriods } from '@market/database/schema'
import { refuse, shanghaiDateOf } from '@market/domain'
import { parsePeriod, requireOver, TURNOVER_DEFINITION } from '@market/domain/indicators'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { holdLedger } from './hold-ledger.ts'
import { freezeFigures, hashPublication } from './published-figures.ts'
import { publicReader } from './turnover-reader.ts'

export type PublishedPeriodRecord = typeof publishedPeriods.$inferSelect

/**
 * Closes a month, quarter or year: its figures as they stand are frozen with their definition and a hash (invariant 7).
 * Nothing is booked meanwhile. Refuses with `period.malformed`, `period.not_over`, `period.already_published` or
 * `period.ledger_busy`.
 */
export const publishPeriod = async (
  context: ServiceContext,
  name: string,
): Promise<PublishedPeriodRecord> => {
  const actor = requireMember(context)
  authorize(actor, 'turnover.publish_period')
  const period = parsePeriod(name)
  const twice = () => refuse('conflict', 'period.already_published', { period: name })
  return refusingOn({ published_periods_pkey: twice }, () =>
    inUnitOfWork(context, async ({ tx, now, audit }) => {
      const today = shanghaiDateOf(now)
      requireOver(period, today)
      const lastEntryId = await holdLedger(tx)
      const publishedAt = context.clock.now()
      const ledger = { open: true, today, release: null, released: null }
      const figures = await freezeFigures(tx, period, ledger)
      const publicFigures = await freezeFigures(tx, period, await publicReader({ ...context, db: tx }))
      const [published] = await tx
        .insert(publishedPeriods)
        .values({
          ...period,
          figures,
          publicFigures,
          definitionZh: TURNOVER_DEFINITION.zh,
          definitionEn: TURNOVER_DEFINITION.en,
          hash: hashPublication({ ...period, publishedAt, figures }),
          publicHash: hashPublication({ ...period, publishedAt, figures: publicFigures }),
          publishedAt,
          lastEntryId,
          publishedBy: actor.userId,
          publisherId: actor.organizationId,
        })
        .returning()
      if (!published) throw twice()
      const { hash, publicHash } = published
      const action = 'turnover.publish_period'
      audit({ action, subjectType: 'period', subjectId: name, before: null, after: { hash, publicHash } })
      return published
    }),
  )
}
