import cookie from '@fastify/cookie'
import jwt from '@fastify/jwt'
import { type Actor, refuse } from '@market/domain'
import { loadActor, type OpenedSession, type SessionClaims } from '@market/services/identity'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

export const ACCESS_COOKIE = 'market_access'
export const REFRESH_COOKIE = 'market_refresh'
export const ACCESS_MINUTES = 15

interface TokenPayload {
  sub: string
  sid: string
  org: string | null
  /** Seconds since 1970, set here so that the injected clock decides. */
  iat?: number
  exp?: number
}

declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: TokenPayload
    user: TokenPayload
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null
  }
  interface FastifyInstance {
    /** The access token of a session, and when it ends. */
    issueAccessToken(session: OpenedSession): { accessToken: string; expiresAt: Date }
  }
  interface FastifyReply {
    setSessionCookies(session: OpenedSession, accessToken: string, expiresAt: Date): FastifyReply
    clearSessionCookies(): FastifyReply
  }
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

const bearerToken = (request: FastifyRequest): string | null => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token ? token : null
}

/** A cookie travels with requests other sites make; such a request may not change anything. */
const assertSameSite = (request: FastifyRequest) => {
  if (SAFE_METHODS.has(request.method)) return
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw refuse('forbidden', 'request.cross_site')
  }
  const { origin } = request.headers
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== request.host)) {
    throw refuse('forbidden', 'request.cross_site')
  }
}

/** Reads the access token from the header or the cookie and the actor behind it from the database. */
export const sessionPlugin = fastifyPlugin(
  async (app) => {
    const { database, clock } = app.dependencies
    const secure = app.settings.publicUrl.startsWith('https:')
    const cookieOptions = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
    await app.register(cookie)
    await app.register(jwt, {
      secret: app.settings.tokenSecret,
      sign: { algorithm: 'HS256', iss: 'market' },
      verify: { algorithms: ['HS256'], allowedIss: 'market' },
    })

    const claimsOf = (token: string): SessionClaims => {
      try {
        const { sub, sid, org } = app.jwt.verify<TokenPayload>(token, {
          clockTimestamp: clock.now().getTime(),
        })
        return { userId: sub, sessionId: sid, organizationId: org }
      } catch {
        throw refuse('unauthenticated', 'session.ended')
      }
    }

    app.decorateRequest('actor', null)
    app.addHook('onRequest', async (request) => {
      const bearer = bearerToken(request)
      const token = bearer ?? request.cookies[ACCESS_COOKIE]
      if (bearer === null && (token || request.cookies[REFRESH_COOKIE])) assertSameSite(request)
      // An ended session must not stop somebody from logging in again.
      if (!token || request.url.startsWith('/api/auth/')) return
      request.actor = await loadActor(database.db, claimsOf(token), {
        now: clock.now(),
        ownFactorAsked: app.settings.ownFactorAsked,
      })
      if (!request.actor) throw refuse('unauthenticated', 'session.ended')
    })

    app.decorate('issueAccessToken', (session: OpenedSession) => {
      const issuedAt = Math.floor(clock.now().getTime() / 1000)
      const expiry = issuedAt + ACCESS_MINUTES * 60
      const payload = { sub: session.user.id, sid: session.sessionId, org: session.organizationId }
      const accessToken = app.jwt.sign({ ...payload, iat: issuedAt, exp: expiry })
      return { accessToken, expiresAt: new Date(expiry * 1000) }
    })
    app.decorateReply(
      'setSessionCookies',
      function (this: FastifyReply, session: OpenedSession, accessToken: string, expiresAt: Date) {
        return this.setCookie(ACCESS_COOKIE, accessToken, { ...cookieOptions, expires: expiresAt }).setCookie(
          REFRESH_COOKIE,
          session.refreshToken,
          { ...cookieOptions, expires: session.refreshExpiresAt },
        )
      },
    )
    app.decorateReply('clearSessionCookies', function (this: FastifyReply) {
      return this.clearCookie(ACCESS_COOKIE, cookieOptions).clearCookie(REFRESH_COOKIE, cookieOptions)
    })
  },
  { name: 'session' },
)
