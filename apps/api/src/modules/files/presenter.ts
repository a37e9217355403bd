import type { StoredFile } from '@market/contracts/files'
import type { FileRecord } from '@market/services/files'

export const presentFile = (file: FileRecord): StoredFile => {
  const { id, organizationId, purpose, name, mediaType, sizeBytes, sha256, createdAt } = file
  const { width, height, durationMs } = file
  return {
    id,
    organizationId,
    purpose,
    name,
    mediaType,
    sizeBytes,
    sha256,
    width,
    height,
    durationMs,
    createdAt: createdAt.toISOString(),
  }
}

const percentEncoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)

/** Always to be saved, never shown in place; the name in plain ASCII and, for every script, as RFC 5987 has it. */
export const contentDisposition = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(name)}`
}

/** A downloaded file may not run, load or frame anything, whatever a browser takes it for. */
export const downloadHeaders = (file: FileRecord): Record<string, string> => ({
  'content-type': file.mediaType,
  'content-length': String(file.sizeBytes),
  'content-disposition': contentDisposition(file.name),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-store',
})

/** A picture in a page: nothing but a picture, kept by this reader's browser for an hour. */
export const pictureHeaders = (sizeBytes: number): Record<string, string> => ({
  'content-type': 'image/webp',
  'content-length': String(sizeBytes),
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, max-age=3600',
})

/** The one range of 'bytes=a-b', 'bytes=a-' or 'bytes=-n'; null for the whole, 'unsatisfiable' beyond the end. */
export const rangeOf = (
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'unsatisfiable' | null => {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? []
  if (from === '' && to === '') return null
  // Backwards is no range at all (RFC 9110, 14.1.1), so the header counts as not sent.
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end || start >= size ? 'unsatisfiable' : { start, end }
}
