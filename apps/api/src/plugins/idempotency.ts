import { createHash } from 'node:crypto'
import { refuseFields } from '@market/domain'
import { freeRequestKey, keepAnswer, type RequestKey, takeRequestKey } from '@market/services'
import type { FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'

const UNSAFE = new Set(['POST', 'PATCH', 'PUT', 'DELETE'])
const KEY = /^[\x21-\x7e]{8,200}$/
/** Their answers carry tokens, which are stored nowhere. */
const NEVER_KEPT = ['/api/auth/', '/api/me/']

declare module 'fastify' {
  interface FastifyRequest {
    idempotency: RequestKey | null
  }
}

const requestKeyOf = (request: FastifyRequest): RequestKey | null => {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !request.actor || !UNSAFE.has(request.method)) return null
  if (NEVER_KEPT.some((prefix) => request.url.startsWith(prefix))) return null
  if (!KEY.test(key)) {
    throw refuseFields('request.invalid', [{ path: 'Idempotency-Key', code: 'idempotency.key_syntax' }])
  }
  // An upload is not read yet at this point; its length must do.
  const content =
    request.body === undefined ? request.headers['content-length'] : JSON.stringify(request.body)
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${content ?? ''}`)
    .digest('hex')
  // What a person did for one organization is no answer to the same person acting for another.
  const { userId, organizationId } = request.actor
  return { scope: `${userId} ${organizationId ?? ''}`, key, requestHash }
}

/** An unsafe request that carries an Idempotency-Key is answered once; the repeat gets the same answer. */
export const idempotencyPlugin = fastifyPlugin(
  async (app) => {
    app.decorateRequest('idempotency', null)
    app.addHook('preHandler', async (request, reply) => {
      const key = requestKeyOf(request)
      if (!key) return
      const kept = await takeRequestKey(request.serviceContext(), key)
      if (!kept) {
        request.idempotency = key
        return
      }
      return reply
        .status(kept.status)
        .headers({ 'idempotent-replayed': 'true', 'content-type': 'application/json; charset=utf-8' })
        .serializer(String)
        .send(kept.body)
    })
    app.addHook('onSend', async (request, reply, payload) => {
      const key = request.idempotency
      if (!key) return payload
      request.idempotency = null
      const context = request.serviceContext()
      const body = payload ?? ''
      // A refusal is not kept: once its cause is gone the same request may succeed.
      if (reply.statusCode < 400 && typeof body === 'string') {
        await keepAnswer(context, key, { status: reply.statusCode, body })
      } else {
        await freeRequestKey(context, key)
      }
      return payload
    })
  },
  { name: 'idempotency', dependencies: ['service-context'] },
)
