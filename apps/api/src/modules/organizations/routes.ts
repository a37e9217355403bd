import { IdParams, problems } from '@market/contracts'
import {
  CreateOrganizationInput,
  DecisionInput,
  EditOrganizationInput,
  Organization,
  OrganizationPage,
  OrganizationQuery,
} from '@market/contracts/organizations'
import type { ServiceContext } from '@market/services'
import {
  createOrganization,
  type DecideOrganizationInput,
  editOrganization,
  getOrganization,
  listOrganizations,
  type OrganizationRecord,
  rejectOrganization,
  restoreOrganization,
  resubmitOrganization,
  suspendOrganization,
  verifyOrganization,
} from '@market/services/organizations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentOrganization, presentOrganizationSummary } from './presenter.ts'

const tags = ['organizations']

type Decision = (context: ServiceContext, input: DecideOrganizationInput) => Promise<OrganizationRecord>

const UNREASONED: [command: string, operationId: string, summary: string, decide: Decision][] = [
  ['verify', 'verifyOrganization', 'Confirm that the organization is who it says', verifyOrganization],
  ['restore', 'restoreOrganization', 'End a suspension', restoreOrganization],
  ['resubmit', 'resubmitOrganization', 'Ask again after a rejection', resubmitOrganization],
]
const REASONED: typeof UNREASONED = [
  ['reject', 'rejectOrganization', 'Refuse verification, with the reason', rejectOrganization],
  ['suspend', 'suspendOrganization', 'Stop a verified organization, with the reason', suspendOrganization],
]

export const organizationRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/api/organizations',
    {
      schema: {
        operationId: 'createOrganization',
        summary: 'Register an organization and become its owner',
        tags,
        body: CreateOrganizationInput,
        response: { 201: Organization, ...problems },
      },
    },
    async (request, reply) => {
      const organization = await createOrganization(request.serviceContext(), request.body)
      reply.status(201)
      return presentOrganization(organization)
    },
  )

  app.get(
    '/api/organizations',
    {
      schema: {
        operationId: 'listOrganizations',
        summary: 'Verified organizations; other states for the operator and the authority',
        tags,
        querystring: OrganizationQuery,
        response: { 200: OrganizationPage, ...problems },
      },
    },
    async (request) => {
      const page = await listOrganizations(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentOrganizationSummary) }
    },
  )

  app.get(
    '/api/organizations/:id',
    {
      schema: {
        operationId: 'getOrganization',
        summary: 'One organization',
        tags,
        params: IdParams,
        response: { 200: Organization, ...problems },
      },
    },
    async (request) =>
      presentOrganization(await getOrganization(request.serviceContext(), request.params.id)),
  )

  app.patch(
    '/api/organizations/:id',
    {
      schema: {
        operationId: 'editOrganization',
        summary: 'Change what may change without a new verification',
        tags,
        params: IdParams,
        body: EditOrganizationInput,
        response: { 200: Organization, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      return presentOrganization(await editOrganization(request.serviceContext(), id, request.body))
    },
  )

  for (const [command, operationId, summary, decide] of UNREASONED) {
    app.post(
      `/api/organizations/:id/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          response: { 200: Organization, ...problems },
        },
      },
      async (request) =>
        presentOrganization(await decide(request.serviceContext(), { id: request.params.id, reason: '' })),
    )
  }

  for (const [command, operationId, summary, decide] of REASONED) {
    app.post(
      `/api/organizations/:id/${command}`,
      {
        schema: {
          operationId,
          summary,
          tags,
          params: IdParams,
          body: DecisionInput,
          response: { 200: Organization, ...problems },
        },
      },
      async (request) => {
        const { id } = request.params
        const { reason } = request.body
        return presentOrganization(await decide(request.serviceContext(), { id, reason }))
      },
    )
  }
}
