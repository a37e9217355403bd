import { UnreadableTable } from './table-files.ts'

const starts = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, index) => bytes[index] === byte)

const decode = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, { fatal: true }).decode(bytes)

/**
 * Text as Chinese spreadsheets save it: UTF-8 with or without a mark, UTF-16 with one, or else GB18030. Text that is
 * valid UTF-8 is never taken for GB18030. Throws `UnreadableTable` for what is none of these.
 */
export const decodeText = (bytes: Uint8Array): string => {
  try {
    if (starts(bytes, 0xff, 0xfe)) return decode(bytes, 'utf-16le')
    if (starts(bytes, 0xfe, 0xff)) return decode(bytes, 'utf-16be')
    return decode(bytes, 'utf-8')
  } catch {
    try {
      return decode(bytes, 'gb18030')
    } catch (error) {
      throw new UnreadableTable('encoding', error)
    }
  }
}
