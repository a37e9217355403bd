import swagger from '@fastify/swagger'
import apiReference from '@scalar/fastify-api-reference'
import fastifyPlugin from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'

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
      transformObject: jsonSchemaTransformObject,
    })
    app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
    await app.register(apiReference, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json' },
    })
  },
  { name: 'openapi' },
)
