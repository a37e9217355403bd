import type { StatisticsDetails, StatisticsPublication, StatisticsSeries } from '@market/contracts/indicators'
import type {
  StatisticsRecord,
  StatisticsDetails as StatisticsView,
  StatisticsSeries as View,
} from '@market/services/indicators'

const countOf = ({ problems }: StatisticsRecord, severity: 'error' | 'warning'): number =>
  problems.filter((problem) => problem.severity === severity).length

export const presentPublication = (record: StatisticsRecord): StatisticsPublication => ({
  id: record.id,
  state: record.state,
  title: record.title,
  source: record.source,
  definition: record.definition,
  publishedOn: record.publishedOn,
  fileName: record.fileName,
  sha256: record.sha256,
  rowCount: record.rowCount,
  errorCount: countOf(record, 'error'),
  warningCount: countOf(record, 'warning'),
  createdAt: record.createdAt.toISOString(),
  openedAt: record.openedAt?.toISOString() ?? null,
})

export const presentStatistics = ({ record, values, totals, loads }: StatisticsView): StatisticsDetails => ({
  ...presentPublication(record),
  valueCount: values.length,
  problems: record.problems,
  totals,
  loads,
})

export const presentSeries = ({ publications, ...series }: View): StatisticsSeries => ({
  ...series,
  publications: publications.map(presentPublication),
})
