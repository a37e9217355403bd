import { problems } from '@market/contracts'
import {
  IndicatorParams,
  PeriodParams,
  PublishedPeriod,
  PublishedPeriodList,
  RecordIndicatorValue,
  ReleasedState,
  ReportedValue,
  ReportedValueList,
  TurnoverForecast,
} from '@market/contracts/indicators'
import {
  getForecast,
  getPublishedPeriod,
  listIndicatorValues,
  listPublishedPeriods,
  publishPeriod,
  recordIndicatorValue,
  releaseTurnover,
} from '@market/services/indicators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  presentForecast,
  presentPeriod,
  presentPeriodSummary,
  presentReleased,
  presentReportedValue,
} from './presenter.ts'

const tags = ['indicators']

/** What the authority enters and closes, and what everybody reads of it. */
export const indicatorAuthorityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/turnover/periods',
    {
      schema: {
        operationId: 'listPublishedPeriods',
        summary: 'Closed months, quarters and years, the last one first',
        tags,
        response: { 200: PublishedPeriodList, ...problems },
      },
    },
    async (request) => ({
      items: (await listPublishedPeriods(request.serviceContext())).map(presentPeriodSummary),
    }),
  )

  app.get(
    '/api/turnover/periods/:period',
    {
      schema: {
        operationId: 'getPublishedPeriod',
        summary: 'A closed period as it was published, and what changed since beside it',
        tags,
        params: PeriodParams,
        response: { 200: PublishedPeriod, ...problems },
      },
    },
    async (request) =>
      presentPeriod(await getPublishedPeriod(request.serviceContext(), request.params.period)),
  )

  app.post(
    '/api/turnover/periods/:period/publish',
    {
      schema: {
        operationId: 'publishPeriod',
        summary: 'Close a month (2026-03), quarter (2026-Q1) or year (2026): its figures are frozen',
        tags,
        params: PeriodParams,
        response: { 201: PublishedPeriod, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { period } = await publishPeriod(context, request.params.period)
      return reply.status(201).send(presentPeriod(await getPublishedPeriod(context, period)))
    },
  )

  app.post(
    '/api/turnover/releases',
    {
      schema: {
        operationId: 'releaseTurnover',
        summary: 'Release the figures of this instant to the public, as every beginning of a month does',
        description:
          'What has changed since is stated anew where nothing about fewer than three contracts follows from it and everything public before.',
        tags,
        response: { 201: ReleasedState, ...problems },
      },
    },
    async (request, reply) =>
      reply.status(201).send(presentReleased(await releaseTurnover(request.serviceContext()))),
  )

  app.get(
    '/api/turnover/forecast',
    {
      schema: {
        operationId: 'getTurnoverForecast',
        summary: 'The current year carried to its end, with the method in both languages',
        tags,
        response: { 200: TurnoverForecast, ...problems },
      },
    },
    async (request) => presentForecast(await getForecast(request.serviceContext())),
  )

  app.get(
    '/api/plans/:key/indicators/:indicator/values',
    {
      schema: {
        operationId: 'listIndicatorValues',
        summary: 'Every figure reported for an indicator, corrections after what they corrected',
        tags,
        params: IndicatorParams,
        response: { 200: ReportedValueList, ...problems },
      },
    },
    async (request) => {
      const { key, indicator } = request.params
      const values = await listIndicatorValues(request.serviceContext(), key, indicator)
      return { items: values.map(presentReportedValue) }
    },
  )

  app.post(
    '/api/plans/:key/indicators/:indicator/values',
    {
      schema: {
        operationId: 'recordIndicatorValue',
        summary: 'Enter a reported figure with its source, or correct one with a reason',
        tags,
        params: IndicatorParams,
        body: RecordIndicatorValue,
        response: { 201: ReportedValue, ...problems },
      },
    },
    async (request, reply) => {
      const { key: planKey, indicator: indicatorKey } = request.params
      const input = { planKey, indicatorKey, ...request.body }
      const value = await recordIndicatorValue(request.serviceContext(), input)
      return reply.status(201).send(presentReportedValue(value))
    },
  )
}
