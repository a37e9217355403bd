export type PictureSize = 'thumb' | 'medium' | 'large'

export interface MadePicture {
  bytes: Uint8Array
  mediaType: string
  width: number
  height: number
}

export interface MadePictures {
  /** The picture written anew: upright, without camera data, in the format it came in. */
  picture: MadePicture
  /** Smaller ones as WebP, never larger than the picture itself. */
  sizes: (MadePicture & { size: PictureSize })[]
}

export interface PictureMaker {
  /** Null when the bytes are no picture that can be drawn, or one of too many points. */
  make(bytes: Uint8Array): Promise<MadePictures | null>
}
