import { type FieldProblem, isRefusal, type RefusalKind } from '@market/domain'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

const STATUS: Record<RefusalKind, number> = {
  'not-found': 404,
  forbidden: 403,
  unauthenticated: 401,
  conflict: 409,
  invalid: 422,
  limit: 429,
  precondition: 412,
}

const TITLES: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  412: 'Precondition Failed',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

interface Answer {
  status: number
  code: string
  details?: Record<string, unknown>
}

const send = (request: FastifyRequest, reply: FastifyReply, { status, code, details = {} }: Answer) => {
  const problem = {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    code,
    details,
    requestId: request.id,
  }
  return reply
    .status(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

interface ValidationIssue {
  instancePath: string
  keyword: string
  message?: string
  params: Record<string, unknown>
}

/** A message of ours ('date.invalid') is a code already; the rest are named after the check that failed. */
const issueCode = ({ keyword, message = '' }: ValidationIssue): string =>
  /^[a-z_]+(\.[a-z_]+)+$/.test(message) ? message : `field.${keyword}`

const PARAMETERS = ['minimum', 'maximum', 'format', 'values', 'expected', 'keys', 'origin'] as const

const toFieldProblem = (issue: ValidationIssue): FieldProblem => {
  const known = PARAMETERS.filter((name) => issue.params[name] !== undefined)
  return {
    path: issue.instancePath.replace(/^\//, '').replaceAll('/', '.'),
    code: issueCode(issue),
    params: Object.fromEntries(known.map((name) => [name, issue.params[name]])),
  }
}

/** Errors of Fastify and its plugins that are the client's doing. */
const clientError = (error: FastifyError): Answer | null => {
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return null
  const codes: Record<number, string> = {
    413: 'request.too_large',
    415: 'request.content_type',
    429: 'request.too_many',
  }
  return { status, code: codes[status] ?? 'request.unreadable' }
}

const NOT_FOUND = { status: 404, code: 'route.not_found' }

/** An address that cannot be anything's is one where nothing is. */
const invalid = ({ validation, validationContext }: FastifyError): Answer => {
  const details = { problems: (validation as unknown as ValidationIssue[]).map(toFieldProblem) }
  if (validationContext === 'params') return { ...NOT_FOUND, details }
  return { status: 422, code: 'request.invalid', details }
}

const answerFor = (error: FastifyError): Answer => {
  if (isRefusal(error)) return { status: STATUS[error.kind], code: error.code, details: error.details }
  if (hasZodFastifySchemaValidationErrors(error)) return invalid(error)
  if (error.code === 'FST_UNDER_PRESSURE') return { status: 503, code: 'server.busy' }
  return clientError(error) ?? { status: 500, code: 'server.error' }
}

/** The only place that knows both refusals and HTTP. The message of an unknown error never leaves. */
export const errorsPlugin = fastifyPlugin(
  async (app) => {
    app.setErrorHandler((error: FastifyError, request, reply) => {
      const answer = answerFor(error)
      if (answer.status >= 500) request.log.error({ err: error }, 'request failed')
      const retryAfter = answer.details?.retryAfterSeconds
      if (answer.status === 429 && typeof retryAfter === 'number') reply.header('retry-after', retryAfter)
      return send(request, reply, answer)
    })
    app.setNotFoundHandler((request, reply) => send(request, reply, NOT_FOUND))
  },
  { name: 'errors' },
)
