/** 20 MiB, counted while the bytes stream in. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

export const FILE_PURPOSES = [
  'listing_attachment',
  'need_attachment',
  'contract_text',
  'filing_material',
] as const
export type FilePurpose = (typeof FILE_PURPOSES)[number]

/**
 * What each purpose takes; judged by the content of the file, never by its name or the browser's word. Anything
 * a browser would run (SVG, HTML) stays out.
 */
export const MEDIA_TYPES_BY_PURPOSE = {
  listing_attachment: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  need_attachment: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  contract_text: ['application/pdf'],
  filing_material: ['application/pdf', 'image/png', 'image/jpeg'],
} as const satisfies Record<FilePurpose, readonly string[]>
