import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { renderToPipeableStream } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import {
  type EntryContext,
  type HandleErrorFunction,
  type RouterContextProvider,
  ServerRouter,
} from 'react-router'
import { localeOf } from './lib/i18n/locale.ts'
import { serverI18n } from './lib/i18n/server-i18n.server.ts'
import { NonceContext } from './lib/nonce.ts'
import { requestFactsContext } from './lib/request-facts.ts'

const RENDER_TIMEOUT_MS = 10_000

/** Renders the whole document before answering: no page waits for data while streaming, and all are complete without JavaScript. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routerContext: EntryContext,
  loadContext: RouterContextProvider,
): Promise<Response> {
  const { scriptNonce, styleNonce } = loadContext.get(requestFactsContext)
  const locale = localeOf(new URL(request.url), request.headers.get('cookie'))
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-language', locale)

  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext value={{ script: scriptNonce, style: styleNonce }}>
        <I18nextProvider i18n={serverI18n(locale)}>
          <ServerRouter context={routerContext} url={request.url} nonce={scriptNonce} />
        </I18nextProvider>
      </NonceContext>,
      {
        nonce: scriptNonce,
        onAllReady() {
          clearTimeout(timeout)
          const body = new PassThrough()
          resolve(new Response(createReadableStreamFromReadable(body), { status, headers }))
          pipe(body)
        },
        onShellError: reject,
      },
    )
    const timeout = setTimeout(abort, RENDER_TIMEOUT_MS)
  })
}

/** Unknown failures, with enough to find them again; refusals of the API are answers and not logged. */
export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (request.signal.aborted || !(error instanceof Error)) return
  const { requestId } = context.get(requestFactsContext)
  const line = { level: 'error', requestId, url: request.url, message: error.message, stack: error.stack }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}
