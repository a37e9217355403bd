import { Need } from '@market/contracts/demands'
import { data, redirect } from 'react-router'
import type { ApiClient } from '../../lib/api/client.server.ts'
import { type Attempt, attempt, type Problem } from '../../lib/api/problem.ts'
import { attachFile, detachFile } from '../../lib/attach-file.server.ts'
import type { Locale } from '../../lib/i18n/locale.ts'
import { paths } from '../../lib/paths.ts'
import { invalidForm, readForm, typedValues } from '../../lib/read-form.ts'
import { readInvited } from './need-choices.server.ts'
import { readNeedForm } from './need-fields.ts'

/** Steps that store what is typed before they are taken. */
const SAVING = ['save', 'submit', 'attach', 'detach']
const COMMANDS = ['submit', 'publish', 'return', 'withdraw']

/** Everything the buttons of a need's page do. */
export async function editAction(api: ApiClient, locale: Locale, id: string, form: FormData) {
  const read = readForm(form)
  const pressed = read.text('intent')
  const [intent = '', subject = ''] = pressed.split(':')
  const path = `/api/needs/${encodeURIComponent(id)}`
  // Submitting saves first: a refused form names its own save next, and never the revision of somebody else's.
  let stored = read.number('revision')
  const again = (problem: Problem) =>
    data({ problem, intent, stored, typed: typedValues(form) }, { status: problem.status })
  if (SAVING.includes(intent)) {
    const saved = await save(api, locale, path, form)
    if (!saved.ok) return again(saved.problem)
    stored = saved.value.editing?.revision ?? stored
    if (intent === 'save') return redirect(`${paths.myNeed(id)}?done=save`)
  }
  if (intent === 'attach' || intent === 'detach') {
    const record = { path, purpose: 'need_attachment', schema: Need } as const
    const change =
      intent === 'attach' ? await attachFile(api, record, form) : await detachFile(api, record, subject)
    return change.ok ? redirect(`${paths.myNeed(id)}?done=${intent}#attachments`) : again(change.problem)
  }
  if (!COMMANDS.includes(intent)) return again(invalidForm([{ path: 'intent', code: 'field.invalid_value' }]))
  const done = await attempt(() => api.send('POST', `${path}/${intent}`, bodyOf(intent, form), Need))
  if (!done.ok) return again(done.problem)
  return redirect(`${paths.myNeed(id)}?done=${intent}`)
}

async function save(api: ApiClient, locale: Locale, path: string, form: FormData): Promise<Attempt<Need>> {
  const { input, revision, problems, invitedNames } = readNeedForm(form)
  const invited = await readInvited(api, locale, invitedNames)
  const unread = [...problems, ...invited.problems]
  if (unread.length > 0) return { ok: false, problem: invalidForm(unread) }
  const body = { ...input, invitedIds: [...input.invitedIds, ...invited.ids], revision }
  return attempt(() => api.send('PATCH', path, body, Need))
}

function bodyOf(intent: string, form: FormData): unknown {
  const read = readForm(form)
  if (intent === 'publish') return { revision: read.number('revision') ?? undefined }
  if (intent === 'withdraw') return { reason: read.text('reason') }
  if (intent !== 'return') return undefined
  const words = read.text('words')
  return { reasons: read.all('code').map((code) => ({ code, words: code === 'other' ? words : '' })) }
}
