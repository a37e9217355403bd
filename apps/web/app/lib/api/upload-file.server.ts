import { StoredFile } from '@market/contracts/files'
import type { FilePurpose } from '@market/domain/codes'
import type { ApiClient } from './client.server.ts'

/** Stores the file chosen in a form's field `file`; null where none was. */
export async function uploadFile(
  api: ApiClient,
  form: FormData,
  purpose: FilePurpose,
): Promise<string | null> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return null
  const upload = new FormData()
  upload.append('purpose', purpose)
  upload.append('file', file)
  return (await api.send('POST', '/api/files', upload, StoredFile)).id
}
