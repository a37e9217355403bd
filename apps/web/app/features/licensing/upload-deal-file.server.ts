import { StoredFile } from '@market/contracts/files'
import type { ApiClient } from '../../lib/api/client.server.ts'

/** Stores the file a form brought, if it brought one; its id. */
export async function uploadDealFile(api: ApiClient, form: FormData): Promise<string[]> {
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0) return []
  const upload = new FormData()
  upload.append('purpose', 'deal_document')
  upload.append('file', file)
  return [(await api.send('POST', '/api/files', upload, StoredFile)).id]
}
