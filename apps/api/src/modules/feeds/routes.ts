import cors from '@fastify/cors'
import { problems } from '@market/contracts'
import { ChangeFeed, ChangeFeedQuery, FeedQuery, FeedText } from '@market/contracts/listings'
import { type FeedInput, readFeed, type SearchContext } from '@market/services/discovery'
import { type ListedListing, readChangeFeed } from '@market/services/listings'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { csvText, isKnown } from '../send-open.ts'
import { CSV_COLUMNS, csvRows, type FeedPlace, feedOf, lastChange, presentFeedListing } from './presenter.ts'

const tags = ['feeds']
const NotModified = z.undefined().describe('Nothing has changed.')

const FORMATS = [
  {
    format: 'atom',
    type: 'application/atom+xml; charset=utf-8',
    write: (items: readonly ListedListing[], place: FeedPlace) => feedOf(items, place, 'atom').atom1(),
  },
  {
    format: 'json',
    type: 'application/feed+json; charset=utf-8',
    write: (items: readonly ListedListing[], place: FeedPlace) => feedOf(items, place, 'json').json1(),
  },
  {
    format: 'csv',
    type: 'text/csv; charset=utf-8',
    write: (items: readonly ListedListing[], place: FeedPlace) => csvText(CSV_COLUMNS, csvRows(items, place)),
  },
] as const

/** True when the reader's copy is as new as ours; asked only of readers who send no ETag. */
const notModifiedSince = (request: FastifyRequest, changed: Date): boolean => {
  if (request.headers['if-none-match'] !== undefined) return false
  const since = Date.parse(request.headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && Math.floor(changed.getTime() / 1000) * 1000 <= since
}

const isUnchanged = (
  request: FastifyRequest,
  reply: FastifyReply,
  { text, changed }: { text: string; changed: Date },
): boolean => {
  const known = isKnown(request, reply, text)
  reply.header('last-modified', changed.toUTCString())
  return known || notModifiedSince(request, changed)
}

/** Published listings for other sites and programs under /api/feeds: stable addresses, ETag, CORS. */
export const feedRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(cors, {
    origin: '*',
    methods: ['GET', 'HEAD'],
    exposedHeaders: ['etag', 'last-modified'],
  })
  const { publicUrl } = app.settings
  const contextOf = (request: FastifyRequest): SearchContext => ({
    ...request.serviceContext(),
    search: app.dependencies.search,
  })

  for (const { format, type, write } of FORMATS) {
    app.get(
      `/listings.${format}`,
      {
        schema: {
          operationId: `getListingFeed${format.charAt(0).toUpperCase()}${format.slice(1)}`,
          summary: `The newest published listings as ${format === 'json' ? 'JSON Feed 1.1' : format === 'atom' ? 'Atom' : 'CSV'}`,
          tags,
          produces: [type.split(';')[0] ?? type],
          querystring: FeedQuery,
          response: { 200: FeedText, 304: NotModified, ...problems },
        },
      },
      async (request, reply) => {
        const { lang: locale, q: text, ...filter } = request.query
        const input: FeedInput = { ...filter, text }
        const items = await readFeed(contextOf(request), input)
        const place = { publicUrl, locale, self: `${publicUrl}${request.url}` }
        const answer = { text: write(items, place), changed: lastChange(items) }
        if (isUnchanged(request, reply, answer)) return reply.status(304).send()
        return reply.type(type).send(Buffer.from(answer.text))
      },
    )
  }

  app.get(
    '/changes',
    {
      schema: {
        operationId: 'getListingChanges',
        summary: 'What happened to the public listings since a cursor',
        description: [
          'Begin without `since`, then ask with the `cursor` of the last answer; at once while `more` is true, else as often as you like.',
          'Positions grow without gaps in the order of this queue, which is made after the commits: whoever has seen a position has seen every smaller one, also when transactions finish in another order than they began.',
          '`changed` is also what freezes or thaws a listing: while `listing.frozenReason` says that a right in it has ended, it takes no requests.',
          '`withdrawn` and `expired` are tombstones: remove the listing. `listing` is the text as it is now, not as it was then; entries of a listing that has gone meanwhile carry null. Reading an entry twice does no harm.',
          'A `since` that was never given is refused with 409 `changes.unknown_position`: begin again.',
        ].join('\n\n'),
        tags,
        querystring: ChangeFeedQuery,
        response: { 200: ChangeFeed, ...problems },
      },
    },
    async (request, reply) => {
      const { items, position, more } = await readChangeFeed(request.serviceContext(), request.query)
      reply.header('cache-control', 'no-cache')
      reply.header('cross-origin-resource-policy', 'cross-origin')
      const place = { publicUrl, locale: 'zh-CN' as const }
      return {
        items: items.map(({ position: at, kind, listingId, version, occurredAt, listing }) => ({
          position: at,
          kind,
          listingId,
          version,
          occurredAt: occurredAt.toISOString(),
          listing: listing && presentFeedListing(listing, place),
        })),
        cursor: position,
        more,
      }
    },
  )
}
