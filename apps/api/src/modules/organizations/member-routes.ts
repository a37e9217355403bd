import { IdParams, NoContent, problems } from '@market/contracts'
import {
  AcceptInvitationInput,
  ChangeMemberInput,
  Invitation,
  InvitationList,
  InviteInput,
  Member,
  MemberList,
  MemberParams,
} from '@market/contracts/organizations'
import {
  acceptInvitation,
  changeMember,
  inviteMember,
  listInvitations,
  listMembers,
  removeMember,
  revokeInvitation,
} from '@market/services/organizations'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentInvitation, presentMember } from './presenter.ts'

const tags = ['organizations']

const memberRoutesOf: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/organizations/:id/members',
    {
      schema: {
        operationId: 'listMembers',
        summary: 'The people of an organization',
        tags,
        params: IdParams,
        response: { 200: MemberList, ...problems },
      },
    },
    async (request) => {
      const members = await listMembers(request.serviceContext(), request.params.id)
      return { items: members.map(presentMember) }
    },
  )

  app.patch(
    '/api/organizations/:id/members/:userId',
    {
      schema: {
        operationId: 'changeMember',
        summary: 'Give a member other roles',
        tags,
        params: MemberParams,
        body: ChangeMemberInput,
        response: { 200: Member, ...problems },
      },
    },
    async (request) => {
      const { id: organizationId, userId } = request.params
      const { roles } = request.body
      return presentMember(await changeMember(request.serviceContext(), { organizationId, userId, roles }))
    },
  )

  app.delete(
    '/api/organizations/:id/members/:userId',
    {
      schema: {
        operationId: 'removeMember',
        summary: 'End a membership, or leave',
        tags,
        params: MemberParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      const { id: organizationId, userId } = request.params
      await removeMember(request.serviceContext(), { organizationId, userId })
      return reply.status(204).send(null)
    },
  )
}

const invitationRoutesOf: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/organizations/:id/invitations',
    {
      schema: {
        operationId: 'listInvitations',
        summary: 'Invitations of an organization and what became of them',
        tags,
        params: IdParams,
        response: { 200: InvitationList, ...problems },
      },
    },
    async (request) => {
      const invitations = await listInvitations(request.serviceContext(), request.params.id)
      return { items: invitations.map(presentInvitation) }
    },
  )

  app.post(
    '/api/organizations/:id/invitations',
    {
      schema: {
        operationId: 'inviteMember',
        summary: 'Invite a person by mail',
        tags,
        params: IdParams,
        body: InviteInput,
        response: { 201: Invitation, ...problems },
      },
    },
    async (request, reply) => {
      const input = { organizationId: request.params.id, ...request.body }
      const invitation = await inviteMember(request.serviceContext(), input)
      reply.status(201)
      return presentInvitation(invitation)
    },
  )

  app.delete(
    '/api/invitations/:id',
    {
      schema: {
        operationId: 'revokeInvitation',
        summary: 'Make an invitation worthless',
        tags,
        params: IdParams,
        response: { 200: Invitation, ...problems },
      },
    },
    async (request) => presentInvitation(await revokeInvitation(request.serviceContext(), request.params.id)),
  )

  app.post(
    '/api/invitations/accept',
    {
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Join the organization of a mailed invitation',
        tags,
        body: AcceptInvitationInput,
        response: { 200: Invitation, ...problems },
      },
    },
    async (request) =>
      presentInvitation(await acceptInvitation(request.serviceContext(), request.body.token)),
  )
}

export const memberRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(memberRoutesOf)
  await app.register(invitationRoutesOf)
}
