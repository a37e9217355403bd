import { organizations, publishedPeriods, turnoverEntries } from '@market/database/schema'
import { type CalendarDate, refuse } from '@market/domain'
import type { FrozenTable, TurnoverSum } from '@market/domain/indicators'
import { authorize, may } from '@market/domain/policy'
import { and, between, desc, eq, gt, sql } from 'drizzle-orm'
import type { ServiceContext } from '../index.ts'
import { computeTurnover, type TurnoverFigure } from './compute-turnover.ts'
import { turnoverReader } from './turnover-reader.ts'

export interface PublishedPeriodSummary {
  period: string
  from: CalendarDate
  to: CalendarDate
  hash: string
  publishedAt: Date
  publisherZh: string
  publisherEn: string
}

const summary = {
  period: publishedPeriods.period,
  from: publishedPeriods.from,
  to: publishedPeriods.to,
  publishedAt: publishedPeriods.publishedAt,
  publisherZh: organizations.nameZh,
  publisherEn: organizations.nameEn,
}

/** Every closed period, the last one first. The hash is that of what this reader is shown. */
export const listPublishedPeriods = async ({
  db,
  actor,
}: ServiceContext): Promise<PublishedPeriodSummary[]> => {
  authorize(actor, 'turnover.read')
  const hash = may(actor, 'turnover.read_ledger') ? publishedPeriods.hash : publishedPeriods.publicHash
  return db
    .select({ ...summary, hash })
    .from(publishedPeriods)
    .innerJoin(organizations, eq(organizations.id, publishedPeriods.publisherId))
    .orderBy(desc(publishedPeriods.to), publishedPeriods.from)
}

/** What the register said differently of a closed period on a later day. */
export interface PeriodRevision {
  recordedOn: CalendarDate
  /** Lines of the ledger booked or taken back that day. */
  entries: number
  /** The change of the figure; null for the public, for a single contract may stand behind it. */
  change: TurnoverSum | null
}

export interface PublishedPeriodDetails extends PublishedPeriodSummary {
  definitionZh: string
  definitionEn: string
  figures: FrozenTable[]
  revisions: PeriodRevision[]
  /** Everything registered in the period, as it stands now; for the public as released. */
  current: TurnoverFigure
}

/** A closed period as it was published, and beside it what changed since. Refuses with `period.not_found`. */
export const getPublishedPeriod = async (
  context: ServiceContext,
  name: string,
): Promise<PublishedPeriodDetails> => {
  const { db, actor } = context
  authorize(actor, 'turnover.read')
  const reader = await turnoverReader(context)
  const { open } = reader
  const [row] = await db
    .select({ published: publishedPeriods, ...summary })
    .from(publishedPeriods)
    .innerJoin(organizations, eq(organizations.id, publishedPeriods.publisherId))
    .where(eq(publishedPeriods.period, name))
  if (!row) throw refuse('not-found', 'period.not_found')
  const { published, ...stated } = row
  const day = sql<string>`(${turnoverEntries.recordedAt} at time zone 'Asia/Shanghai')::date::text`
  const days = await db
    .select({
      recordedOn: day,
      entries: sql<number>`count(*)`.mapWith(Number),
      contractCount: sql<number>`sum(${turnoverEntries.contractCount})`.mapWith(Number),
      contractAmountFen: sql<number>`sum(${turnoverEntries.contractAmountFen})`.mapWith(Number),
      technologyAmountFen: sql<number>`sum(${turnoverEntries.technologyAmountFen})`.mapWith(Number),
    })
    .from(turnoverEntries)
    .where(
      and(
        between(turnoverEntries.businessOn, published.from, published.to),
        published.lastEntryId === null
          ? gt(turnoverEntries.recordedAt, published.publishedAt)
          : gt(turnoverEntries.id, published.lastEntryId),
      ),
    )
    .groupBy(day)
    .orderBy(day)
  const asked = { view: 'registered', by: 'total', from: published.from, to: published.to } as const
  const { total } = await computeTurnover(db, { ...asked, reader })
  return {
    ...stated,
    hash: open ? published.hash : published.publicHash,
    definitionZh: published.definitionZh,
    definitionEn: published.definitionEn,
    figures: open ? published.figures : published.publicFigures,
    revisions: days.map(({ recordedOn, entries, ...change }) => ({
      recordedOn,
      entries,
      change: open ? change : null,
    })),
    current: total,
  }
}
