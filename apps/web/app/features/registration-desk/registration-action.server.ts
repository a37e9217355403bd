import type { ApiClient, Method } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { type FormReader, invalidForm, readForm } from '../../lib/read-form.ts'
import { FORM_SECTIONS } from './form-fields.ts'
import { filledRows, readRegistration } from './read-registration.ts'

interface Call {
  method: Method
  path: string
  body?: unknown
}

const missing = (path: string, code = 'field.required'): Problem => invalidForm([{ path, code }])
const isProblem = (value: Problem | Call[]): value is Problem => !Array.isArray(value)

const COMMENTED = [...FORM_SECTIONS.flatMap(({ fields }) => fields), 'documents'] as const

function comments(read: FormReader) {
  return COMMENTED.map((field) => ({ field, words: read.text(`comment.${field}`) })).filter(
    ({ words }) => words !== '',
  )
}

const reasons = (read: FormReader) =>
  read.all('reasons').map((code) => ({ code, words: read.text(`words.${code}`) }))

/** Steps that the examiner confirms with a check box. */
function confirmed(read: FormReader, call: Call): Call[] | Problem {
  return read.checked('confirmed') ? [call] : missing('confirmed', 'confirmation.required')
}

/** The API calls a submitted step stands for, or what is missing in it. */
function callsFor(id: string, read: FormReader): Call[] | Problem {
  const base = `/api/registrations/${encodeURIComponent(id)}`
  const post = (command: string, body?: unknown): Call => ({
    method: 'POST',
    path: `${base}/${command}`,
    body,
  })
  const reason = read.text('reason')
  const intent = read.text('intent')
  switch (intent) {
    case 'save':
    case 'submit':
      return savings(read, base, intent === 'submit')
    case 'accept':
      return [post('accept')]
    case 'take':
    case 'assign':
      return [post('assign', { userId: read.text('userId') })]
    case 'unassign':
      return [post('unassign')]
    case 'review':
      return [post('send-to-review')]
    case 'correction':
      return comments(read).length === 0
        ? missing('comment.documents', 'registration.comment_required')
        : [post('request-correction', { comments: comments(read) })]
    case 'checklist':
      return [{ method: 'PUT', path: `${base}/checklist`, body: { ticked: read.all('ticked') } }]
    case 'refuse':
      if (reasons(read).length === 0) return missing('reasons')
      return confirmed(read, post('refuse', { reasons: reasons(read) }))
    case 'register':
      return confirmed(read, post('register'))
    case 'change': {
      const form = readRegistration(read)
      if (reason === '') read.problems.push({ path: 'reason', code: 'field.required' })
      const version = read.number('version') ?? undefined
      return read.problems.length > 0
        ? invalidForm(read.problems)
        : [post('change', { ...form, reason, version })]
    }
    case 'cancel':
    case 'revoke':
      return reason === '' ? missing('reason') : confirmed(read, post(intent, { reason }))
    default:
      return missing('intent', 'field.invalid_value')
  }
}

function savings(read: FormReader, base: string, submit: boolean): Call[] | Problem {
  const body = { ...readRegistration(read), revision: read.number('revision') }
  if (submit && !read.checked('confirmed')) {
    read.problems.push({ path: 'confirmed', code: 'confirmation.required' })
  }
  if (read.problems.length > 0) return invalidForm(read.problems)
  const save: Call = { method: 'PATCH', path: base, body }
  return submit ? [save, { method: 'POST', path: `${base}/submit` }] : [save]
}

/** Lists are sent without gaps: 'reasons.0.words' is the box of the first reason ticked, item 0 the first filled row. */
function atOwnFields(problem: Problem, read: FormReader): Problem {
  const chosen = reasons(read)
  const rows = filledRows(read)
  const problems = fieldProblemsOf(problem).map((found) => {
    const [list, at = '', part] = found.path.split('.')
    const code = chosen[Number(at)]?.code
    if (list === 'nonTechnicalItems' && part) return { ...found, path: `${list}.${rows[Number(at)]}.${part}` }
    return list === 'reasons' && part === 'words' && code ? { ...found, path: `words.${code}` } : found
  })
  return problems.length === 0 ? problem : { ...problem, details: { ...problem.details, problems } }
}

/** Takes a step on a registration; the refusal, if there is one, is the answer. */
export async function takeRegistrationStep(
  api: ApiClient,
  id: string,
  form: FormData,
): Promise<Problem | undefined> {
  const read = readForm(form)
  const calls = callsFor(id, read)
  if (isProblem(calls)) return calls
  for (const { method, path, body } of calls) {
    const answer = await attempt(() => api.sendOnly(method, path, body))
    if (!answer.ok) return atOwnFields(answer.problem, read)
  }
  return undefined
}
