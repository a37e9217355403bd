import { type OpenContent, UnreadableRecords } from './record-files.ts'

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

const STREAMING = { stream: true }

const strictly = (encoding: Encoding) => new TextDecoder(encoding, { fatal: true })

const markOf = (head: Uint8Array): Encoding | null => {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** Bytes before the piece that holds the first misfit of this encoding; null when none stands before byte `until`. */
const pieceOfMisfit = async (
  open: OpenContent,
  encoding: Encoding,
  until = Number.POSITIVE_INFINITY,
): Promise<number | null> => {
  const decoder = strictly(encoding)
  let bytes = 0
  try {
    for await (const chunk of await open()) {
      decoder.decode(chunk.subarray(0, until - bytes), STREAMING)
      bytes += chunk.byteLength
      if (bytes >= until) return null
    }
    decoder.decode()
    return null
  } catch (error) {
    if (error instanceof TypeError) return bytes
    throw error
  }
}

/** The byte at which the first misfit shows, and the text before it that begins at byte `from`. */
const beforeMisfit = async (
  open: OpenContent,
  encoding: Encoding,
  from: number,
): Promise<{ byte: number; text: string }> => {
  const decoder = strictly(encoding)
  let byte = 0
  let text = ''
  try {
    for await (const chunk of await open()) {
      const known = Math.min(chunk.byteLength, from - Math.min(byte, from))
      decoder.decode(chunk.subarray(0, known), STREAMING)
      byte += known
      for (const one of chunk.subarray(known)) {
        text += decoder.decode(Uint8Array.of(one), STREAMING)
        byte += 1
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  return { byte, text }
}

/**
 * The encoding of a text: by its mark, else UTF-8 if all of it is, else GB18030. Of a text that is neither, the one that
 * it is of for longer. Reads the file once to know.
 */
const encodingOf = async (open: OpenContent): Promise<Encoding> => {
  let head = new Uint8Array()
  for await (const chunk of await open()) {
    head = Buffer.concat([head, chunk])
    if (head.length >= 2) break
  }
  const marked = markOf(head)
  if (marked) return marked
  const piece = await pieceOfMisfit(open, 'utf-8')
  if (piece === null) return 'utf-8'
  const { byte } = await beforeMisfit(open, 'utf-8', piece)
  return (await pieceOfMisfit(open, 'gb18030', byte)) === null ? 'gb18030' : 'utf-8'
}

/**
 * Text as Chinese offices save it, decoded as it streams by. Throws `encoding` for what is none of the known ones, after
 * all the text that stands before it.
 */
export async function* decodeStream(
  open: OpenContent,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<string> {
  const encoding = await encodingOf(open)
  const decoder = strictly(encoding)
  let bytes = 0
  try {
    for await (const chunk of await open()) {
      const text = decoder.decode(chunk, STREAMING)
      bytes += chunk.byteLength
      onBytes?.(bytes)
      if (text !== '') yield text
    }
    const rest = decoder.decode()
    if (rest !== '') yield rest
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    yield (await beforeMisfit(open, encoding, bytes)).text
    throw new UnreadableRecords('encoding', null, error)
  }
}
