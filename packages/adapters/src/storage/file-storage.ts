import type { Readable } from 'node:stream'

export type FileContent = Uint8Array | AsyncIterable<Uint8Array>

export interface StoredFile {
  byteSize: number
  /** Lower-case hexadecimal. */
  sha256: string
}

/** Bytes by their place, both ends included. */
export interface ByteRange {
  start: number
  end: number
}

/** Keeps bytes under keys such as `files/019…`; what a key means and who may read it is decided elsewhere. */
export interface FileStorage {
  /** Resolves when the bytes would survive a power cut; replaces what the key held, whole or not at all. */
  put(key: string, content: FileContent): Promise<StoredFile>
  /** null when there is nothing under the key. */
  get(key: string, range?: ByteRange): Promise<Readable | null>
  /** Harmless when there is nothing under the key. */
  delete(key: string): Promise<void>
}

const KEY = /^[A-Za-z0-9][\w-]*(\.[\w-]+)*(\/[A-Za-z0-9][\w-]*(\.[\w-]+)*)*$/

/** Throws unless every segment is a plain name: no `..`, no empty segment, no leading dot or slash. */
export const requireStorageKey = (key: string): string => {
  if (key.length > 500 || !KEY.test(key)) throw new Error(`not a storage key: ${JSON.stringify(key)}`)
  return key
}
