import { createHash } from 'node:crypto'
import swagger from '@fastify/swagger'
import apiReference from '@scalar/fastify-api-reference'
import fastifyPlugin from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const
type Document = ReturnType<typeof jsonSchemaTransformObject>

interface Answer {
  $ref?: string
  content?: Record<string, object>
}

/** Refusals are sent as problem details (RFC 9457), also by routes that answer with a file. */
const withProblemType = (document: Document): Document => {
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const answers: Record<string, Answer> = item?.[method]?.responses ?? {}
      for (const [status, answer] of Object.entries(answers)) {
        const [problem] = Object.values(answer.content ?? {})
        if (Number(status) >= 400 && problem) answer.content = { 'application/problem+json': problem }
      }
    }
  }
  return document
}

const INLINE_SCRIPT = /<script type="text\/javascript">(.*?)<\/script>/gs

/** What the documentation page may load: its own script, the one inside it by its hash, and the styles it writes. */
const policyOf = (page: string): string => {
  const hashes = [...page.matchAll(INLINE_SCRIPT)].map(
    ([, script = '']) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The description of the API, made from the schemas its routes validate with. */
export const openapiPlugin = fastifyPlugin(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.1',
        info: {
          title: 'Technology market API',
          version: '1.0.0',
          description:
            'Amounts are integer fen (CNY). Fields ending in On are calendar dates in Asia/Shanghai, fields ending in At are instants. Errors are RFC 9457 problem details with a stable code.',
        },
        components: {
          securitySchemes: {
            bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
            cookie: { type: 'apiKey', in: 'cookie', name: 'market_access' },
          },
        },
        security: [{}, { bearer: [] }, { cookie: [] }],
      },
      transform: jsonSchemaTransform,
      transformObject: (input) => withProblemType(jsonSchemaTransformObject(input)),
    })
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(async (docs) => {
      let policy: string | undefined
      docs.addHook('onSend', async (_request, reply, answer) => {
        const isPage = String(reply.getHeader('content-type')).startsWith('text/html')
        if (isPage && typeof answer === 'string') {
          policy ??= policyOf(answer)
          reply.header('content-security-policy', policy)
        }
        return answer
      })
      await docs.register(apiReference, {
        routePrefix: '/api/docs',
        // Nothing is fetched from elsewhere or sent there.
        configuration: {
          url: '/api/openapi.json',
          withDefaultFonts: false,
          telemetry: false,
          showDeveloperTools: 'never',
          agent: { disabled: true },
          mcp: { disabled: true },
        },
      })
    })
  },
  { name: 'openapi' },
)
