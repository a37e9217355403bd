import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { uploadFile } from '../../lib/api/upload-file.server.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

function required<T>(read: FormReader, path: string, value: T | null): T | null {
  const reported = read.problems.some((problem) => problem.path === path)
  if (value === null && !reported) read.problems.push({ path, code: 'field.required' })
  return value
}

const receiptFrom = (read: FormReader) => ({
  receivedOn: required(read, 'receivedOn', read.choice('receivedOn')),
  amountFen: required(read, 'amountFen', read.yuan('amountFen')),
  declaredTechnologyFen: required(read, 'declaredTechnologyFen', read.yuan('declaredTechnologyFen')),
  note: read.text('note'),
})

/** Records, corrects or verifies a receipt; the refusal, if there is one, is the answer. */
export async function takeReceiptStep(
  api: ApiClient,
  registrationId: string,
  form: FormData,
): Promise<Problem | undefined> {
  const read = readForm(form)
  const base = `/api/registrations/${encodeURIComponent(registrationId)}/receipts`
  const one = `${base}/${encodeURIComponent(read.text('receiptId'))}`
  const intent = read.text('intent')
  if (intent === 'verify') {
    const verifiedTechnologyFen = required(read, 'verifiedTechnologyFen', read.yuan('verifiedTechnologyFen'))
    if (read.problems.length > 0) return invalidForm(read.problems)
    return sent(() =>
      api.sendOnly('POST', `${one}/verify`, { verifiedTechnologyFen, reason: read.text('reason') }),
    )
  }
  if (intent !== 'record' && intent !== 'correct') {
    return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  }
  const receipt = receiptFrom(read)
  if (read.problems.length > 0) return invalidForm(read.problems)
  return sent(async () => {
    const fileId = await uploadFile(api, form, 'filing_material')
    await api.sendOnly('POST', intent === 'record' ? base : `${one}/correct`, { ...receipt, fileId })
  })
}

async function sent(send: () => Promise<void>): Promise<Problem | undefined> {
  const answer = await attempt(send)
  return answer.ok ? undefined : answer.problem
}
