import { statisticsPublications, statisticsValues } from '@market/database/schema'
import { refuse } from '@market/domain'
import {
  checkStatistics,
  STATISTIC_PLACES,
  type StatisticProblem,
  type StatisticTotal,
  type StatisticValue,
  totalStatistics,
} from '@market/domain/indicators'
import { authorize, may } from '@market/domain/policy'
import { asc, desc, eq } from 'drizzle-orm'
import type { ServiceContext } from '../../index.ts'
import { findPublication, type StatisticsRecord } from './records.ts'

/** Every publication, newest first; drafts for the authority alone. */
export const listStatistics = async ({ db, actor }: ServiceContext): Promise<StatisticsRecord[]> => {
  authorize(actor, 'statistics.read')
  const drafts = may(actor, 'statistics.read_draft')
  return db
    .select()
    .from(statisticsPublications)
    .where(drafts ? undefined : eq(statisticsPublications.state, 'published'))
    .orderBy(desc(statisticsPublications.createdAt))
}

export interface StatisticsDetails {
  record: StatisticsRecord
  values: StatisticValue[]
  totals: StatisticTotal[]
  loads: boolean
}

/** One publication with its figures and the totals they reproduce. Refuses with `statistics.not_found`. */
export const getStatisticsPublication = async (
  { db, actor }: ServiceContext,
  id: string,
): Promise<StatisticsDetails> => {
  authorize(actor, 'statistics.read')
  const record = await findPublication(db, id)
  if (record.state === 'draft' && !may(actor, 'statistics.read_draft')) {
    throw refuse('not-found', 'statistics.not_found')
  }
  const rows = await db
    .select()
    .from(statisticsValues)
    .where(eq(statisticsValues.publicationId, id))
    .orderBy(asc(statisticsValues.period), asc(statisticsValues.place), asc(statisticsValues.flow))
  const values = rows.map(({ publicationId: _publication, ...value }) => value)
  return { record, values, totals: totalStatistics(values), loads: may(actor, 'statistics.load') }
}

export interface StatisticsSeries {
  place: string
  /** Places there are figures of. */
  places: string[]
  values: StatisticValue[]
  totals: StatisticTotal[]
  /** What the published figures say against one another, across publications. */
  problems: StatisticProblem[]
  publications: StatisticsRecord[]
}

const keyOf = ({ place, period, flow }: StatisticValue): string => `${place} ${period} ${flow}`

/** What is published of a place, in every period; of two publications of one figure the newer speaks. Refuses with `statistics.place_unknown`. */
export const getStatistics = async (
  { db, actor }: ServiceContext,
  place: string,
): Promise<StatisticsSeries> => {
  authorize(actor, 'statistics.read')
  if (!STATISTIC_PLACES.some(({ code }) => code === place)) {
    throw refuse('not-found', 'statistics.place_unknown', { found: place })
  }
  const rows = await db
    .select({ value: statisticsValues, publication: statisticsPublications })
    .from(statisticsValues)
    .innerJoin(statisticsPublications, eq(statisticsPublications.id, statisticsValues.publicationId))
    .where(eq(statisticsPublications.state, 'published'))
    .orderBy(
      asc(statisticsValues.period),
      asc(statisticsPublications.openedAt),
      asc(statisticsPublications.id),
    )
  const newest = new Map(rows.map((row) => [keyOf(row.value), row]))
  const standing = [...newest.values()]
  const values = standing.map(({ value: { publicationId: _publication, ...value } }) => value)
  const own = standing.filter(({ value }) => value.place === place)
  const publications = new Map(own.map(({ publication }) => [publication.id, publication]))
  return {
    place,
    places: [...new Set(values.map((value) => value.place))].sort(),
    values: values.filter((value) => value.place === place),
    totals: totalStatistics(values),
    problems: checkStatistics(values),
    publications: [...publications.values()],
  }
}
