import { IdParams, problems } from '@market/contracts'
import { Contact, ContactInput, ContactList, OrganizationProfile } from '@market/contracts/organizations'
import { readReplyStatistics } from '@market/services/licensing'
import {
  createContact,
  editContact,
  listContacts,
  listShownContacts,
  removeContact,
} from '@market/services/organizations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentContact } from './presenter.ts'

const tags = ['organizations']

export const contactRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/organizations/:id/profile',
    {
      schema: {
        operationId: 'getOrganizationProfile',
        summary: 'The contacts an organization shows, and how it answers requests',
        description:
          'Replies are counted over requests received in the last 365 days that are at least 14 days old, without those taken back unanswered. An answer is an acceptance for talks or a decline. With fewer than five such requests nothing is said.',
        tags,
        params: IdParams,
        response: { 200: OrganizationProfile, ...problems },
      },
    },
    async (request) => {
      const context = request.serviceContext()
      const { id } = request.params
      const contacts = await listShownContacts(context, id)
      return { contacts: contacts.map(presentContact), replies: await readReplyStatistics(context, id) }
    },
  )

  app.get(
    '/api/contacts',
    {
      schema: {
        operationId: 'listContacts',
        summary: 'All contacts of the acting organization',
        tags,
        response: { 200: ContactList, ...problems },
      },
    },
    async (request) => ({ items: (await listContacts(request.serviceContext())).map(presentContact) }),
  )

  app.post(
    '/api/contacts',
    {
      schema: {
        operationId: 'createContact',
        summary: 'Add a person or office to turn to',
        tags,
        body: ContactInput,
        response: { 201: Contact, ...problems },
      },
    },
    async (request, reply) => {
      const contact = await createContact(request.serviceContext(), request.body)
      reply.status(201)
      return presentContact(contact)
    },
  )

  app.put(
    '/api/contacts/:id',
    {
      schema: {
        operationId: 'editContact',
        summary: 'Change a contact; listings that name it follow',
        tags,
        params: IdParams,
        body: ContactInput,
        response: { 200: Contact, ...problems },
      },
    },
    async (request) =>
      presentContact(await editContact(request.serviceContext(), request.params.id, request.body)),
  )

  app.delete(
    '/api/contacts/:id',
    {
      schema: {
        operationId: 'removeContact',
        summary: 'Remove a contact; listings that named it show none',
        tags,
        params: IdParams,
        response: { 200: Contact, ...problems },
      },
    },
    async (request) => presentContact(await removeContact(request.serviceContext(), request.params.id)),
  )
}
