import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import Stripe from 'stripe'
import { parseForm } from './parse-form.ts'
import { createStripeBooks, type StripeBooks, StripeProblem } from './stripe-books.ts'

export const DOUBLE_SECRET_KEY = 'sk_test_of_the_double'
export const DOUBLE_WEBHOOK_SECRET = 'whsec_of_the_double'

/** A webhook as Stripe would send it. */
export interface SignedEvent {
  id: string
  type: string
  body: string
  signature: string
}

export interface StripeDouble {
  url: string
  books: StripeBooks
  /** Every event since the double was started, in order, unsigned. */
  events: readonly { id: string; type: string; data: { object: unknown } }[]
  sign(eventId: string, options?: { at?: Date; secret?: string }): SignedEvent
  /** The next call of this kind does its work, but its answer is lost. */
  loseAnswerOf(method: string, path: RegExp): void
  calls: { method: string; path: string; idempotencyKey: string | null; replayed: boolean }[]
  close(): Promise<void>
}

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const send = (response: ServerResponse, status: number, body: string) =>
  response
    .writeHead(status, { 'content-type': 'application/json', 'request-id': `req_${randomUUID()}` })
    .end(body)

interface Kept {
  request: string
  status: number
  body: string
}

/**
 * A server on this machine that speaks the part of Stripe's HTTP the market uses, idempotency keys and signed events
 * included. `now` is the clock its objects and signatures are dated by.
 */
export const startStripeDouble = async (now: () => Date = () => new Date()): Promise<StripeDouble> => {
  const stripe = new Stripe(DOUBLE_SECRET_KEY)
  const events: { id: string; type: string; data: { object: unknown } }[] = []
  const record = (type: string, object: object) => {
    const created = Math.floor(now().getTime() / 1000)
    const id = `evt_${randomUUID().replaceAll('-', '')}`
    events.push({ id, type, data: { object: structuredClone(object) }, ...{ object: 'event', created } })
  }
  const books = createStripeBooks(now, record)
  const kept = new Map<string, Kept>()
  const losses: { method: string; path: RegExp }[] = []
  const calls: StripeDouble['calls'] = []

  const answer = (
    method: string,
    url: URL,
    form: Record<string, unknown>,
  ): { status: number; body: string } => {
    try {
      const found = books.handle(method, url.pathname, { ...parseForm(url.search.slice(1)), ...form })
      return { status: 200, body: JSON.stringify(found) }
    } catch (error) {
      if (!(error instanceof StripeProblem)) throw error
      const { status, code, message } = error
      return { status, body: JSON.stringify({ error: { type: 'invalid_request_error', code, message } }) }
    }
  }

  const server = createServer(async (request, response) => {
    const method = request.method ?? 'GET'
    const url = new URL(request.url ?? '/', 'http://double')
    const text = await bodyOf(request)
    if (request.headers.authorization !== `Bearer ${DOUBLE_SECRET_KEY}`) {
      return send(response, 401, JSON.stringify({ error: { type: 'invalid_request_error', message: 'key' } }))
    }
    const header = request.headers['idempotency-key']
    const key = method === 'POST' && typeof header === 'string' ? header : null
    const before = key === null ? undefined : kept.get(key)
    calls.push({ method, path: url.pathname, idempotencyKey: key, replayed: before !== undefined })
    if (before && before.request !== `${url.pathname}\n${text}`) {
      return send(
        response,
        400,
        JSON.stringify({ error: { type: 'idempotency_error', message: 'parameters' } }),
      )
    }
    const { status, body } = before ?? answer(method, url, parseForm(text))
    if (key !== null && status === 200) kept.set(key, { request: `${url.pathname}\n${text}`, status, body })
    const lost = losses.findIndex((loss) => loss.method === method && loss.path.test(url.pathname))
    if (lost >= 0) {
      losses.splice(lost, 1)
      return request.socket.destroy()
    }
    return send(response, status, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0

  return {
    url: `http://127.0.0.1:${port}`,
    books,
    events,
    calls,
    loseAnswerOf: (method, path) => {
      losses.push({ method, path })
    },
    sign: (eventId, { at = now(), secret = DOUBLE_WEBHOOK_SECRET } = {}) => {
      const event = events.find(({ id }) => id === eventId)
      if (!event) throw new Error(`The double has sent no event ${eventId}.`)
      const body = JSON.stringify(event)
      const timestamp = Math.floor(at.getTime() / 1000)
      const signature = stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp })
      return { id: event.id, type: event.type, body, signature }
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
