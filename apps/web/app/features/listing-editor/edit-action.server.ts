import { StoredFile } from '@market/contracts/files'
import { Listing } from '@market/contracts/listings'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from '../../lib/api/problem.ts'
import { textOf } from '../../lib/form-text.ts'
import { paths } from '../../lib/paths.ts'
import { invalidForm } from '../../lib/read-form.ts'
import type { EditResult } from './edit-result.ts'
import { type ReadListing, readListingForm } from './read-listing-form.ts'
import { listingPath, type SaveOutcome, saveListing } from './save-listing.server.ts'

const editorPath = (id: string) => `/workspace/listings/${id}`

/** Everything the editor's buttons do. The text is stored first, whatever was pressed. */
export async function editAction(api: ApiClient, id: string, form: FormData) {
  const intent = textOf(form, 'intent') || 'save'
  if (intent === 'withdraw') return withdraw(api, id, form)
  if (intent === 'renew') return renew(api, id)
  if (intent === 'discard') return discard(api, id)
  if (intent === 'contact') return setContact(api, id, form)
  const read = readListingForm(form)
  const revision = Number(textOf(form, intent === 'overwrite' ? 'newestRevision' : 'revision'))
  const outcome = await saveListing(api, id, revision, read)
  if (intent === 'autosave') return resultOf(intent, revision, read, outcome)
  if (outcome.problem) return answer(resultOf(intent, revision, read, outcome))
  return afterSaving(api, id, form, { intent, read, outcome })
}

interface Saved {
  intent: string
  read: ReadListing
  outcome: SaveOutcome
}

async function afterSaving(api: ApiClient, id: string, form: FormData, saved: Saved) {
  const { intent, read, outcome } = saved
  const revision = outcome.listing?.editing?.revision ?? 0
  const editor = `${editorPath(id)}?saved=${revision}`
  if (intent === 'preview') return redirect(`${paths.listing(id)}?view=preview`)
  if (intent === 'review') return redirect(`${editorPath(id)}/submit`)
  if (intent === 'more-rights') {
    return redirect(`${editor}&rights=${read.values.rights.length + 1}#field-rights`)
  }
  if (intent === 'attach' || intent.startsWith('detach:')) {
    const change = intent === 'attach' ? await attach(api, id, form) : await detach(api, id, intent.slice(7))
    if (change.ok) return redirect(`${editorPath(id)}?saved=${revisionOf(change.value)}#attachments`)
    return answer({ ...resultOf(intent, revision, read, outcome), problem: change.problem })
  }
  return redirect(editor)
}

const revisionOf = (listing: Listing): number => listing.editing?.revision ?? 0

function resultOf(
  intent: string,
  base: number,
  read: ReadListing,
  { listing, problem }: SaveOutcome,
): EditResult {
  const editing = listing?.editing
  const saved = editing ? { revision: editing.revision, at: editing.updatedAt } : null
  return { intent, base, saved, problem, values: read.values }
}

const answer = (result: EditResult) => data(result, { status: result.problem?.status ?? 200 })

/** Problems of the upload, told apart from those of the text by their path. */
const ofAttachment = (problem: Problem): Problem => {
  const fields = fieldProblemsOf(problem)
  if (fields.length > 0) {
    const problems = fields.map((field) => ({ ...field, path: attachmentPath(field.path) }))
    return { ...problem, details: { ...problem.details, problems } }
  }
  return problem.code.startsWith('file.')
    ? invalidForm([{ path: 'attachment.file', code: problem.code }])
    : problem
}

const attachmentPath = (path: string) => (path === 'fileId' ? 'attachment.file' : `attachment.${path}`)

async function attach(api: ApiClient, id: string, form: FormData) {
  const file = form.get('attachment.file')
  const titleZh = textOf(form, 'attachment.titleZh').trim()
  const missing = [
    ...(file instanceof File && file.size > 0 ? [] : ['attachment.file']),
    ...(titleZh === '' ? ['attachment.titleZh'] : []),
  ]
  if (!(file instanceof File) || missing.length > 0) {
    const problem = invalidForm(missing.map((path) => ({ path, code: 'field.required' })))
    return { ok: false as const, problem }
  }
  const upload = new FormData()
  upload.set('purpose', 'listing_attachment')
  upload.set('file', file, file.name)
  const result = await attempt(async () => {
    const stored = await api.send('POST', '/api/files', upload, StoredFile)
    const attachment = {
      fileId: stored.id,
      titleZh,
      titleEn: textOf(form, 'attachment.titleEn').trim(),
      altZh: textOf(form, 'attachment.altZh').trim(),
      altEn: textOf(form, 'attachment.altEn').trim(),
      visibility: textOf(form, 'attachment.visibility') || 'public',
    }
    return api.send('POST', `${listingPath(id)}/attachments`, attachment, Listing)
  })
  return result.ok ? result : { ok: false as const, problem: ofAttachment(result.problem) }
}

const detach = (api: ApiClient, id: string, attachmentId: string) =>
  attempt(() =>
    api.send(
      'DELETE',
      `${listingPath(id)}/attachments/${encodeURIComponent(attachmentId)}`,
      undefined,
      Listing,
    ),
  )

/** An answer about a step that stores nothing of the text. */
const stepResult = (intent: string, problem: Problem | undefined): EditResult => ({
  intent,
  base: 0,
  saved: null,
  problem,
  values: undefined,
})

async function withdraw(api: ApiClient, id: string, form: FormData) {
  const body = { reason: textOf(form, 'reason').trim() }
  const result = await attempt(() => api.sendOnly('POST', `${listingPath(id)}/withdraw`, body))
  return result.ok
    ? redirect(`${editorPath(id)}?done=withdrawn`)
    : answer(stepResult('withdraw', result.problem))
}

async function renew(api: ApiClient, id: string) {
  const result = await attempt(() => api.sendOnly('POST', `${listingPath(id)}/renew`))
  return result.ok ? redirect(`${editorPath(id)}?done=renewed`) : answer(stepResult('renew', result.problem))
}

async function setContact(api: ApiClient, id: string, form: FormData) {
  const body = { contactId: textOf(form, 'contactId') || null }
  const result = await attempt(() => api.sendOnly('PUT', `${listingPath(id)}/contact`, body))
  return answer(stepResult('contact', result.ok ? undefined : result.problem))
}

async function discard(api: ApiClient, id: string) {
  const result = await attempt(() => api.send('DELETE', `${listingPath(id)}/changes`, undefined, Listing))
  if (!result.ok) return answer(stepResult('discard', result.problem))
  return redirect(`${editorPath(id)}?saved=${revisionOf(result.value)}&done=discarded`)
}
