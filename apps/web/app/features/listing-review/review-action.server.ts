import { Listing } from '@market/contracts/listings'
import { LISTING_RETURN_REASONS } from '@market/domain/codes'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { invalidForm, readForm, typedValues } from '../../lib/read-form.ts'

const QUEUE = '/workspace/review'

/** Takes, gives back, publishes, returns or withdraws, as the button says. */
export async function reviewAction(api: ApiClient, id: string, form: FormData) {
  const read = readForm(form)
  const typed = typedValues(form)
  const intent = read.text('intent')
  const refused = (problem: Problem) => data({ intent, problem, typed }, { status: problem.status })
  const post = async (command: string, body: unknown) => {
    const path = `/api/listings/${encodeURIComponent(id)}/${command}`
    return attempt(() => api.send('POST', path, body, Listing))
  }
  if (intent === 'take-review' || intent === 'release-review') {
    const answer = await post(intent, undefined)
    return answer.ok ? redirect(`${QUEUE}/${encodeURIComponent(id)}`) : refused(answer.problem)
  }
  if (intent === 'publish') {
    const answer = await post('publish', { revision: Number(read.text('revision')) })
    return answer.ok ? redirect(`${QUEUE}?done=published`) : refused(answer.problem)
  }
  if (intent === 'withdraw') {
    const answer = await post('withdraw', { reason: read.text('reason') })
    return answer.ok ? redirect(`${QUEUE}?done=withdrawn`) : refused(answer.problem)
  }
  const codes = LISTING_RETURN_REASONS.map(({ code }) => code).filter((code) =>
    read.checked(`reason.${code}`),
  )
  if (codes.length === 0) return refused(invalidForm([{ path: 'reasons', code: 'reason.required' }]))
  const reasons = codes.map((code) => ({
    code,
    words: read.text(`words.${code}`),
    field: read.choice(`field.${code}`),
  }))
  const answer = await post('return', { reasons })
  return answer.ok ? redirect(`${QUEUE}?done=returned`) : refused(atReasons(answer.problem, codes))
}

/** The API counts reasons; the form names them. */
function atReasons(problem: Problem, codes: readonly string[]): Problem {
  const problems = fieldProblemsOf(problem).map((field) => {
    const [, at, part] = field.path.split('.')
    return part === 'words' ? { ...field, path: `words.${codes[Number(at)]}` } : field
  })
  return problems.length === 0 ? problem : { ...problem, details: { ...problem.details, problems } }
}
