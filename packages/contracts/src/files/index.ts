import { FILE_PURPOSES, MAX_FILE_BYTES, MAX_VIDEO_BYTES, MEDIA_TYPES_BY_PURPOSE } from '@market/domain/codes'
import { z } from 'zod'
import { Id, Instant } from '../shared/index.ts'

export { MAX_FILE_BYTES, MAX_VIDEO_BYTES, MEDIA_TYPES_BY_PURPOSE }
export const FilePurpose = z.enum(FILE_PURPOSES)

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
    /** Of pictures. */
    width: z.int().nullable(),
    height: z.int().nullable(),
    /** Of videos that tell. */
    durationMs: z.int().nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'StoredFile' })
export type StoredFile = z.infer<typeof StoredFile>

export const PictureParams = z.object({ id: Id, size: z.enum(['thumb', 'medium', 'large']) })
/** One range of bytes (RFC 9110); others are answered with the whole. */
export const RangeHeaders = z.object({ range: z.string().max(100).optional() })
