import { problems } from '@market/contracts'
import { AuditPage, AuditQuery } from '@market/contracts/audit'
import { listAuditEntries } from '@market/services/audit'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentAuditEntry } from './presenter.ts'

export const auditRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/audit',
    {
      schema: {
        operationId: 'listAuditEntries',
        summary: 'The audit trail, newest first: of one record, of one organization, or all of it',
        tags: ['audit'],
        querystring: AuditQuery,
        response: { 200: AuditPage, ...problems },
      },
    },
    async (request) => {
      const page = await listAuditEntries(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentAuditEntry) }
    },
  )
}
