import cors from '@fastify/cors'
import { PageQuery, problems } from '@market/contracts'
import {
  CsvText,
  OpenCatalogue,
  OpenSeries,
  OpenSeriesParams,
  OpenSeriesQuery,
  Release,
  ReleaseList,
  ReleaseParams,
} from '@market/contracts/indicators'
import { getRelease, listTurnoverContracts, readOpenSeries } from '@market/services/indicators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { csvText, isKnown } from '../send-open.ts'
import {
  COLUMNS,
  presentCatalogue,
  presentRelease,
  presentSeries,
  seriesCells,
} from './open-data-presenter.ts'

const tags = ['open data']
const NotModified = z.undefined().describe('Nothing has changed.')

/** The public series and releases under /api/open-data, for anybody's programs: stable addresses, ETag, CORS. */
export const openDataRoutes: FastifyPluginAsyncZod = async (app) => {
  // Without credentials: a page elsewhere reads what everybody reads.
  await app.register(cors, { origin: '*', methods: ['GET', 'HEAD'], exposedHeaders: ['etag'] })

  app.get(
    '',
    {
      schema: {
        operationId: 'getOpenCatalogue',
        summary: 'What is on offer, with the meaning of every column',
        tags,
        response: { 200: OpenCatalogue, 304: NotModified, ...problems },
      },
    },
    async (request, reply) => {
      const catalogue = presentCatalogue()
      return isKnown(request, reply, catalogue) ? reply.status(304).send() : catalogue
    },
  )

  app.get(
    '/turnover/:by.json',
    {
      schema: {
        operationId: 'getOpenSeries',
        summary: 'A public series, year by year; the same for every reader',
        tags,
        params: OpenSeriesParams,
        querystring: OpenSeriesQuery,
        response: { 200: OpenSeries, 304: NotModified, ...problems },
      },
    },
    async (request, reply) => {
      const asked = { ...request.params, ...request.query }
      const rows = await readOpenSeries(request.serviceContext(), asked)
      const series = presentSeries(asked.by, asked.view, rows)
      return isKnown(request, reply, series) ? reply.status(304).send() : series
    },
  )

  app.get(
    '/turnover/:by.csv',
    {
      schema: {
        operationId: 'getOpenSeriesCsv',
        summary: 'The same as CSV',
        tags,
        produces: ['text/csv'],
        params: OpenSeriesParams,
        querystring: OpenSeriesQuery,
        response: { 200: CsvText, 304: NotModified, ...problems },
      },
    },
    async (request, reply) => {
      const rows = await readOpenSeries(request.serviceContext(), { ...request.params, ...request.query })
      const text = csvText(
        COLUMNS.map(({ name }) => name),
        seriesCells(rows),
      )
      if (isKnown(request, reply, text)) return reply.status(304).send()
      return reply.type('text/csv; charset=utf-8').send(Buffer.from(text))
    },
  )

  app.get(
    '/releases',
    {
      schema: {
        operationId: 'listReleases',
        summary: 'Every registered contract that stands, with the address of its release',
        tags,
        querystring: PageQuery,
        response: { 200: ReleaseList, 304: NotModified, ...problems },
      },
    },
    async (request, reply) => {
      const page = await listTurnoverContracts(request.serviceContext(), request.query)
      const list = {
        items: page.items.map(({ number, businessOn }) => ({
          number,
          registeredMonth: businessOn.slice(0, 7),
          release: `/api/open-data/releases/${number}`,
        })),
        nextCursor: page.nextCursor,
      }
      return isKnown(request, reply, list) ? reply.status(304).send() : list
    },
  )

  app.get(
    '/releases/:number',
    {
      schema: {
        operationId: 'getRelease',
        summary: 'One registered contract as an OCDS-style release, in the tier of the reader',
        description:
          'public: classifications and month; party (seller, buyer, registry): parties, title, dates and amounts with their amendments; authority: also the reasons of the amendments.',
        tags,
        params: ReleaseParams,
        response: { 200: Release, 304: NotModified, ...problems },
      },
    },
    async (request, reply) => {
      const release = presentRelease(await getRelease(request.serviceContext(), request.params.number))
      const known = isKnown(request, reply, release)
      reply.header('vary', 'authorization, cookie')
      // What a party reads stays with that party.
      if (release.tier !== 'public') reply.header('cache-control', 'private, no-cache')
      return known ? reply.status(304).send() : release
    },
  )
}
