import { PDFDocument, type PDFPage } from 'pdf-lib'
import pdfmake from 'pdfmake'
import { FONT, setUpPdfmake } from '../documents/set-up-pdfmake.ts'
import type { Markable } from './watermarker.ts'

/** More pages than any report has; each is written once more. */
const MAX_PAGES = 1000

interface Size {
  width: number
  height: number
}

/** The words as a page of their own, with the Chinese characters they use embedded. */
const printOverlay = ({ words, foot, at }: Markable, { width, height }: Size): Promise<Uint8Array> => {
  setUpPdfmake()
  return pdfmake
    .createPdf({
      info: { creationDate: at, modDate: at, producer: 'market' },
      pageSize: { width, height },
      pageMargins: [0, 0, 0, 0],
      defaultStyle: { font: FONT, fontSize: 7, color: '#a33a2b' },
      watermark: { text: words, color: '#a33a2b', opacity: 0.16, bold: true },
      content: [{ text: foot, absolutePosition: { x: 16, y: Math.max(0, height - 16) } }],
    })
    .getBuffer()
}

const keyOf = ({ width, height }: Size): string => `${Math.round(width)}x${Math.round(height)}`

/** Lays the words over every page; one overlay serves all pages of a size. */
export const markPdf = async (content: Markable): Promise<Uint8Array | null> => {
  const document = await PDFDocument.load(content.bytes, { updateMetadata: false })
  const pages = document.getPages()
  if (pages.length > MAX_PAGES) return null
  const overlays = new Map<string, Awaited<ReturnType<typeof document.embedPdf>>[number]>()
  const overlayFor = async (page: PDFPage) => {
    const size = page.getMediaBox()
    const known = overlays.get(keyOf(size))
    if (known) return known
    const [made] = await document.embedPdf(await printOverlay(content, size))
    if (!made) throw new Error('The overlay has no page.')
    overlays.set(keyOf(size), made)
    return made
  }
  for (const page of pages) {
    const { x, y, width, height } = page.getMediaBox()
    page.drawPage(await overlayFor(page), { x, y, width, height })
  }
  return document.save()
}
