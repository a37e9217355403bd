import { problems } from '@market/contracts'
import {
  ComparableList,
  ComparablesQuery,
  Plan,
  PlanList,
  PlanParams,
  PlanTurnover,
  PlanTurnoverQuery,
  Turnover,
  TurnoverContractPage,
  TurnoverContractsQuery,
  TurnoverQuery,
  TurnoverSummary,
  TurnoverSummaryQuery,
} from '@market/contracts/indicators'
import {
  getPlan,
  getPlanTurnover,
  getTurnover,
  getTurnoverSummary,
  listComparables,
  listPlans,
  listTurnoverContracts,
  SMALLEST_COMPARABLE,
} from '@market/services/indicators'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  presentPlan,
  presentPlanSummary,
  presentPlanTurnover,
  presentTurnover,
  presentTurnoverContract,
  presentTurnoverSummary,
} from './presenter.ts'

const tags = ['indicators']

export const indicatorRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/plans',
    {
      schema: {
        operationId: 'listPlans',
        summary: 'The city’s plans, newest first',
        tags,
        response: { 200: PlanList, ...problems },
      },
    },
    async (request) => ({ items: (await listPlans(request.serviceContext())).map(presentPlanSummary) }),
  )

  app.get(
    '/api/plans/:key',
    {
      schema: {
        operationId: 'getPlan',
        summary: 'A plan with its indicators: computed here, or reported with their source',
        tags,
        params: PlanParams,
        response: { 200: Plan, ...problems },
      },
    },
    async (request) => presentPlan(await getPlan(request.serviceContext(), request.params.key)),
  )

  app.get(
    '/api/plans/:key/turnover',
    {
      schema: {
        operationId: 'getPlanTurnover',
        summary:
          'Turnover by year against path and target, and one year broken down; as known at any instant',
        tags,
        params: PlanParams,
        querystring: PlanTurnoverQuery,
        response: { 200: PlanTurnover, ...problems },
      },
    },
    async (request) => {
      const input = { key: request.params.key, ...request.query }
      return presentPlanTurnover(await getPlanTurnover(request.serviceContext(), input))
    },
  )

  app.get(
    '/api/turnover',
    {
      schema: {
        operationId: 'getTurnover',
        summary: 'Turnover in a view, broken down, of any period, as known or released at any instant',
        description:
          'Counts, contract amount, technology amount, average, share and the same days a year earlier. Operator and authority read the ledger; everybody else reads what was released (`released` says when): months, quarters and years by time, years by anything else. A figure is released anew only when nothing about fewer than `smallestCell` contracts follows from it and everything public before: else its last value stands, or it is null. University and seller stand on single respondents and are for operator and authority.',
        tags,
        querystring: TurnoverQuery,
        response: { 200: Turnover, ...problems },
      },
    },
    async (request) => presentTurnover(await getTurnover(request.serviceContext(), request.query)),
  )

  app.get(
    '/api/turnover/summary',
    {
      schema: {
        operationId: 'getTurnoverSummary',
        summary: 'One year’s turnover against the plan that covers it',
        tags,
        querystring: TurnoverSummaryQuery,
        response: { 200: TurnoverSummary, ...problems },
      },
    },
    async (request) =>
      presentTurnoverSummary(await getTurnoverSummary(request.serviceContext(), request.query)),
  )

  app.get(
    '/api/turnover/contracts',
    {
      schema: {
        operationId: 'listTurnoverContracts',
        summary: 'The contracts behind a figure, in public columns',
        description:
          'Parties and titles are not published. An amount of one contract is a cell that stands on one contract: only operator and authority read it, everybody else null.',
        tags,
        querystring: TurnoverContractsQuery,
        response: { 200: TurnoverContractPage, ...problems },
      },
    },
    async (request) => {
      const page = await listTurnoverContracts(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentTurnoverContract) }
    },
  )

  app.get(
    '/api/turnover/comparables',
    {
      schema: {
        operationId: 'listComparables',
        summary: 'Price ranges of registered contracts by field, type and exclusivity',
        tags,
        querystring: ComparablesQuery,
        response: { 200: ComparableList, ...problems },
      },
    },
    async (request) => ({
      smallest: SMALLEST_COMPARABLE,
      items: await listComparables(request.serviceContext(), request.query),
    }),
  )
}
