import { createRequire } from 'node:module'
import sharp from 'sharp'
import type { Markable } from './watermarker.ts'

const require = createRequire(import.meta.url)
const FONT = require.resolve('@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf')
const MAX_POINTS = 50_000_000

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The words on nothing, aslant, no larger than the picture. */
const drawTile = async (words: string, width: number, height: number): Promise<Buffer> => {
  const text = `<span foreground="#a33a2b" alpha="45%">${escaped(words)}</span>`
  const line = await sharp({
    text: { text, font: 'Noto Sans SC Bold', fontfile: FONT, rgba: true, dpi: Math.max(72, width / 8) },
  })
    .png()
    .toBuffer()
  const clear = { r: 0, g: 0, b: 0, alpha: 0 }
  const aslant = await sharp(line).rotate(-24, { background: clear }).png().toBuffer()
  return sharp(aslant).resize({ width, height, fit: 'inside', withoutEnlargement: true }).png().toBuffer()
}

/** Lays the words all over a picture; it stays in its own format. */
export const markPicture = async ({ bytes, words }: Markable): Promise<Uint8Array> => {
  const open = () => sharp(bytes, { limitInputPixels: MAX_POINTS, animated: false }).autoOrient()
  const { width, height } = await open().metadata()
  const tile = await drawTile(words, width, height)
  return open()
    .composite([{ input: tile, tile: true }])
    .toBuffer()
}
