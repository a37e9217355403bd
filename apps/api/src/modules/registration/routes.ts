import { IdParams, NoContent, problems } from '@market/contracts'
import {
  EditRegistrationInput,
  ExaminerList,
  FileRegistrationInput,
  Registration,
  RegistrationPage,
  RegistrationQuery,
} from '@market/contracts/registration'
import {
  discardRegistration,
  editRegistration,
  fileRegistration,
  getRegistration,
  listExaminers,
  listRegistrations,
} from '@market/services/registration'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentRegistration, presentRegistrationSummary } from './presenter.ts'

const tags = ['registration']

export const registrationRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl } = app.settings

  app.post(
    '/api/registrations',
    {
      schema: {
        operationId: 'fileRegistration',
        summary: 'Start a registration, filled from contract, parties and listing; send only corrections',
        tags,
        body: FileRegistrationInput,
        response: { 201: Registration, ...problems },
      },
    },
    async (request, reply) => {
      const context = request.serviceContext()
      const { id } = await fileRegistration(context, request.body)
      reply.status(201)
      return presentRegistration(await getRegistration(context, id), publicUrl)
    },
  )

  app.get(
    '/api/registrations',
    {
      schema: {
        operationId: 'listRegistrations',
        summary: 'Registrations one may see; a registrar’s queue starts with the longest waiting',
        tags,
        querystring: RegistrationQuery,
        response: { 200: RegistrationPage, ...problems },
      },
    },
    async (request) => {
      const page = await listRegistrations(request.serviceContext(), request.query)
      return { ...page, items: page.items.map(presentRegistrationSummary) }
    },
  )

  app.get(
    '/api/registrations/:id',
    {
      schema: {
        operationId: 'getRegistration',
        summary: 'One registration: form, problems, history, what is alike and what may be done now',
        tags,
        params: IdParams,
        response: { 200: Registration, ...problems },
      },
    },
    async (request) =>
      presentRegistration(await getRegistration(request.serviceContext(), request.params.id), publicUrl),
  )

  app.get(
    '/api/registrations/:id/examiners',
    {
      schema: {
        operationId: 'listExaminers',
        summary: 'Whom it may be assigned to',
        tags,
        params: IdParams,
        response: { 200: ExaminerList, ...problems },
      },
    },
    async (request) => ({ items: await listExaminers(request.serviceContext(), request.params.id) }),
  )

  app.patch(
    '/api/registrations/:id',
    {
      schema: {
        operationId: 'editRegistration',
        summary: 'Correct the form that was read; it may be saved incomplete',
        tags,
        params: IdParams,
        body: EditRegistrationInput,
        response: { 200: Registration, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = await editRegistration(context, { registrationId: request.params.id, ...request.body })
      return presentRegistration(await getRegistration(context, id), publicUrl)
    },
  )

  app.delete(
    '/api/registrations/:id',
    {
      schema: {
        operationId: 'discardRegistration',
        summary:
          'Throw away a draft that was never submitted; the contract may then be entrusted to another agency',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await discardRegistration(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )
}
