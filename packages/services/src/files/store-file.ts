import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { PictureMaker } from '@market/adapters/pictures'
import type { FileStorage } from '@market/adapters/storage'
import type { VideoReader } from '@market/adapters/videos'
import { inUnitOfWork } from '@market/database'
import { fileRenditions, files } from '@market/database/schema'
import { type FilePurpose, MAX_FILE_BYTES, MAX_VIDEO_BYTES, MAX_VIDEO_MS } from '@market/domain/codes'
import { authorize } from '@market/domain/policy'
import { requireMember, type ServiceContext } from '../index.ts'
import { detectContent, limitContent, refuseFile } from './detect-content.ts'
import { cleanFileName } from './file-name.ts'
import { dropObjects, putNoted, settleObjects } from './pending-objects.ts'

export type FileRecord = typeof files.$inferSelect
type RenditionRecord = typeof fileRenditions.$inferInsert

/** Where bytes go, and what makes pictures safe and videos known. */
export interface FileTools {
  storage: FileStorage
  pictures: PictureMaker
  videos: VideoReader
}

export interface StoreFileInput {
  name: string
  purpose: FilePurpose
  content: AsyncIterable<Uint8Array>
}

/** What is known of the bytes once they are kept. */
interface Kept {
  facts: Pick<FileRecord, 'mediaType' | 'sizeBytes' | 'sha256' | 'width' | 'height' | 'durationMs'>
  renditions: RenditionRecord[]
}

/** Of these, pictures are shown to others. */
const SHOWN_PURPOSES: readonly FilePurpose[] = ['listing_attachment', 'need_attachment']

const NO_MEDIA = { width: null, height: null, durationMs: null }

const isPicture = (mediaType: string): boolean => mediaType.startsWith('image/')
const isVideo = (mediaType: string): boolean => mediaType.startsWith('video/')

type Keep = (key: string, content: Uint8Array | AsyncIterable<Uint8Array>) => ReturnType<FileStorage['put']>

/** A picture is never kept as it came: it is drawn anew, so that nothing but the picture is in the file. */
const keepPicture = async (
  keep: Keep,
  { pictures }: FileTools,
  id: string,
  content: AsyncIterable<Uint8Array>,
): Promise<Kept> => {
  const made = await pictures.make(await buffer(Readable.from(limitContent(content, MAX_FILE_BYTES))))
  if (!made) throw refuseFile('file.not_a_picture')
  const { bytes, mediaType, width, height } = made.picture
  const stored = await keep(`files/${id}`, bytes)
  const renditions: RenditionRecord[] = []
  for (const { size, ...smaller } of made.sizes) {
    const storageKey = `files/${id}.${size}`
    const { byteSize: sizeBytes, sha256 } = await keep(storageKey, smaller.bytes)
    renditions.push({
      fileId: id,
      rendition: size,
      storageKey,
      width: smaller.width,
      height: smaller.height,
      sizeBytes,
      sha256,
    })
  }
  const facts = {
    mediaType,
    sizeBytes: stored.byteSize,
    sha256: stored.sha256,
    width,
    height,
    durationMs: null,
  }
  return { facts, renditions }
}

const keepVideo = async (
  keep: Keep,
  { storage, videos }: FileTools,
  id: string,
  { mediaType, content }: { mediaType: string; content: AsyncIterable<Uint8Array> },
): Promise<Kept> => {
  const { byteSize: sizeBytes, sha256 } = await keep(`files/${id}`, limitContent(content, MAX_VIDEO_BYTES))
  const bytes = await storage.get(`files/${id}`)
  const durationMs = bytes && (await videos.durationOf(bytes, mediaType))
  if (durationMs !== null && durationMs > MAX_VIDEO_MS) {
    throw refuseFile('file.video_too_long', {
      maxSeconds: MAX_VIDEO_MS / 1000,
      seconds: Math.round(durationMs / 1000),
    })
  }
  return { facts: { ...NO_MEDIA, mediaType, sizeBytes, sha256, durationMs }, renditions: [] }
}

const keepDocument = async (
  keep: Keep,
  id: string,
  { mediaType, content }: { mediaType: string; content: AsyncIterable<Uint8Array> },
): Promise<Kept> => {
  const { byteSize: sizeBytes, sha256 } = await keep(`files/${id}`, limitContent(content, MAX_FILE_BYTES))
  return { facts: { ...NO_MEDIA, mediaType, sizeBytes, sha256 }, renditions: [] }
}

const recordFile = (
  context: ServiceContext,
  file: FileRecord,
  renditions: RenditionRecord[],
): Promise<FileRecord> =>
  inUnitOfWork(context, async ({ tx, audit }) => {
    await tx.insert(files).values(file)
    if (renditions.length > 0) await tx.insert(fileRenditions).values(renditions)
    await settleObjects(tx, [file.storageKey, ...renditions.map(({ storageKey }) => storageKey)])
    const { id, organizationId, storageKey: _, ...facts } = file
    audit({ action: 'file.upload', subjectType: 'file', subjectId: id, organizationId, after: facts })
    return file
  })

/**
 * Streams a file into storage, then records it for the acting organization; nothing stays behind when either
 * fails, and what a dying process leaves is swept away a day later. Pictures are drawn anew and in smaller sizes. Refuses with `file.empty`, `file.type_not_allowed`,
 * `file.too_large` (20 MiB, videos 100 MiB), `file.not_a_picture` or `file.video_too_long` (3 minutes).
 */
export const storeFile = async (
  context: ServiceContext,
  tools: FileTools,
  input: StoreFileInput,
): Promise<FileRecord> => {
  const member = requireMember(context)
  authorize(member, 'file.upload')
  const { mediaType, content, close } = await detectContent(input.content, input.purpose)
  const id = context.ids.next()
  const keys: string[] = []
  const keep: Keep = (key, bytes) => {
    keys.push(key)
    return putNoted(context, tools.storage, key, bytes)
  }
  try {
    // What a contract or a filing was signed with stays byte for byte what was signed.
    const redrawn = isPicture(mediaType) && SHOWN_PURPOSES.includes(input.purpose)
    const { facts, renditions } = redrawn
      ? await keepPicture(keep, tools, id, content)
      : isVideo(mediaType)
        ? await keepVideo(keep, tools, id, { mediaType, content })
        : await keepDocument(keep, id, { mediaType, content })
    const file = {
      id,
      organizationId: member.organizationId,
      purpose: input.purpose,
      name: cleanFileName(input.name),
      ...facts,
      storageKey: `files/${id}`,
      createdBy: member.userId,
      createdAt: context.clock.now(),
    }
    return await recordFile(context, file, renditions)
  } catch (error) {
    // What cannot be freed now is freed by the sweep.
    await dropObjects(context, tools.storage, keys).catch(() => undefined)
    throw error
  } finally {
    await close()
  }
}
