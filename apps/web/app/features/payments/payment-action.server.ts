import { CheckoutStarted } from '@market/contracts/payments'
import type { PlannedKind } from '@market/domain/payments'
import { PLANNED_KINDS } from '@market/domain/payments'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { uploadFile } from '../../lib/api/upload-file.server.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

/** Where to go next: another page of ours, or the payment provider's. */
export type PaymentStep = { problem: Problem } | { goTo: string } | { done: true }

function required<T>(read: FormReader, path: string, value: T | null): T | null {
  const reported = read.problems.some((problem) => problem.path === path)
  if (value === null && !reported) read.problems.push({ path, code: 'field.required' })
  return value
}

const kindOf = (text: string): PlannedKind => PLANNED_KINDS.find((kind) => kind === text) ?? 'instalment'

/** Lines left empty do not count. */
const linesFrom = (read: FormReader) =>
  read
    .rows('lineCount')
    .filter((index) => read.text(`lines.${index}.amountFen`) !== '')
    .map((index) => ({
      kind: kindOf(read.text(`lines.${index}.kind`)),
      title: read.text(`lines.${index}.title`),
      amountFen: read.yuan(`lines.${index}.amountFen`),
      dueOn: read.choice(`lines.${index}.dueOn`),
    }))

interface Sending {
  method?: 'POST' | 'PUT'
  path: string
  body?: unknown
  /** The stored file's id goes into the body under this name. */
  file?: string
  fileRequired?: boolean
}

/** What each step sends; the API judges it. */
function sendingOf(read: FormReader): Sending | null {
  const due = `/dues/${encodeURIComponent(read.text('dueId'))}`
  const payment = `/${encodeURIComponent(read.text('paymentId'))}`
  const refund = `${payment}/refunds/${encodeURIComponent(read.text('refundId'))}/confirm`
  const amount = () => ({ amountFen: required(read, 'amountFen', read.yuan('amountFen')) })
  const reason = () => ({ reason: read.text('reason') })
  switch (read.text('intent')) {
    case 'plan':
      return { method: 'PUT', path: '/schedule', body: { lines: linesFrom(read) } }
    case 'royalty': {
      const salesFen = required(read, 'salesFen', read.yuan('salesFen'))
      const periodFrom = required(read, 'periodFrom', read.choice('periodFrom'))
      const periodTo = required(read, 'periodTo', read.choice('periodTo'))
      return { path: '/royalties', body: { salesFen, periodFrom, periodTo } }
    }
    case 'invoice': {
      const issuedOn = required(read, 'issuedOn', read.choice('issuedOn'))
      const number = required(read, 'number', read.choice('number'))
      return { path: '/invoices', body: { number, issuedOn, ...amount() }, file: 'fileId' }
    }
    case 'call':
      return { path: `${due}/call`, body: { dueOn: read.choice('dueOn') } }
    case 'waive':
      return { path: `${due}/waive`, body: reason() }
    case 'offset':
      return { path: `${due}/offset` }
    case 'transfer': {
      const paidOn = required(read, 'paidOn', read.choice('paidOn'))
      const body = { ...amount(), paidOn, note: read.text('note') }
      return { path: `${due}/transfers`, body, file: 'proofFileId', fileRequired: true }
    }
    case 'confirm': {
      const receivedFen = required(read, 'receivedFen', read.yuan('receivedFen'))
      return { path: `${payment}/confirm`, body: { receivedFen } }
    }
    case 'reject':
      return { path: `${payment}/reject`, body: reason() }
    case 'withdraw':
    case 'release':
    case 'recheck':
      return { path: `${payment}/${read.text('intent')}` }
    case 'capture':
      return { path: `${payment}/capture`, body: amount() }
    case 'refund':
      return { path: `${payment}/refunds`, body: { ...amount(), ...reason() }, file: 'proofFileId' }
    case 'refund-arrived':
      return { path: refund, body: { arrived: true } }
    case 'refund-missing':
      return { path: refund, body: { arrived: false } }
    default:
      return null
  }
}

/** Takes a step on a contract's money; the refusal, if there is one, is the answer. */
export async function takePaymentStep(
  api: ApiClient,
  contractId: string,
  form: FormData,
): Promise<PaymentStep> {
  const read = readForm(form)
  const base = `/api/contracts/${encodeURIComponent(contractId)}/payments`
  if (read.text('intent') === 'online') {
    const path = `${base}/dues/${encodeURIComponent(read.text('dueId'))}/checkout`
    const answer = await attempt(() => api.send('POST', path, undefined, CheckoutStarted))
    return answer.ok ? { goTo: answer.value.url } : { problem: answer.problem }
  }
  const sending = sendingOf(read)
  if (sending === null) return { problem: invalidForm([{ path: 'intent', code: 'field.invalid_value' }]) }
  const file = form.get('file')
  if (sending.fileRequired && !(file instanceof File && file.size > 0)) required(read, 'file', null)
  if (read.problems.length > 0) return { problem: invalidForm(read.problems) }
  const answer = await attempt(async () => {
    const { method = 'POST', path, body, file: fileName } = sending
    const named = fileName === undefined ? {} : { [fileName]: await uploadFile(api, form, 'payment_proof') }
    await api.sendOnly(method, base + path, body === undefined ? undefined : { ...body, ...named })
  })
  return answer.ok ? { done: true } : { problem: answer.problem }
}
