import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { uploadFile } from '../../lib/api/upload-file.server.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'

interface Sending {
  path: string
  body: Record<string, unknown>
}

/** What each step sends; the API judges it. */
function sendingOf(read: FormReader): Sending | null {
  const text = (...names: string[]) => Object.fromEntries(names.map((name) => [name, read.text(name)]))
  switch (read.text('intent')) {
    case 'object':
      return { path: '/objections', body: text('name', 'contact', 'body') }
    case 'answer': {
      const path = `/objections/${encodeURIComponent(read.text('objectionId'))}/answer`
      return { path, body: text('decision', 'answer') }
    }
    case 'decision':
      return { path: '/decision', body: text('decidedOn', 'body', 'priceReason') }
    case 'withdraw':
      return { path: '/withdraw', body: text('reason') }
    default:
      return null
  }
}

/** The form knows the stored file as the file chosen. */
function atFileField(problem: Problem): Problem {
  const problems = fieldProblemsOf(problem).map((found) =>
    found.path === 'minutesFileId' ? { ...found, path: 'file' } : found,
  )
  return problems.length === 0 ? problem : { ...problem, details: { problems } }
}

/** Takes a step on a notice; the refusal, if there is one, is the answer. */
export async function takeNoticeStep(
  api: ApiClient,
  id: string,
  form: FormData,
): Promise<Problem | undefined> {
  const sending = sendingOf(readForm(form))
  if (sending === null) return invalidForm([{ path: 'intent', code: 'field.invalid_value' }])
  const answer = await attempt(async () => {
    const minutesFileId = await uploadFile(api, form, 'deal_document')
    const body = minutesFileId === null ? sending.body : { ...sending.body, minutesFileId }
    await api.sendOnly('POST', `/api/notices/${encodeURIComponent(id)}${sending.path}`, body)
  })
  return answer.ok ? undefined : atFileField(answer.problem)
}
