import { Turnover } from '@market/contracts/indicators'
import { apiQuery, readQuestion } from '../features/plans/explorer/read-question.ts'
import { writeCsv } from '../features/plans/explorer/write-csv.ts'
import { apiOf } from '../lib/request-context.server.ts'
import type { Route } from './+types/turnover-views-csv.ts'

export async function loader({ context, url }: Route.LoaderArgs): Promise<Response> {
  const question = readQuestion(url.searchParams)
  const turnover = await apiOf(context).get('/api/turnover', Turnover, apiQuery(question))
  const name = `turnover-${turnover.view}-${turnover.by}-${turnover.from}-${turnover.to}.csv`
  return new Response(writeCsv(turnover), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
