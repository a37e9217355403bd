import { Need } from '@market/contracts/demands'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { type Attempt, attempt, type Problem } from '../../lib/api/problem.ts'
import { attachFile, detachFile } from '../../lib/attach-file.server.ts'
import type { Locale } from '../../lib/i18n/locale.ts'
import { paths } from '../../lib/paths.ts'
import { readForm } from '../../lib/read-form.ts'
import { type SaveOutcome, saveText } from '../../lib/save-text.server.ts'
import type { NeedResult } from './edit-result.ts'
import { readInvited } from './need-choices.server.ts'
import { needValues, readNeedForm } from './need-fields.ts'

const COMMANDS = ['publish', 'return', 'withdraw']
// The sums are judged together.
const TOGETHER = {
  budgetMaxFen: ['budgetMinFen', 'budgetMaxFen'],
  solverShareFen: ['budgetMinFen', 'budgetMaxFen', 'solverShareFen'],
}

const apiPath = (id: string) => `/api/needs/${encodeURIComponent(id)}`
const answer = (result: NeedResult) => data(result, { status: result.problem?.status ?? 200 })

/** Everything the buttons of a need's page do. The editor's store its text first, whatever was pressed. */
export async function editAction(api: ApiClient, locale: Locale, id: string, form: FormData) {
  const intent = readForm(form).text('intent')
  return COMMANDS.includes(intent) ? command(api, id, intent, form) : save(api, locale, id, form)
}

async function save(api: ApiClient, locale: Locale, id: string, form: FormData) {
  const read = readForm(form)
  const intent = read.text('intent') || 'save'
  const base = read.number(intent === 'overwrite' ? 'newestRevision' : 'revision') ?? 0
  const text = { path: apiPath(id), schema: Need, together: TOGETHER }
  const outcome = await saveText(api, text, base, await readText(api, locale, form))
  const result = (problem: Problem | undefined): NeedResult => ({
    intent,
    base,
    saved: savedOf(outcome),
    problem,
    values: needValues(form),
  })
  if (intent === 'autosave') return result(outcome.problem)
  if (outcome.problem || !outcome.stored) return answer(result(outcome.problem))
  const [step = '', subject = ''] = intent.split(':')
  const taken = await takeStep(api, id, form, { step, subject, stored: outcome.stored })
  if (!taken.ok) return answer(result(taken.problem))
  const query = new URLSearchParams({
    done: step === 'overwrite' ? 'save' : step,
    saved: String(taken.value.editing?.revision ?? 0),
  })
  const hash = step === 'attach' || step === 'detach' ? '#attachments' : ''
  return redirect(`${paths.myNeed(id)}?${query}${hash}`)
}

const savedOf = ({ stored }: SaveOutcome<Need>): NeedResult['saved'] =>
  stored?.editing ? { revision: stored.editing.revision, at: stored.editing.updatedAt } : null

async function readText(api: ApiClient, locale: Locale, form: FormData) {
  const { input, problems, invitedNames } = readNeedForm(form)
  const invited = await readInvited(api, locale, invitedNames)
  return {
    input: { ...input, invitedIds: [...input.invitedIds, ...invited.ids] },
    problems: [...problems, ...invited.problems],
  }
}

interface Step {
  step: string
  subject: string
  /** The text, saved. */
  stored: Need
}

async function takeStep(
  api: ApiClient,
  id: string,
  form: FormData,
  { step, subject, stored }: Step,
): Promise<Attempt<Need>> {
  const path = apiPath(id)
  const record = { path, purpose: 'need_attachment', schema: Need } as const
  if (step === 'attach') return attachFile(api, record, form)
  if (step === 'detach') return detachFile(api, record, subject)
  if (step === 'submit') return attempt(() => api.send('POST', `${path}/submit`, undefined, Need))
  return { ok: true, value: stored }
}

async function command(api: ApiClient, id: string, intent: string, form: FormData) {
  const body = bodyOf(intent, form)
  const done = await attempt(() => api.send('POST', `${apiPath(id)}/${intent}`, body, Need))
  if (done.ok) return redirect(`${paths.myNeed(id)}?done=${intent}`)
  return answer({ intent, base: 0, saved: null, problem: done.problem, values: undefined })
}

function bodyOf(intent: string, form: FormData): unknown {
  const read = readForm(form)
  if (intent === 'publish') return { revision: read.number('revision') ?? undefined }
  if (intent === 'withdraw') return { reason: read.text('reason') }
  const words = read.text('words')
  return { reasons: read.all('code').map((code) => ({ code, words: code === 'other' ? words : '' })) }
}
