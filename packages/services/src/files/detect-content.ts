import { refuseFields } from '@market/domain'
import { type FilePurpose, MEDIA_TYPES_BY_PURPOSE } from '@market/domain/codes'
import { fileTypeFromBuffer } from 'file-type'

/** Enough for every signature the library knows of these types. */
const HEAD_BYTES = 4100

export const refuseFile = (code: string, params?: Record<string, unknown>) =>
  refuseFields(code, [{ path: 'file', code, ...(params ? { params } : {}) }])

/** Reads the head of a stream; `whole` gives head and rest again as one stream, `close` gives the rest up. */
export const readHead = async (content: AsyncIterable<Uint8Array>, bytes = HEAD_BYTES) => {
  const chunks = content[Symbol.asyncIterator]()
  const head: Uint8Array[] = []
  let size = 0
  while (size < bytes) {
    const next = await chunks.next()
    if (next.done) break
    head.push(next.value)
    size += next.value.byteLength
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* head
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value
  }
  return { head: Buffer.concat(head), whole: whole(), close: async () => void (await chunks.return?.()) }
}

/**
 * The media type by the bytes themselves; whoever is given the content calls `close` when done with it.
 * Refuses with `file.empty` or `file.type_not_allowed`, before anything is stored.
 */
export const detectContent = async (content: AsyncIterable<Uint8Array>, purpose: FilePurpose) => {
  const { head, whole, close } = await readHead(content)
  const found = (await fileTypeFromBuffer(head))?.mime ?? null
  const allowed: readonly string[] = MEDIA_TYPES_BY_PURPOSE[purpose]
  if (found !== null && allowed.includes(found)) return { mediaType: found, content: whole, close }
  await close()
  if (head.byteLength === 0) throw refuseFile('file.empty')
  throw refuseFile('file.type_not_allowed', { found, allowed })
}

/** Passes bytes on and refuses with `file.too_large`, or another code, at the first one too many. */
export async function* limitContent(
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
  code = 'file.too_large',
): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of content) {
    size += chunk.byteLength
    if (size > maxBytes) throw refuseFile(code, { maxBytes })
    yield chunk
  }
}
