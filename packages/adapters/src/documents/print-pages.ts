import { createHash } from 'node:crypto'
import { extractText } from 'unpdf'
import type { PagePrinter, PdfRenderer } from './pdf-definition.ts'

const hashOf = (words: string): string =>
  createHash('sha256').update(words.replaceAll(/\s+/g, ' ').trim()).digest('hex')

/**
 * Prints a document whose every page carries the hash of its words. The pages are laid out once without a foot, read and
 * hashed, and printed again with the hashes below: the foot takes no room from the text, so the pages stay the same.
 */
export const createPagePrinter =
  (render: PdfRenderer): PagePrinter =>
  async (definition) => {
    const { watermark: _, ...plain } = definition
    const body = await render({ ...plain, pageNotes: [] })
    const { text } = await extractText(Uint8Array.from(body))
    const pageHashes = text.map(hashOf)
    const pageNotes = pageHashes.map((hash) => `SHA-256 ${hash}`)
    return { bytes: await render({ ...definition, pageNotes }), pageHashes }
  }
