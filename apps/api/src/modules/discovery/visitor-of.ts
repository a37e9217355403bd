import type { Visitor } from '@market/services/discovery'
import type { FastifyRequest } from 'fastify'
import { isbot } from 'isbot'

/** Who looks, unless it is a program: those that say so, and those that say nothing. */
export const visitorOf = (request: FastifyRequest): Visitor | null => {
  const agent = request.headers['user-agent'] ?? ''
  return agent === '' || isbot(agent) ? null : { address: request.ip, agent }
}

/** Limits by person where there is one, so that an office behind one address is not one visitor. */
export const perPerson = (request: FastifyRequest): string => request.actor?.userId ?? request.ip
