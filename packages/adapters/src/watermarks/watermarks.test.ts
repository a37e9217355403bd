import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { createWatermarker, type Markable } from './index.ts'

const WORDS = '南宁测试公司 2026-03-02 10:00'
const markable = (bytes: Uint8Array, mediaType: string): Markable => ({
  bytes,
  mediaType,
  words: WORDS,
  foot: '仅供南宁测试公司查阅',
  at: new Date('2026-03-02T02:00:00Z'),
})
const blank = (format: 'png' | 'jpeg' | 'webp', width = 400, height = 300) =>
  sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .toFormat(format)
    .toBuffer()

describe('the watermarker', () => {
  const { mark } = createWatermarker()

  it('writes the reader across every page of a document, whatever their sizes', async () => {
    const document = await PDFDocument.create()
    document.addPage([595, 842])
    document.addPage([842, 595])
    const marked = await mark(markable(await document.save(), 'application/pdf'))
    if (!marked) throw new Error('It was not marked.')
    const { text } = await extractText(Uint8Array.from(marked))
    expect(text).toHaveLength(2)
    for (const page of text) {
      expect(page.replaceAll(/\s/g, '')).toContain(WORDS.replaceAll(' ', ''))
      expect(page).toContain('仅供南宁测试公司查阅')
    }
    expect(marked.byteLength).toBeLessThan(80_000)
  })

  it.each(['png', 'jpeg', 'webp'] as const)('draws the reader over a picture (%s)', async (format) => {
    const marked = await mark(markable(await blank(format), `image/${format}`))
    if (!marked) throw new Error('It was not marked.')
    const { width, height, format: after } = await sharp(marked).metadata()
    expect([width, height, after]).toEqual([400, 300, format])
    const { channels } = await sharp(marked).stats()
    expect(channels[1]?.mean).toBeLessThan(254)
  })

  it('marks a picture smaller than its words', async () => {
    expect(await mark(markable(await blank('png', 40, 12), 'image/png'))).not.toBeNull()
  })

  it('gives nothing for what is damaged or of another kind', async () => {
    expect(await mark(markable(Buffer.from('%PDF-1.7 no more'), 'application/pdf'))).toBeNull()
    expect(await mark(markable(Buffer.from('no picture'), 'image/png'))).toBeNull()
    expect(await mark(markable(await blank('png'), 'video/mp4'))).toBeNull()
  })
})
