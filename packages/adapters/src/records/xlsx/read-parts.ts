import type { Readable } from 'node:stream'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { UnreadableRecords } from '../record-files.ts'

export interface PartHandlers {
  open?(name: string, attributes: Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

const requirePlain = (doctype: string): void => {
  if (/<!ENTITY/i.test(doctype)) throw new UnreadableRecords('entities')
}

/** Reads one XML part as it unpacks; gives control back after each piece, so that what it completed can be taken. */
export async function* readPart(stream: Readable, handlers: PartHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => handlers.open?.(localName(name), attributes))
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.on('doctype', requirePlain)
  parser.on('error', (error) => {
    throw new UnreadableRecords('damaged', null, error)
  })
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      parser.write(decoder.decode(chunk, { stream: true }))
      yield
    }
    parser.write(decoder.decode()).close()
    yield
  } catch (error) {
    // A workbook says that its parts are UTF-8.
    throw error instanceof TypeError ? new UnreadableRecords('damaged', null, error) : error
  } finally {
    stream.destroy()
  }
}

/** Reads a whole small part. */
export const readWhole = async (stream: Readable | null, handlers: PartHandlers): Promise<void> => {
  if (stream === null) return
  for await (const _ of readPart(stream, handlers));
}
