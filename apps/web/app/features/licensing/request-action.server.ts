import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { invalidForm, readForm } from '../../lib/read-form.ts'
import { brokerCall, isBrokerIntent, proposalCall } from './brokers/broker-call.ts'
import { readOffer } from './read-terms.ts'
import { uploadDealFile } from './upload-deal-file.server.ts'

interface Call {
  path: string
  body?: unknown
}

/** The API call a submitted step stands for, or what is missing in it. */
function callFor(id: string, form: FormData): Call | Problem {
  const read = readForm(form)
  const base = `/api/requests/${encodeURIComponent(id)}`
  const offer = `${base}/offers/${encodeURIComponent(read.text('offerId'))}`
  const body = { reason: read.choice('reason'), words: read.text('words') }
  const intent = read.text('intent')
  if (isBrokerIntent(intent)) return brokerCall(intent, read)
  switch (intent) {
    case 'propose-broker':
      return proposalCall(base, read)
    case 'accept':
      return { path: `${base}/accept` }
    case 'withdraw':
      return { path: `${base}/withdraw`, body }
    case 'decline':
      if (body.reason === null) return invalidForm([{ path: 'reason', code: 'field.required' }])
      return { path: `${base}/decline`, body }
    case 'offer': {
      const input = readOffer(read)
      return read.problems.length > 0 ? invalidForm(read.problems) : { path: `${base}/offers`, body: input }
    }
    case 'withdraw-offer':
      return { path: `${offer}/withdraw` }
    case 'accept-offer':
      if (!read.checked('confirmed'))
        return invalidForm([{ path: 'confirmed', code: 'confirmation.required' }])
      return { path: `${offer}/accept` }
    default:
      return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
}

/** Words and, with them, a file. */
async function sendMessage(api: ApiClient, id: string, form: FormData): Promise<Problem | undefined> {
  const body = readForm(form).text('body')
  if (body === '') return invalidForm([{ path: 'body', code: 'field.required' }])
  const answer = await attempt(async () => {
    const fileIds = await uploadDealFile(api, form)
    await api.sendOnly('POST', `/api/requests/${encodeURIComponent(id)}/messages`, { body, fileIds })
  })
  return answer.ok ? undefined : answer.problem
}

/** Takes a step in a request; the refusal, if there is one, is the answer. */
export async function takeRequestStep(
  api: ApiClient,
  id: string,
  form: FormData,
): Promise<Problem | undefined> {
  if (form.get('intent') === 'message') return sendMessage(api, id, form)
  const call = callFor(id, form)
  if ('status' in call) return call
  const answer = await attempt(() => api.sendOnly('POST', call.path, call.body))
  return answer.ok ? undefined : answer.problem
}
