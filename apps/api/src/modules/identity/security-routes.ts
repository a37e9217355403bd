import { NoContent, problems } from '@market/contracts'
import {
  AddAuthenticatorInput,
  AddPasskeyInput,
  AskConfirmationInput,
  AskedConfirmation,
  ConfirmAuthenticatorInput,
  ConfirmSessionInput,
  NewAuthenticator,
  PasskeyQuestion,
  RecoveryCodes,
  Security,
  SessionConfirmation,
} from '@market/contracts/identity'
import { IdParams } from '@market/contracts/shared'
import {
  addAuthenticator,
  addPasskey,
  askConfirmation,
  confirmAuthenticator,
  confirmSession,
  getSecurity,
  preparePasskey,
  relyingPartyAt,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@market/services/identity'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { presentPasskeyQuestion, presentSecurity } from './presenter.ts'

const tags = ['identity']
const guessable = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** How a person proves who they are, and proves it again before signatures and money. */
export const securityRoutes: FastifyPluginAsyncZod = async (app) => {
  const { publicUrl, marketName, ownFactorAsked } = app.settings
  const party = relyingPartyAt(publicUrl, marketName)

  app.get(
    '/api/me/security',
    {
      schema: {
        operationId: 'getSecurity',
        summary: 'The second factors of the person, and whether the session is confirmed',
        tags,
        response: { 200: Security, ...problems },
      },
    },
    async (request) =>
      presentSecurity(await getSecurity(request.serviceContext(), { marketAsks: ownFactorAsked, party })),
  )

  app.post(
    '/api/me/confirmations/questions',
    {
      config: guessable,
      schema: {
        operationId: 'askConfirmation',
        summary: 'Have a one-time code mailed, or be asked for a passkey',
        tags,
        body: AskConfirmationInput,
        response: { 200: AskedConfirmation, ...problems },
      },
    },
    async (request) => {
      const { method } = request.body
      const question = await askConfirmation(request.serviceContext(), { method, party })
      return { passkey: question && presentPasskeyQuestion(question) }
    },
  )

  app.post(
    '/api/me/confirmations',
    {
      config: guessable,
      schema: {
        operationId: 'confirmSession',
        summary: 'Confirm to be there, with password and second factor',
        description:
          'Signatures and money ask for it (`session.confirmation_required`); good for 15 minutes.',
        tags,
        body: ConfirmSessionInput,
        response: { 200: SessionConfirmation, ...problems },
      },
    },
    async (request) => {
      const endsAt = await confirmSession(request.serviceContext(), { ...request.body, party })
      return { confirmedUntil: endsAt.toISOString() }
    },
  )

  app.post(
    '/api/me/authenticators',
    {
      schema: {
        operationId: 'addAuthenticator',
        summary: 'Prepare an authenticator app',
        tags,
        body: AddAuthenticatorInput,
        response: { 201: NewAuthenticator, ...problems },
      },
    },
    async (request, reply) => {
      const input = { name: request.body.name, issuer: marketName }
      return reply.status(201).send(await addAuthenticator(request.serviceContext(), input))
    },
  )

  app.post(
    '/api/me/authenticators/:id/confirm',
    {
      config: guessable,
      schema: {
        operationId: 'confirmAuthenticator',
        summary: 'Type the first code back, so that the authenticator counts',
        tags,
        params: IdParams,
        body: ConfirmAuthenticatorInput,
        response: { 200: RecoveryCodes, ...problems },
      },
    },
    async (request) => {
      const input = { id: request.params.id, code: request.body.code }
      return { recoveryCodes: await confirmAuthenticator(request.serviceContext(), input) }
    },
  )

  app.post(
    '/api/me/passkeys/questions',
    {
      schema: {
        operationId: 'preparePasskey',
        summary: 'What the browser is to make a passkey from',
        tags,
        response: { 200: PasskeyQuestion, ...problems },
      },
    },
    async (request) => presentPasskeyQuestion(await preparePasskey(request.serviceContext(), { party })),
  )

  app.post(
    '/api/me/passkeys',
    {
      config: guessable,
      schema: {
        operationId: 'addPasskey',
        summary: 'Add the passkey the browser has made',
        tags,
        body: AddPasskeyInput,
        response: { 201: RecoveryCodes, ...problems },
      },
    },
    async (request, reply) => {
      const codes = await addPasskey(request.serviceContext(), { ...request.body, party })
      return reply.status(201).send({ recoveryCodes: codes })
    },
  )

  app.delete(
    '/api/me/second-factors/:id',
    {
      schema: {
        operationId: 'removeSecondFactor',
        summary: 'Remove an authenticator or passkey',
        tags,
        params: IdParams,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await removeSecondFactor(request.serviceContext(), request.params.id)
      return reply.status(204).send(null)
    },
  )

  app.post(
    '/api/me/recovery-codes',
    {
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'Make ten new recovery codes; the old ones end',
        tags,
        response: { 200: RecoveryCodes, ...problems },
      },
    },
    async (request) => ({ recoveryCodes: await renewRecoveryCodes(request.serviceContext()) }),
  )
}
