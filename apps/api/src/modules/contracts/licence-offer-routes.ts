import { IdParams, NoContent, problems } from '@market/contracts'
import {
  LicenceOffer,
  LicenceOfferList,
  LicenceOrder,
  LicenceOrderList,
  PublishLicenceOfferInput,
  TakeLicenceInput,
} from '@market/contracts/contracts'
import {
  type LicenceOfferRow,
  type LicenceOfferView,
  type LicenceOrderRow,
  listLicenceOffers,
  listLicenceOrders,
  publishLicenceOffer,
  takeLicence,
  withdrawLicenceOffer,
} from '@market/services/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

const tags = ['contracts']

const presentOrder = (order: LicenceOrderRow): LicenceOrder => {
  const { id, contractId, tier, withKnowHow, feeFen, state, lapsesOn, orderedAt, activatedAt } = order
  return {
    ...{ id, contractId, tier, withKnowHow, feeFen, state, lapsesOn },
    orderedAt: orderedAt.toISOString(),
    activatedAt: activatedAt?.toISOString() ?? null,
  }
}

type Own = Pick<LicenceOfferView, 'order' | 'mayTake' | 'mayWithdraw'>
const NOTHING: Own = { order: null, mayTake: false, mayWithdraw: false }

const presentOffer = (offer: LicenceOfferRow, own: Own = NOTHING): LicenceOffer => {
  const { id, kind, state, fieldOfUse, territory, conditionsZh, conditionsEn } = offer
  const { tiers, knowHow, evaluationReport, publishedAt } = offer
  return {
    ...{ id, kind, state, fieldOfUse, territory, conditionsZh, conditionsEn },
    ...{ tiers, knowHow, evaluationReport },
    publishedAt: publishedAt.toISOString(),
    ...own,
    order: own.order && presentOrder(own.order),
  }
}

/** Licences on published terms: open ones by law, and those on an owner's standard terms. */
export const licenceOfferRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/listings/:id/licence-offers',
    {
      schema: {
        operationId: 'listLicenceOffers',
        summary: 'What may be licensed of a listing without talks',
        tags,
        params: IdParams,
        response: { 200: LicenceOfferList, ...problems },
      },
    },
    async (request) => {
      const { items, publishable } = await listLicenceOffers(request.serviceContext(), request.params.id)
      return { items: items.map(({ offer, ...own }) => presentOffer(offer, own)), publishable }
    },
  )

  app.post(
    '/api/listings/:id/licence-offers',
    {
      schema: {
        operationId: 'publishLicenceOffer',
        summary: 'A signatory signs terms on which everybody may take a licence',
        tags,
        params: IdParams,
        body: PublishLicenceOfferInput,
        response: { 201: LicenceOffer, ...problems },
      },
    },
    async (request, reply) => {
      const input = { listingId: request.params.id, ...request.body }
      reply.status(201)
      return presentOffer(await publishLicenceOffer(request.serviceContext(), input))
    },
  )

  app.post(
    '/api/licence-offers/:id/withdraw',
    {
      schema: {
        operationId: 'withdrawLicenceOffer',
        summary: 'No more licences on these terms; those taken before stay',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await withdrawLicenceOffer(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/api/licence-offers/:id/take',
    {
      schema: {
        operationId: 'takeLicence',
        summary: 'A signatory takes a licence; its contract is signed at once, and in effect once paid',
        tags,
        params: IdParams,
        body: TakeLicenceInput,
        response: { 201: LicenceOrder, ...problems },
      },
    },
    async (request, reply) => {
      const { storage, pictures, videos, printPages } = app.dependencies
      const tools = { storage, pictures, videos, printPages }
      const input = { offerId: request.params.id, ...request.body }
      const { order } = await takeLicence(request.serviceContext(), tools, input)
      reply.status(201)
      return presentOrder(order)
    },
  )

  app.get(
    '/api/licence-orders',
    {
      schema: {
        operationId: 'listLicenceOrders',
        summary:
          'Licences taken under one’s own published terms, or by oneself under others’; the last hundred',
        tags,
        response: { 200: LicenceOrderList, ...problems },
      },
    },
    async (request) => {
      const rows = await listLicenceOrders(request.serviceContext())
      return {
        items: rows.map(({ order, counterparty, ...rest }) => ({
          ...rest,
          order: presentOrder(order),
          counterparty: presentOrganizationSummary(counterparty),
        })),
      }
    },
  )
}
