import { drawFieldChart } from '../features/field-map/draw-chart.server.ts'
import { loadFieldMap } from '../features/field-map/load-field-map.server.ts'
import { entitled, rasterise, standAlone } from '../features/field-map/picture.server.ts'
import { problemResponse } from '../lib/api/problem.ts'
import { serverI18n } from '../lib/i18n/server-i18n.server.ts'
import { apiOf, localeFrom } from '../lib/request-context.server.ts'
import { questionOf } from '../lib/search-question.ts'
import type { Route } from './+types/field-map-picture.ts'

const TYPES = { svg: 'image/svg+xml; charset=utf-8', png: 'image/png' } as const

const isFormat = (text: string | undefined): text is keyof typeof TYPES => text === 'svg' || text === 'png'

/** One chart of a field as a file: `/map/ownerId.png?q=…`. */
export async function loader({ context, params, url }: Route.LoaderArgs): Promise<Response> {
  const [name, format] = params.picture.split('.')
  const notFound = problemResponse({ status: 404, code: 'route.not_found', details: {} })
  if (!isFormat(format)) throw notFound
  const question = questionOf(url.searchParams)
  const { charts } = await loadFieldMap(apiOf(context), question)
  const chart = charts.find((one) => one.name === name)
  if (!chart) throw notFound
  const locale = localeFrom(context)
  const t = serverI18n(locale).getFixedT(locale, 'returning')
  const query = question.get('q') ?? ''
  const field = query === '' ? t('map.title') : t('map.titleFor', { query })
  const drawing = entitled(
    drawFieldChart(chart, question, locale).wide,
    `${field} · ${t(`map.charts.${chart.name}`)}`,
  )
  const body = format === 'svg' ? standAlone(drawing) : Buffer.from(rasterise(drawing))
  return new Response(body, {
    headers: {
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename="field-map-${name}.${format}"`,
    },
  })
}
