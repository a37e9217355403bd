import { Listing } from '@market/contracts/listings'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt, type Problem } from '../../lib/api/problem.ts'
import { changeFiles } from '../../lib/attach-files.server.ts'
import { textOf } from '../../lib/form-text.ts'
import { paths } from '../../lib/paths.ts'
import { type SaveOutcome, saveText } from '../../lib/save-text.server.ts'
import type { EditResult } from './edit-result.ts'
import { listingPath } from './listing-path.ts'
import { type ReadListing, readListingForm } from './read-listing-form.ts'

const editorPath = (id: string) => `/workspace/listings/${id}`

// The ends of a range are judged together.
const TOGETHER = { priceMaxFen: ['priceFen', 'priceMaxFen'] }

/** Everything the editor's buttons do. The text is stored first, whatever was pressed. */
export async function editAction(api: ApiClient, id: string, form: FormData) {
  const intent = textOf(form, 'intent') || 'save'
  if (intent === 'withdraw') return withdraw(api, id, form)
  if (intent === 'renew') return renew(api, id)
  if (intent === 'discard') return discard(api, id)
  if (intent === 'contact') return setContact(api, id, form)
  const read = readListingForm(form)
  const revision = Number(textOf(form, intent === 'overwrite' ? 'newestRevision' : 'revision'))
  const text = { path: listingPath(id), schema: Listing, together: TOGETHER }
  const outcome = await saveText(api, text, revision, read)
  if (intent === 'autosave') return resultOf(intent, revision, read, outcome)
  const { stored, problem } = outcome
  if (problem || !stored) return answer(resultOf(intent, revision, read, outcome))
  return afterSaving(api, id, form, { intent, read, stored })
}

async function afterSaving(
  api: ApiClient,
  id: string,
  form: FormData,
  { intent, read, stored }: { intent: string; read: ReadListing; stored: Listing },
) {
  const record = { path: listingPath(id), purpose: 'listing_attachment', schema: Listing } as const
  const { reached, problem } = await changeFiles(api, record, form, stored)
  if (problem) return answer(resultOf(intent, revisionOf(reached), read, { stored: reached, problem }))
  if (intent === 'preview') return redirect(`${paths.listing(id)}?view=preview`)
  if (intent === 'review') return redirect(`${editorPath(id)}/submit`)
  const editor = `${editorPath(id)}?saved=${revisionOf(reached)}`
  if (intent === 'more-rights') {
    return redirect(`${editor}&rights=${read.values.rights.length + 1}#field-rights`)
  }
  return redirect(/^(attach|detach:.*)$/.test(intent) ? `${editor}#attachments` : editor)
}

const revisionOf = (listing: Listing): number => listing.editing?.revision ?? 0

function resultOf(
  intent: string,
  base: number,
  read: ReadListing,
  { stored, problem }: SaveOutcome<Listing>,
): EditResult {
  const editing = stored?.editing
  const saved = editing ? { revision: editing.revision, at: editing.updatedAt } : null
  return { intent, base, saved, problem, values: read.values }
}

const answer = (result: EditResult) => data(result, { status: result.problem?.status ?? 200 })

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
