import type { createPdf } from 'pdfmake'

/** What stands on the pages, in the words of the layout library: text, tables, columns, QR codes. */
export type PdfContent = Parameters<typeof createPdf>[0]['content']

/** A document that is the same bytes whenever it is printed from the same facts. */
export interface PdfDefinition {
  title: string
  /** The instant the facts are of; the machine's clock never enters a document. */
  at: Date
  /** Language of the text, as BCP 47. */
  language: 'zh-CN' | 'en'
  landscape?: boolean
  content: PdfContent
  /** Small print at the foot of every page, before the page number. */
  footer?: string
  /** A note at the foot of each page, first page first, above the footer; given and empty, the pages have no foot at all. */
  pageNotes?: readonly string[]
  /** Printed across every page, when what it states no longer holds. */
  watermark?: string
}

/** Prints a document to PDF with its Chinese font embedded; only the characters used travel along. */
export type PdfRenderer = (definition: PdfDefinition) => Promise<Uint8Array>

export interface PrintedPages {
  bytes: Uint8Array
  /** SHA-256 of the words of every page, first page first. */
  pageHashes: string[]
}

/** Prints a document with the hash of every page at its foot. */
export type PagePrinter = (definition: PdfDefinition) => Promise<PrintedPages>
