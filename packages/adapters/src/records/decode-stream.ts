import { type OpenContent, UnreadableRecords } from './record-files.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const markOf = (head: Uint8Array): Encoding | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

const isUtf8 = async (content: AsyncIterable<Uint8Array>): Promise<boolean> => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of content) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return true
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The encoding of a text: by its mark, else UTF-8 if all of it is, else GB18030. Reads the file once to know. */
const encodingOf = async (open: OpenContent): Promise<Encoding> => {
  let head = new Uint8Array()
  for await (const chunk of await open()) {
    head = Buffer.concat([head, chunk])
    if (head.length >= 2) break
  }
  const marked = markOf(head)
  if (marked) return marked
  return (await isUtf8(await open())) ? 'utf-8' : 'gb18030'
}

/** Text as Chinese offices save it, decoded as it streams by. Throws `encoding` for what is none of the known ones. */
export async function* decodeStream(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(open), { fatal: true })
  let bytes = 0
  try {
    for await (const chunk of await open()) {
      bytes += chunk.byteLength
      const text = decoder.decode(chunk, { stream: true })
      onBytes?.(bytes)
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableRecords('encoding', null, error)
    throw error
  }
}
