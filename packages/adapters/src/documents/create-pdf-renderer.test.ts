import { setTimeout as pause } from 'node:timers/promises'
import { extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import { createPagePrinter, createPdfRenderer, type PdfDefinition } from './index.ts'

const definition = (changes: Partial<PdfDefinition> = {}): PdfDefinition => ({
  title: '技术合同登记证明',
  at: new Date('2026-03-02T02:00:00Z'),
  language: 'zh-CN',
  footer: '邕江技术市场',
  content: [
    { text: '低温固化阻燃涂层材料', style: 'title' },
    { qr: 'https://example.org/certificates/2026450100000001?code=ABC', fit: 90 },
  ],
  ...changes,
})

const textOf = async (pdf: Uint8Array): Promise<string> =>
  (await extractText(Uint8Array.from(pdf), { mergePages: true })).text

describe('PDF', () => {
  const render = createPdfRenderer()

  it('is the same bytes for the same facts, whenever it is printed', async () => {
    const first = await render(definition())
    await pause(1100)
    expect(Buffer.compare(await render(definition()), first)).toBe(0)
    const later = await render(definition({ at: new Date('2026-03-03T02:00:00Z') }))
    expect(Buffer.compare(later, first)).not.toBe(0)
  })

  it('carries its Chinese text and only the characters it uses', async () => {
    const pdf = await render(definition())
    expect(await textOf(pdf)).toContain('低温固化阻燃涂层材料')
    expect(await textOf(pdf)).toContain('邕江技术市场')
    expect(Buffer.from(pdf).includes('/FontFile2')).toBe(true)
    expect(pdf.byteLength).toBeLessThan(60_000)
  })

  it('states on every page what no longer holds', async () => {
    const pages = [{ text: '一' }, { text: '二', pageBreak: 'before' as const }]
    const pdf = await render(definition({ watermark: '已注销', content: pages }))
    const { text } = await extractText(Uint8Array.from(pdf))
    expect(text).toHaveLength(2)
    for (const page of text) expect(page.replaceAll(/\s/g, '')).toContain('已注销')
  })

  it('hashes the words of every page and prints the hash at its foot', async () => {
    const print = createPagePrinter(render)
    const pages = (second: string) => [{ text: '一' }, { text: second, pageBreak: 'before' as const }]
    const { bytes, pageHashes } = await print(definition({ content: pages('二') }))
    const { text } = await extractText(Uint8Array.from(bytes))
    expect(text).toHaveLength(2)
    for (const [at, page] of text.entries()) expect(page.replaceAll(/\s/g, '')).toContain(pageHashes[at])
    const draft = await print(definition({ content: pages('二'), watermark: '草稿' }))
    expect(draft.pageHashes).toEqual(pageHashes)
    const changed = await print(definition({ content: pages('三') }))
    expect(changed.pageHashes[0]).toBe(pageHashes[0])
    expect(changed.pageHashes[1]).not.toBe(pageHashes[1])
  })

  it('reads no file and fetches nothing for a document', async () => {
    await expect(render(definition({ content: { image: '/etc/hostname' } }))).rejects.toThrow()
    await expect(render(definition({ content: { image: 'http://127.0.0.1:9/x.png' } }))).rejects.toThrow()
  })
})
