import { fileURLToPath } from 'node:url'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { formLimit } from '../app/lib/form-limit.ts'
import type { WebConfig } from '../config.ts'
import type { RequestFacts } from './handler.ts'
import { proxyApi } from './proxy-api.ts'
import { securityHeaders } from './security-headers.ts'
import { sendWebResponse } from './send-web-response.ts'
import { toWebRequest, urlOf } from './to-web-request.ts'

export type DocumentHandler = (request: Request, facts: RequestFacts) => Promise<Response>

const CLIENT_FILES = fileURLToPath(new URL('../build/client/', import.meta.url))

/** The one public server: /api to the API, built files, everything else rendered. */
export async function createApp(
  config: WebConfig,
  handleDocument: DocumentHandler,
): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: config.trustProxy,
    logger: { level: config.logLevel },
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  })
  await proxyApi(app, config.apiUrl)
  await app.register(async (site) => {
    await site.register(compress, {
      encodings: ['br', 'gzip'],
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    })
    await site.register(helmet, securityHeaders)
    await serveFiles(site)
    site.setErrorHandler(answerFailure)
    await renderPages(site, config, handleDocument)
  })
  return app
}

/** The last resort, when a page could not even be begun: plain words, no stack. */
function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  request.log.error({ err: error }, 'page failed')
  return reply.code(500).type('text/plain; charset=utf-8').send(`500 · ${request.id}`)
}

async function serveFiles(site: FastifyInstance): Promise<void> {
  await site.register(fastifyStatic, {
    root: CLIENT_FILES,
    // One route per file: an unknown address falls through to the pages and their own 404.
    wildcard: false,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/')
      response.header(
        'cache-control',
        hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
      )
    },
  })
}

async function renderPages(
  site: FastifyInstance,
  config: WebConfig,
  handleDocument: DocumentHandler,
): Promise<void> {
  // Bodies go on as streams: React Router parses forms itself.
  site.removeAllContentTypeParsers()
  site.addContentTypeParser('*', (_request, _payload, done) => done(null))
  site.all('/*', async (request, reply) => {
    const formTooLarge = refusesBody(request, formLimit(urlOf(request).pathname, config.maxUploadBytes))
    // A script reads the status; a person gets the page of the form again, which says what happened.
    if (formTooLarge && isForScript(request)) return reply.code(413).send()
    const web = toWebRequest(request, abortSignalOf(reply), formTooLarge ? 'GET' : request.method)
    const response = await handleDocument(web, {
      scriptNonce: reply.cspNonce.script,
      styleNonce: reply.cspNonce.style,
      clientAddress: request.ip,
      requestId: request.id,
      apiUrl: config.apiUrl,
      publicOrigin: config.publicUrl ?? `${request.protocol}://${request.host}`,
      site: config.site,
      maxUploadBytes: config.maxUploadBytes,
      formTooLarge,
    })
    // The one page made to be framed elsewhere; who may frame it stands in its own policy.
    if (request.url.startsWith('/embed/')) reply.removeHeader('x-frame-options')
    return sendWebResponse(reply, formTooLarge ? asTooLarge(response) : response)
  })
}

/** A form is read into memory by its action, so its length must be known and bounded. */
function refusesBody(request: FastifyRequest, limit: number): boolean {
  if (request.headers['transfer-encoding'] !== undefined) return true
  return Number(request.headers['content-length'] ?? 0) > limit
}

const isForScript = ({ url }: FastifyRequest): boolean => url.split('?', 1)[0]?.endsWith('.data') ?? false

/** The page as the answer to what was not read; a redirect, as to the login, stays one. */
const asTooLarge = ({ body, status, headers }: Response): Response =>
  new Response(body, { status: status === 200 ? 413 : status, headers })

function abortSignalOf(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.on('close', () => {
    if (!reply.raw.writableEnded) controller.abort()
  })
  return controller.signal
}
