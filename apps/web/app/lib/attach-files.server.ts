import { StoredFile } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import type { z } from 'zod'
import type { ApiClient } from './api/client.server.ts'
import { attempt, fieldProblemsOf, type Problem } from './api/problem.ts'
import { textOf } from './form-text.ts'
import { invalidForm } from './read-form.ts'

/** A record whose text files hang on. */
interface Attachable<T> {
  /** Of the record in the API. */
  path: string
  purpose: FilePurpose
  schema: z.ZodType<T>
}

const SENT_WITH_FORM = 'attachment'

/** Where a form speaks of files: those a script has uploaded, else the one that comes with it. */
const spokenOf = (form: FormData): string[] => {
  const uploaded = [...form.keys()].filter((name) => /^attachment\.\d+\.fileId$/.test(name))
  if (uploaded.length > 0) return uploaded.map((name) => name.slice(0, -'.fileId'.length))
  const file = form.get('attachment.file')
  return file instanceof File && file.size > 0 ? [SENT_WITH_FORM] : []
}

/** Problems of a file, told apart from those of the text and of other files by their path. */
const ofFile = (problem: Problem, at: string): Problem => {
  const named = (path: string) => (/^(file|fileId)$/.test(path) ? 'attachment.file' : `${at}.${path}`)
  const fields = fieldProblemsOf(problem)
  if (fields.length > 0) {
    const problems = fields.map((field) => ({ ...field, path: named(field.path) }))
    return { ...problem, details: { ...problem.details, problems } }
  }
  return problem.code.startsWith('file.')
    ? invalidForm([{ path: 'attachment.file', code: problem.code }])
    : problem
}

const upload = async (api: ApiClient, purpose: FilePurpose, form: FormData): Promise<string> => {
  const file = form.get('attachment.file')
  if (!(file instanceof File)) throw new Error('The form holds no file.')
  const body = new FormData()
  body.set('purpose', purpose)
  body.set('file', file, file.name)
  return (await api.send('POST', '/api/files', body, StoredFile)).id
}

async function attachOne<T>(api: ApiClient, record: Attachable<T>, form: FormData, at: string) {
  const text = (name: string) => textOf(form, `${at}.${name}`).trim()
  if (text('titleZh') === '') {
    return { ok: false as const, problem: invalidForm([{ path: `${at}.titleZh`, code: 'field.required' }]) }
  }
  const result = await attempt(async () => {
    const fileId = at === SENT_WITH_FORM ? await upload(api, record.purpose, form) : text('fileId')
    const attachment = {
      fileId,
      titleZh: text('titleZh'),
      titleEn: text('titleEn'),
      altZh: text('altZh'),
      altEn: text('altEn'),
      visibility: text('visibility') || undefined,
    }
    return api.send('POST', `${record.path}/attachments`, attachment, record.schema)
  })
  return result.ok ? result : { ok: false as const, problem: ofFile(result.problem, at) }
}

interface Changed<T> {
  /** The record with what could be changed. */
  reached: T
  problem: Problem | undefined
}

async function detach<T>(api: ApiClient, { path, schema }: Attachable<T>, attachmentId: string) {
  const address = `${path}/attachments/${encodeURIComponent(attachmentId)}`
  return attempt(() => api.send('DELETE', address, undefined, schema))
}

/**
 * What a form does to the files of a record whose text has just been saved: `detach:…` takes one away, and whatever
 * button is pressed, the files of an `AttachmentsEditor` are attached, as far as none is refused.
 */
export async function changeFiles<T>(
  api: ApiClient,
  record: Attachable<T>,
  form: FormData,
  saved: T,
): Promise<Changed<T>> {
  const [step, attachmentId = ''] = textOf(form, 'intent').split(':')
  const files = spokenOf(form)
  let reached = saved
  if (step === 'attach' && files.length === 0) {
    return { reached, problem: invalidForm([{ path: 'attachment.file', code: 'field.required' }]) }
  }
  if (step === 'detach') {
    const result = await detach(api, record, attachmentId)
    if (!result.ok) return { reached, problem: result.problem }
    reached = result.value
  }
  for (const at of files) {
    const result = await attachOne(api, record, form, at)
    if (result.ok) reached = result.value
    // Sent again after the file behind it had been refused.
    else if (!result.problem.code.endsWith('.file_already_attached')) {
      return { reached, problem: result.problem }
    }
  }
  return { reached, problem: undefined }
}
