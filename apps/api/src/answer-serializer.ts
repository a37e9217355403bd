import type { FastifySerializerCompiler } from 'fastify'
import { ResponseSerializationError } from 'fastify-type-provider-zod'
import { ZodType, z } from 'zod'

const REWRITING = new Set(['pipe', 'transform', 'catch', 'prefault'])

/** Whether parsing by this schema or one inside it makes something else of a value. */
const rewrites = (part: unknown, seen: Set<unknown>): boolean => {
  if (typeof part !== 'object' || part === null || seen.has(part)) return false
  seen.add(part)
  if (!(part instanceof z.core.$ZodType)) return Object.values(part).some((inner) => rewrites(inner, seen))
  const { def } = part._zod
  return REWRITING.has(def.type) || rewrites(def, seen)
}

/**
 * Checks every answer against its schema, and leaves out what the schema does not name. By parsing: the compiler of the
 * library encodes, for the sake of codecs, and goes through each part with checks twice for that. No schema of an answer
 * may therefore make something else of a value; only what a stored record lacks is filled in by its default.
 */
export const answerSerializer: FastifySerializerCompiler<unknown> = ({ schema, method, url }) => {
  if (!(schema instanceof ZodType))
    throw new Error(`${method} ${url}: the schema of an answer is no zod type.`)
  if (rewrites(schema, new Set())) throw new Error(`${method} ${url}: the schema of an answer rewrites it.`)
  return (data) => {
    const { error, data: answer } = schema.safeParse(data)
    if (error) throw new ResponseSerializationError(method, url, { cause: error })
    return JSON.stringify(answer)
  }
}
