import { Need } from '@market/contracts/demands'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { attempt } from '../../lib/api/problem.ts'
import { changeFiles } from '../../lib/attach-files.server.ts'
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
  const result = ({ stored, problem }: SaveOutcome<Need>): NeedResult => ({
    intent,
    base,
    saved: stored?.editing ? { revision: stored.editing.revision, at: stored.editing.updatedAt } : null,
    problem,
    values: needValues(form),
  })
  if (intent === 'autosave') return result(outcome)
  if (outcome.problem || !outcome.stored) return answer(result(outcome))
  const record = { path: apiPath(id), purpose: 'need_attachment', schema: Need } as const
  const { reached: stored, problem } = await changeFiles(api, record, form, outcome.stored)
  if (problem) return answer(result({ stored, problem }))
  const [step = ''] = intent.split(':')
  if (step === 'submit') {
    const submitted = await attempt(() => api.send('POST', `${apiPath(id)}/submit`, undefined, Need))
    if (!submitted.ok) return answer(result({ stored, problem: submitted.problem }))
  }
  const query = new URLSearchParams({
    done: step === 'overwrite' ? 'save' : step,
    saved: String(stored.editing?.revision ?? 0),
  })
  const hash = step === 'attach' || step === 'detach' ? '#attachments' : ''
  return redirect(`${paths.myNeed(id)}?${query}${hash}`)
}

async function readText(api: ApiClient, locale: Locale, form: FormData) {
  const { input, problems, invitedNames } = readNeedForm(form)
  const invited = await readInvited(api, locale, invitedNames)
  return {
    input: { ...input, invitedIds: [...input.invitedIds, ...invited.ids] },
    problems: [...problems, ...invited.problems],
  }
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
