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
    await app.register(apiReference, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json' },
    })
  },
  { name: 'openapi' },
)
