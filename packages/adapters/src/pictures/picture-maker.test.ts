import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { createPictureMaker } from './index.ts'

const maker = createPictureMaker()

/** Taken with the camera on its side, by somebody at a place. */
const photograph = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#0f6b4f' } })
    .withExif({ IFD0: { Artist: 'somebody' }, IFD3: { GPSLatitude: '22/1 49/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()

describe('pictures', () => {
  it('are turned upright and lose what the camera wrote', async () => {
    const bytes = await photograph()
    expect((await sharp(bytes).metadata()).exif).toBeDefined()
    const made = await maker.make(bytes)
    expect(made?.picture).toMatchObject({ mediaType: 'image/jpeg', width: 800, height: 1200 })
    const after = await sharp(made?.picture.bytes).metadata()
    expect(after.exif).toBeUndefined()
    expect(after.orientation ?? 1).toBe(1)
  })

  it('come in smaller sizes, never enlarged', async () => {
    const made = await maker.make(await photograph())
    expect(made?.sizes.map(({ size, width, mediaType }) => [size, width, mediaType])).toEqual([
      ['thumb', 480, 'image/webp'],
      ['medium', 800, 'image/webp'],
      ['large', 800, 'image/webp'],
    ])
  })

  it('that cannot be drawn are none', async () => {
    const broken = (await photograph()).subarray(0, 400)
    expect(await maker.make(broken)).toBeNull()
    expect(await maker.make(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeNull()
  })
})
