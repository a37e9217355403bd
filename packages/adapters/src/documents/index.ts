export { createPdfRenderer } from './create-pdf-renderer.ts'
export type {
  PagePrinter,
  PdfContent,
  PdfDefinition,
  PdfRenderer,
  PrintedPages,
} from './pdf-definition.ts'
export { createPagePrinter } from './print-pages.ts'
