export interface Markable {
  bytes: Uint8Array
  mediaType: string
  /** Who reads it and when; stands across every page, in whatever script. */
  words: string
  /** A sentence at the foot of every page of a document. */
  foot: string
  /** The instant of the opening; the machine's clock never enters a document. */
  at: Date
}

export interface Watermarker {
  /** The same content with the words across it; null when it cannot be marked (locked, damaged, or of another type). */
  mark(content: Markable): Promise<Uint8Array | null>
}
