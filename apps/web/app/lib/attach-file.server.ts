import { StoredFile } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import type { z } from 'zod'
import type { ApiClient } from './api/client.server.ts'
import { type Attempt, attempt, fieldProblemsOf, type Problem } from './api/problem.ts'
import { textOf } from './form-text.ts'
import { invalidForm } from './read-form.ts'

/** A record whose text files hang on. */
interface Attachable<T> {
  /** Of the record in the API. */
  path: string
  purpose: FilePurpose
  schema: z.ZodType<T>
}

const attachmentPath = (path: string) => (path === 'fileId' ? 'attachment.file' : `attachment.${path}`)

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

/** Uploads the file of an `AttachmentsEditor` and hangs it on the record. */
export async function attachFile<T>(
  api: ApiClient,
  { path, purpose, schema }: Attachable<T>,
  form: FormData,
): Promise<Attempt<T>> {
  const file = form.get('attachment.file')
  const text = (name: string) => textOf(form, `attachment.${name}`).trim()
  const missing = [
    ...(file instanceof File && file.size > 0 ? [] : ['attachment.file']),
    ...(text('titleZh') === '' ? ['attachment.titleZh'] : []),
  ]
  if (!(file instanceof File) || missing.length > 0) {
    return {
      ok: false,
      problem: invalidForm(missing.map((path) => ({ path, code: 'field.required' }))),
    }
  }
  const upload = new FormData()
  upload.set('purpose', purpose)
  upload.set('file', file, file.name)
  const result = await attempt(async () => {
    const stored = await api.send('POST', '/api/files', upload, StoredFile)
    const attachment = {
      fileId: stored.id,
      titleZh: text('titleZh'),
      titleEn: text('titleEn'),
      altZh: text('altZh'),
      altEn: text('altEn'),
      visibility: text('visibility') || undefined,
    }
    return api.send('POST', `${path}/attachments`, attachment, schema)
  })
  return result.ok ? result : { ok: false, problem: ofAttachment(result.problem) }
}

/** Takes one file off the record. */
export const detachFile = <T>(
  api: ApiClient,
  { path, schema }: Attachable<T>,
  attachmentId: string,
): Promise<Attempt<T>> =>
  attempt(() =>
    api.send('DELETE', `${path}/attachments/${encodeURIComponent(attachmentId)}`, undefined, schema),
  )
