import type { FastifyRequest } from 'fastify'

/** An alias, for the logger wants whatever else there may be. */
export type LoggedError = {
  type: string
  message: string
  code?: unknown
  stack: string
  cause?: LoggedError
}

/** The query builder writes the values of a query into its message; the text of the query is enough to find it. */
const messageOf = (error: Error): string =>
  'params' in error && 'query' in error ? `Failed query: ${error.query}` : error.message

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n')

/**
 * What a log keeps of an error: nothing that was stored or asked for, since that may be the hash of a password, a
 * person's address or an offer only two sides know.
 */
export const describeError = (error: Error): LoggedError => ({
  type: error.name,
  message: messageOf(error),
  ...('code' in error ? { code: error.code } : {}),
  stack: framesOf(error),
  ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
})

/** A certificate's code opens it, so it is kept out of the log. */
export const describeRequest = ({ method, url, host, ip }: FastifyRequest) => ({
  method,
  url: url.replace(/([?&]code=)[^&]*/gi, '$1…'),
  host,
  remoteAddress: ip,
})
