import { RequestDraft, type RequestDraftContent } from '@market/contracts/licensing'
import type { Listing } from '@market/contracts/listings'
import { applicationProblems, exclusivityOf, requestProblems } from '@market/domain/licensing'
import { z } from 'zod'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { invalidForm, readForm } from '../../lib/read-form.ts'
import { readApplication } from './read-application.ts'
import { uploadDealFile } from './upload-deal-file.server.ts'

export type DraftStep =
  | { problem: Problem; content?: RequestDraftContent }
  | { sent: string }
  | { saved: 'save' | 'attach' | 'detach' | 'review' }

const draftPath = (listingId: string) => `/api/listings/${encodeURIComponent(listingId)}/request-draft`

export const readDraft = (api: ApiClient, listingId: string): Promise<RequestDraft> =>
  api.get(draftPath(listingId), RequestDraft)

/** The rules the API applies when it is sent, so that the summary never shows what cannot be. */
function problemsOf(content: RequestDraftContent, listing: Listing) {
  const { transferMode } = content
  if (transferMode === null) return [{ path: 'transferMode', code: 'field.required' }]
  const terms = { ...content, transferMode, exclusivity: exclusivityOf(transferMode) }
  return [
    ...requestProblems(terms, listing.transferModes),
    ...applicationProblems(
      content.application,
      listing.rights.map(({ id }) => id),
    ),
  ]
}

/** The API names fields of the draft inside its body; the form knows them without. */
function asFormProblem(problem: Problem): Problem {
  const { problems } = problem.details
  if (!Array.isArray(problems)) return problem
  const renamed = problems.map((one) => ({ ...one, path: String(one.path).replace(/^content\./, '') }))
  return { ...problem, details: { ...problem.details, problems: renamed } }
}

async function send(api: ApiClient, listingId: string, revision: number): Promise<DraftStep> {
  const draft = await readDraft(api, listingId)
  // What was checked is what is sent: a colleague may have changed it meanwhile.
  if (draft.revision !== revision) {
    return { problem: { status: 409, code: 'request_draft.changed_meanwhile', details: {} } }
  }
  const answer = await attempt(() =>
    api.send('POST', '/api/requests', { listingId, ...draft.content }, z.object({ id: z.string() })),
  )
  return answer.ok ? { sent: answer.value.id } : { problem: answer.problem }
}

/** Takes a step with an unfinished request: keep it, add or remove a file, check it, send it. */
export async function takeDraftStep(api: ApiClient, listing: Listing, form: FormData): Promise<DraftStep> {
  const read = readForm(form)
  const revision = Number(read.text('revision')) || 0
  const [step = 'review', fileId] = read.text('step').split(' ')
  if (step === 'send') return send(api, listing.id, revision)
  const content = readApplication(read)
  const unread = new Set(read.problems.map(({ path }) => path))
  const found = step === 'review' ? problemsOf(content, listing) : []
  const problems = [...read.problems, ...found.filter(({ path }) => !unread.has(path))]
  if (problems.length > 0) return { problem: invalidForm(problems), content }
  const answer = await attempt(async () => {
    const added = await uploadDealFile(api, form)
    const fileIds = [...content.fileIds.filter((id) => step !== 'detach' || id !== fileId), ...added]
    const body = { revision, content: { ...content, fileIds } }
    return api.send('PUT', draftPath(listing.id), body, RequestDraft)
  })
  if (!answer.ok) return { problem: asFormProblem(answer.problem), content }
  return { saved: step === 'review' || step === 'attach' || step === 'detach' ? step : 'save' }
}
