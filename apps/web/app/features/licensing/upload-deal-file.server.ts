import type { ApiClient } from '../../lib/api/client.server.ts'
import { uploadFile } from '../../lib/api/upload-file.server.ts'

/** Stores the file a form brought, if it brought one; its id. */
export async function uploadDealFile(api: ApiClient, form: FormData): Promise<string[]> {
  const id = await uploadFile(api, form, 'deal_document')
  return id === null ? [] : [id]
}
