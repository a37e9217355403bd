import { createHash } from 'node:crypto'
import type { FileContent, StoredFile } from './file-storage.ts'

/** Counts and hashes bytes as they pass, so that a large file is read once. */
export const measureContent = (content: FileContent) => {
  const hash = createHash('sha256')
  let byteSize = 0
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk)
      byteSize += chunk.byteLength
      yield chunk
    }
  }
  return { chunks: chunks(), result: (): StoredFile => ({ byteSize, sha256: hash.digest('hex') }) }
}
