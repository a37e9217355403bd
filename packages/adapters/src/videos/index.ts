import type { Readable } from 'node:stream'
import { parseStream } from 'music-metadata'

export interface VideoReader {
  /** Length in milliseconds; null where the container does not tell. */
  durationOf(content: Readable, mediaType: string): Promise<number | null>
}

/** Reads the containers' own headers (MP4, WebM) on music-metadata; nothing is decoded. */
export const createVideoReader = (): VideoReader => ({
  durationOf: async (content, mimeType) => {
    try {
      const { format } = await parseStream(content, { mimeType }, { duration: true, skipCovers: true })
      return format.duration === undefined ? null : Math.round(format.duration * 1000)
    } catch {
      return null
    } finally {
      content.destroy()
    }
  },
})
