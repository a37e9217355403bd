import multipart from '@fastify/multipart'
import { IdParams, NoContent, problems } from '@market/contracts'
import {
  StatisticsDetails,
  StatisticsList,
  StatisticsParams,
  StatisticsSeries,
  StatisticsUpload,
} from '@market/contracts/indicators'
import { isCalendarDate, refuseFields } from '@market/domain'
import { authorize } from '@market/domain/policy'
import {
  discardStatistics,
  draftStatistics,
  getStatistics,
  getStatisticsPublication,
  listStatistics,
  MAX_STATISTICS_BYTES,
  publishStatistics,
} from '@market/services/indicators'
import { errorCodes, type FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentPublication, presentSeries, presentStatistics } from './statistics-presenter.ts'

const tags = ['indicators']
// One byte more than allowed still arrives, so that the use-case itself says what is too large.
const LIMITS = { fileSize: MAX_STATISTICS_BYTES + 1, files: 1, fields: 6, parts: 8, fieldSize: 4000 }
const LENGTHS = { title: 200, source: 500, definition: 2000, publishedOn: 10 } as const

const readUpload = async (request: FastifyRequest) => {
  if (!request.isMultipart()) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE()
  const part = await request.file({ limits: LIMITS, throwFileSizeLimit: false })
  if (!part) throw refuseFields('request.invalid', [{ path: 'file', code: 'field.required' }])
  const content = await part.toBuffer()
  const text = (name: keyof typeof LENGTHS): string => {
    const field = part.fields[name]
    const value = field && 'value' in field && typeof field.value === 'string' ? field.value.trim() : ''
    return value.slice(0, LENGTHS[name])
  }
  const publishedOn = text('publishedOn')
  if (!isCalendarDate(publishedOn)) {
    throw refuseFields('request.invalid', [{ path: 'publishedOn', code: 'date.invalid' }])
  }
  const stated = { title: text('title'), source: text('source'), definition: text('definition') }
  return { ...stated, publishedOn, content, fileName: part.filename.slice(0, 200) }
}

/** Series that others published: loaded by the authority with their source, read by anybody. */
export const statisticsRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart)
  const { tables } = app.dependencies

  app.get(
    '/api/statistics',
    {
      schema: {
        operationId: 'listStatistics',
        summary: 'Published series of official statistics, newest first; drafts for the authority',
        tags,
        response: { 200: StatisticsList, ...problems },
      },
    },
    async (request) => ({
      items: (await listStatistics(request.serviceContext())).map(presentPublication),
    }),
  )

  app.get(
    '/api/statistics/places/:place',
    {
      schema: {
        operationId: 'getStatisticsOfPlace',
        summary: 'What is published of a province (100000: of the country) in every period, with its sources',
        tags,
        params: StatisticsParams,
        response: { 200: StatisticsSeries, ...problems },
      },
    },
    async (request) => presentSeries(await getStatistics(request.serviceContext(), request.params.place)),
  )

  app.get(
    '/api/statistics/:id',
    {
      schema: {
        operationId: 'getStatisticsPublication',
        summary: 'One publication: what the check found and the totals it reproduces',
        tags,
        params: IdParams,
        response: { 200: StatisticsDetails, ...problems },
      },
    },
    async (request) =>
      presentStatistics(await getStatisticsPublication(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/statistics',
    {
      // The schema describes the form; its parts are read as they arrive.
      validatorCompiler: () => () => true,
      config: { rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        operationId: 'draftStatistics',
        summary: 'Upload a published table (CSV or XLSX, at most 5 MiB): checked row by row, kept as a draft',
        tags,
        consumes: ['multipart/form-data'],
        body: StatisticsUpload,
        response: { 201: StatisticsDetails, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      // Asked before the bytes are read: a stranger's upload is not worth receiving.
      authorize(context.actor, 'statistics.load')
      const { id } = await draftStatistics(context, tables, await readUpload(request))
      reply.status(201)
      return presentStatistics(await getStatisticsPublication(context, id))
    },
  )

  app.post(
    '/api/statistics/:id/publish',
    {
      schema: {
        operationId: 'publishStatistics',
        summary: 'Open a checked publication without errors to everybody; it never changes afterwards',
        tags,
        params: IdParams,
        response: { 200: StatisticsDetails, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await publishStatistics(context, request.params.id)
      return presentStatistics(await getStatisticsPublication(context, id))
    },
  )

  app.delete(
    '/api/statistics/:id',
    {
      schema: {
        operationId: 'discardStatistics',
        summary: 'Throw a draft away',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await discardStatistics(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )
}
