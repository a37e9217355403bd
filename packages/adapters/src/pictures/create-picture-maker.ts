import sharp, { type Sharp } from 'sharp'
import type { MadePicture, MadePictures, PictureMaker, PictureSize } from './picture-maker.ts'

/** 50 megapixels: more than any camera a university has, and what fits into memory when unpacked. */
const MAX_POINTS = 50_000_000
const MAX_EDGE = 4096
const WIDTHS: Record<PictureSize, number> = { thumb: 480, medium: 960, large: 1920 }

const WRITERS: Record<string, { mediaType: string; write(image: Sharp): Sharp }> = {
  jpeg: { mediaType: 'image/jpeg', write: (image) => image.jpeg({ quality: 88, mozjpeg: true }) },
  png: { mediaType: 'image/png', write: (image) => image.png({ compressionLevel: 9 }) },
  webp: { mediaType: 'image/webp', write: (image) => image.webp({ quality: 88 }) },
}

// Every file is drawn once in its life: a cache would only keep memory.
sharp.cache(false)
sharp.concurrency(1)

const drawn = async (image: Sharp, mediaType: string): Promise<MadePicture> => {
  const { data, info } = await image.toBuffer({ resolveWithObject: true })
  return { bytes: data, mediaType, width: info.width, height: info.height }
}

const makeAll = async (bytes: Uint8Array): Promise<MadePictures | null> => {
  const open = () =>
    sharp(bytes, { limitInputPixels: MAX_POINTS, failOn: 'error', animated: false }).autoOrient()
  const { format } = await open().metadata()
  const writer = format ? WRITERS[format] : undefined
  if (!writer) return null
  const within = open().resize({ width: MAX_EDGE, height: MAX_EDGE, fit: 'inside', withoutEnlargement: true })
  const picture = await drawn(writer.write(within), writer.mediaType)
  const sizes = []
  for (const size of Object.keys(WIDTHS) as PictureSize[]) {
    const smaller = open().resize({ width: WIDTHS[size], withoutEnlargement: true }).webp({ quality: 80 })
    sizes.push({ ...(await drawn(smaller, 'image/webp')), size })
  }
  return { picture, sizes }
}

/** Pictures on sharp (libvips), which drops all metadata unless it is told to keep it. */
export const createPictureMaker = (): PictureMaker => ({
  make: (bytes) => makeAll(bytes).catch(() => null),
})
