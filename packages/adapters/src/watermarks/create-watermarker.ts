import { markPdf } from './mark-pdf.ts'
import { markPicture } from './mark-picture.ts'
import type { Watermarker } from './watermarker.ts'

/** Documents on pdf-lib (the words laid out by pdfmake), pictures on sharp. */
export const createWatermarker = (): Watermarker => ({
  mark: async (content) => {
    try {
      if (content.mediaType === 'application/pdf') return await markPdf(content)
      return content.mediaType.startsWith('image/') ? await markPicture(content) : null
    } catch {
      // Locked or damaged: what cannot be marked is not shown, and the caller says so.
      return null
    }
  },
})
