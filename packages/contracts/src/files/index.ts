import { z } from 'zod'
import { Id, Instant } from '../shared/index.ts'

/** 20 MiB, counted while the bytes stream in. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024

export const FILE_PURPOSES = ['listing_attachment', 'contract_text', 'filing_material'] as const
export const FilePurpose = z.enum(FILE_PURPOSES)

/** What each purpose takes; judged by the content of the file, never by its name or the browser's word. */
export const MEDIA_TYPES_BY_PURPOSE = {
  listing_attachment: ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'],
  contract_text: ['application/pdf'],
  filing_material: ['application/pdf', 'image/png', 'image/jpeg'],
} as const satisfies Record<z.infer<typeof FilePurpose>, readonly string[]>

/** Multipart form; `purpose` comes before `file`, for the bytes are judged as they arrive. */
export const UploadForm = z.object({
  purpose: FilePurpose,
  file: z.unknown().meta({ type: 'string', format: 'binary' }),
})

/** What a download answers with: bytes, never JSON. */
export const FileBytes = z.unknown().meta({ type: 'string', format: 'binary' }).describe('The bytes.')

export const StoredFile = z
  .object({
    id: Id,
    organizationId: Id,
    purpose: FilePurpose,
    name: z.string(),
    mediaType: z.string(),
    sizeBytes: z.int(),
    /** Lower-case hexadecimal digest of the stored bytes. */
    sha256: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>
