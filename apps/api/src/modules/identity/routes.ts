import { NoContent, problems } from '@market/contracts'
import {
  CompleteLoginInput,
  ConfirmPasswordResetInput,
  LoginInput,
  LogoutInput,
  Me,
  PasswordResetInput,
  RefreshInput,
  RegisterInput,
  Session,
  SwitchOrganizationInput,
} from '@market/contracts/identity'
import { refuse } from '@market/domain'
import {
  completeLogIn,
  confirmPasswordReset,
  getMe,
  logIn,
  logOut,
  type OpenedSession,
  refreshSession,
  registerAccount,
  relyingPartyAt,
  requestPasswordReset,
  switchOrganization,
} from '@market/services/identity'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { REFRESH_COOKIE } from '../../plugins/session.ts'
import { presentMe, presentSession } from './presenter.ts'

const tags = ['identity']
/** What can be guessed is slowed down per address, on top of the throttle per account. */
const guessable = { rateLimit: { max: 30, timeWindow: '1 minute' } }

export const identityRoutes: FastifyPluginAsyncZod = async (app) => {
  const answerSession = (reply: FastifyReply, session: OpenedSession, transport: 'cookie' | 'bearer') => {
    const token = app.issueAccessToken(session)
    if (transport === 'cookie') reply.setSessionCookies(session, token.accessToken, token.expiresAt)
    return presentSession(session, token, transport === 'bearer')
  }

  app.post(
    '/api/auth/register',
    {
      config: guessable,
      schema: {
        operationId: 'registerAccount',
        summary: 'Make an account and log in',
        tags,
        body: RegisterInput,
        response: { 201: Session, ...problems },
      },
    },
    async (request, reply) => {
      const { transport, ...input } = request.body
      const session = await registerAccount(request.serviceContext(), input)
      reply.status(201)
      return answerSession(reply, session, transport)
    },
  )

  app.post(
    '/api/auth/login',
    {
      config: guessable,
      schema: {
        operationId: 'logIn',
        summary: 'Log in',
        tags,
        body: LoginInput,
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const { transport, ...input } = request.body
      const party = relyingPartyAt(app.settings.publicUrl, app.settings.marketName)
      const session = await logIn(request.serviceContext(), { ...input, address: request.ip, party })
      return answerSession(reply, session, transport)
    },
  )

  app.post(
    '/api/auth/login/second-factor',
    {
      config: guessable,
      schema: {
        operationId: 'completeLogIn',
        summary: 'The second step of a log-in',
        description: 'The ticket comes with the refusal `login.second_factor_required` of the first step.',
        tags,
        body: CompleteLoginInput,
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const { transport, ...input } = request.body
      const party = relyingPartyAt(app.settings.publicUrl, app.settings.marketName)
      const session = await completeLogIn(request.serviceContext(), { ...input, party })
      return answerSession(reply, session, transport)
    },
  )

  app.post(
    '/api/auth/refresh',
    {
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        operationId: 'refreshSession',
        summary: 'Exchange the refresh token for the next pair of tokens',
        tags,
        body: RefreshInput,
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const token = request.body.refreshToken ?? request.cookies[REFRESH_COOKIE]
      if (!token) throw refuse('unauthenticated', 'session.required')
      const session = await refreshSession(request.serviceContext(), token)
      return answerSession(reply, session, request.body.transport)
    },
  )

  app.post(
    '/api/auth/logout',
    {
      schema: {
        operationId: 'logOut',
        summary: 'End the session',
        tags,
        body: LogoutInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      const token = request.body.refreshToken ?? request.cookies[REFRESH_COOKIE]
      if (token) await logOut(request.serviceContext(), token)
      return reply.clearSessionCookies().status(204).send(null)
    },
  )

  app.post(
    '/api/auth/password-resets',
    {
      config: guessable,
      schema: {
        operationId: 'requestPasswordReset',
        summary: 'Have a password reset link mailed',
        description: 'Answers the same whether or not the address is known.',
        tags,
        body: PasswordResetInput,
        response: { 202: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await requestPasswordReset(request.serviceContext(), request.body.email)
      return reply.status(202).send(null)
    },
  )

  app.post(
    '/api/auth/password-resets/confirm',
    {
      config: guessable,
      schema: {
        operationId: 'confirmPasswordReset',
        summary: 'Set a new password with the mailed token',
        tags,
        body: ConfirmPasswordResetInput,
        response: { 204: NoContent, ...problems },
      },
    },
    async (request, reply) => {
      await confirmPasswordReset(request.serviceContext(), request.body)
      return reply.status(204).send(null)
    },
  )

  app.get(
    '/api/me',
    {
      schema: {
        operationId: 'getMe',
        summary: 'Who is logged in and for which organizations',
        tags,
        response: { 200: Me, ...problems },
      },
    },
    async (request) => presentMe(await getMe(request.serviceContext())),
  )

  app.post(
    '/api/me/organization',
    {
      schema: {
        operationId: 'switchOrganization',
        summary: 'Act for another of one’s organizations',
        tags,
        body: SwitchOrganizationInput,
        response: { 200: Session, ...problems },
      },
    },
    async (request, reply) => {
      const session = await switchOrganization(request.serviceContext(), request.body.organizationId)
      return answerSession(reply, session, request.body.transport)
    },
  )
}
