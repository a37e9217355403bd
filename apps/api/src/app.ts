import fastify, { type FastifyInstance } from 'fastify'
import fastifyPlugin from 'fastify-plugin'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { answerSerializer } from './answer-serializer.ts'
import type { Dependencies, Settings } from './dependencies.ts'
import { describeError, describeRequest } from './log-serializers.ts'
import { capabilityRoutes } from './modules/index.ts'
import { errorsPlugin } from './plugins/errors.ts'
import { idempotencyPlugin } from './plugins/idempotency.ts'
import { openapiPlugin } from './plugins/openapi.ts'
import { plainTextPlugin } from './plugins/plain-text.ts'
import { protectionPlugin } from './plugins/protection.ts'
import { serviceContextPlugin } from './plugins/service-context.ts'
import { sessionPlugin } from './plugins/session.ts'

const BODY_LIMIT = 1024 * 1024

/** The order matters: errors first, so that every later refusal is put into words. */
const application = fastifyPlugin(async (app: FastifyInstance) => {
  await app.register(errorsPlugin)
  await app.register(protectionPlugin)
  await app.register(sessionPlugin)
  await app.register(serviceContextPlugin)
  await app.register(plainTextPlugin)
  await app.register(idempotencyPlugin)
  await app.register(openapiPlugin)
  await app.register(capabilityRoutes)
})

/** The whole API without a port. */
export const buildApp = async (dependencies: Dependencies, settings: Settings): Promise<FastifyInstance> => {
  const app = fastify({
    logger: {
      level: settings.logLevel,
      serializers: { err: describeError, req: describeRequest },
    },
    trustProxy: settings.trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: () => dependencies.ids.next(),
    routerOptions: { maxParamLength: 200 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(answerSerializer)
  app.decorate('dependencies', dependencies)
  app.decorate('settings', settings)
  await app.register(application)
  await app.ready()
  return app
}
