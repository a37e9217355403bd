import pdfmake from 'pdfmake'
import type { PdfDefinition, PdfRenderer } from './pdf-definition.ts'
import { FONT, setUpPdfmake } from './set-up-pdfmake.ts'

const INK = '#1c2421'
const QUIET = '#5c6763'
const WARNING = '#a33a2b'

const footerOf =
  ({ footer, pageNotes }: PdfDefinition) =>
  (page: number, pages: number) => {
    if (pageNotes?.length === 0) return { text: '' }
    const note = pageNotes?.[page - 1]
    const line = {
      columns: [
        { text: footer ?? '' },
        { text: `${page} / ${pages}`, alignment: 'right' as const, width: 50 },
      ],
    }
    return {
      margin: [48, note === undefined ? 12 : 6, 48, 0] as [number, number, number, number],
      fontSize: 8,
      color: QUIET,
      stack: note === undefined ? [line] : [{ text: note, fontSize: 7 }, line],
    }
  }

const layoutOf = (definition: PdfDefinition): Parameters<typeof pdfmake.createPdf>[0] => ({
  info: { title: definition.title, creationDate: definition.at, modDate: definition.at, producer: 'market' },
  language: definition.language,
  pageSize: 'A4',
  pageOrientation: definition.landscape ? 'landscape' : 'portrait',
  pageMargins: [48, 48, 48, 56],
  defaultStyle: { font: FONT, fontSize: 10, lineHeight: 1.25, color: INK },
  styles: {
    title: { fontSize: 20, bold: true, alignment: 'center', margin: [0, 0, 0, 4] },
    subtitle: { fontSize: 11, color: QUIET, alignment: 'center', margin: [0, 0, 0, 20] },
    heading: { fontSize: 12, bold: true, margin: [0, 14, 0, 6] },
    label: { color: QUIET },
    head: { bold: true, fontSize: 9 },
    cell: { fontSize: 9 },
    small: { fontSize: 8, color: QUIET },
    warning: { color: WARNING, bold: true },
  },
  ...(definition.watermark
    ? { watermark: { text: definition.watermark, color: WARNING, opacity: 0.18, bold: true } }
    : {}),
  footer: footerOf(definition),
  content: definition.content,
})

/** A renderer on pdfmake. Styles for content: title, subtitle, heading, label, head, cell, small, warning. */
export const createPdfRenderer = (): PdfRenderer => {
  setUpPdfmake()
  return async (definition) => pdfmake.createPdf(layoutOf(definition)).getBuffer()
}
