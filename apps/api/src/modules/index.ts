import type { FastifyPluginAsync } from 'fastify'
import { discoveryRoutes } from './discovery/routes.ts'
import { healthRoutes } from './health/routes.ts'
import { identityRoutes } from './identity/routes.ts'
import { memberRoutes } from './organizations/member-routes.ts'
import { organizationRoutes } from './organizations/routes.ts'

/** Every capability's routes, in the order of the chain they serve. */
export const capabilityRoutes: FastifyPluginAsync = async (app) => {
  await app.register(healthRoutes)
  await app.register(identityRoutes)
  await app.register(organizationRoutes)
  await app.register(memberRoutes)
  await app.register(discoveryRoutes)
}
