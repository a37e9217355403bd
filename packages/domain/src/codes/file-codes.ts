/** 20 MiB, counted while the bytes stream in. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

/** Of a video; larger files than others, for a minute of film is worth many pages. */
export const MAX_VIDEO_BYTES = 100 * 1024 * 1024
/** Three minutes: nobody who decides watches more. */
export const MAX_VIDEO_MS = 180_000

export const FILE_PURPOSES = [
  'listing_attachment',
  'need_attachment',
  'contract_text',
  'filing_material',
  'payment_proof',
  'deal_document',
  'performance_evidence',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/**
 * What each purpose takes; judged by the content of the file, never by its name or the browser's word. Anything
 * a browser would run (SVG, HTML) stays out.
 */
export const MEDIA_TYPES_BY_PURPOSE = {
  listing_attachment: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', 'video/mp4', 'video/webm'],
  need_attachment: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  contract_text: ['application/pdf'],
  filing_material: ['application/pdf', 'image/png', 'image/jpeg'],
  payment_proof: ['application/pdf', 'image/png', 'image/jpeg'],
  deal_document: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  performance_evidence: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
} as const satisfies Record<FilePurpose, readonly string[]>
