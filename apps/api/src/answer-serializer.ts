import type { FastifySerializerCompiler } from 'fastify'
import { ResponseSerializationError } from 'fastify-type-provider-zod'
import type { ZodType } from 'zod'

/**
 * Checks every answer against its schema, and leaves out what the schema does not name. By parsing: the compiler of the
 * library encodes, for the sake of codecs that no answer of ours has, and looks at each part twice or more for that.
 */
export const answerSerializer: FastifySerializerCompiler<ZodType> = ({ schema, method, url }) => {
  return (data) => {
    const { error, data: answer } = schema.safeParse(data)
    if (error) throw new ResponseSerializationError(method, url, { cause: error })
    return JSON.stringify(answer)
  }
}
