import { fileTypeFromBuffer } from 'file-type'

/** What is handed in for a table and is none; each is refused with its own advice. */
export type ForeignContent =
  | 'picture'
  | 'media'
  | 'pdf'
  | 'archive'
  | 'old_office'
  | 'document'
  | 'web_page'
  | 'unmarked_utf16'
  | 'binary'

// The Office of 2003 and before (also as XML), and what systems of offices save as '.xls' although it is a page.
const OLD_OFFICE_XML = /^\s*<\?xml[\s\S]{0,200}<\?mso-application/i
const WEB_PAGE =
  /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<(!doctype\s+html|html|head|meta|body|table|style)\b/i
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.'
const WORKBOOK_PARTS = /PK[\s\S]{28}(\[Content_Types\]\.xml|_rels\/|docProps\/|xl\/)/
const DOCUMENTS = /officedocument|opendocument|ms-(word|excel|powerpoint)|rtf|epub/
const ARCHIVES = /zip|rar|7z|gzip|tar|bzip|xz|zst/

/** What text holds of control characters is a stray one; of bytes that are no text every tenth is one. */
const FEW = 0.03

const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)

const hasMark = (head: Uint8Array): boolean =>
  (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)

const isText = (head: Uint8Array): boolean =>
  hasMark(head) || head.filter(isControl).length <= head.length * FEW

const PLAIN = /[\t\r\n -~\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu

/** Bytes that are no text give characters of all the world's scripts, texts of offices those of two. */
const isUnmarkedUtf16 = (head: Uint8Array): boolean =>
  ['utf-16le', 'utf-16be'].some((encoding) => {
    const text = new TextDecoder(encoding).decode(head)
    return (text.match(PLAIN)?.length ?? 0) >= text.length * (1 - FEW)
  })

const ofBytes = (type: string, beginning: string): ForeignContent | null => {
  if (type.startsWith('image/')) return 'picture'
  if (type.startsWith('video/') || type.startsWith('audio/')) return 'media'
  if (type === 'application/x-cfb') return 'old_office'
  if (type.startsWith(WORKBOOK)) return null
  if (DOCUMENTS.test(type)) return 'document'
  if (type === 'application/zip' && WORKBOOK_PARTS.test(beginning)) return null
  return ARCHIVES.test(type) ? 'archive' : 'binary'
}

/** What the first bytes of a file are instead of records; null where they may well be records. */
export const foreignContentOf = async (head: Uint8Array): Promise<ForeignContent | null> => {
  const beginning = Buffer.from(head).toString('latin1').replace(/^ï»¿/, '')
  if (beginning.startsWith('%PDF-')) return 'pdf'
  if (beginning.startsWith('{\\rtf')) return 'document'
  if (OLD_OFFICE_XML.test(beginning)) return 'old_office'
  if (WEB_PAGE.test(beginning)) return 'web_page'
  const zip = beginning.startsWith('PK')
  if (isText(head) && !zip) return null
  const type = (await fileTypeFromBuffer(head))?.mime
  if (type === undefined && zip) return null
  if (type === undefined && isUnmarkedUtf16(head)) return 'unmarked_utf16'
  return ofBytes(type ?? '', beginning)
}
