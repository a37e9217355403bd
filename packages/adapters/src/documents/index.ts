export { createPdfRenderer } from './create-pdf-renderer.ts'
export type { PdfContent, PdfDefinition, PdfRenderer } from './pdf-definition.ts'
