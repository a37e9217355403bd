import { mkdtemp, open as openFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, field, press, rest } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const DIRTY = [
  '专利名称,申请号,申请日,申请人',
  '一种蔗渣吸附材料,202310000001.5,2023-01-03,示例大学',
  ',,,',
  '一种青贮方法,202310000002.7,2023-01-04,示例大学',
  '一种膜纸结构,２０２１２１２３４５６７．７,2021-03-04,示例大学',
].join('\r\n')

describe('a file with errors', () => {
  it.each([1440, 390])('is mapped, checked, repaired and becomes drafts at %i px', async (width) => {
    const { page, open, leave } = await logIn(browser, 'university', { viewport: { width, height: 900 } })
    await open('/workspace/listing-imports')
    await page.setInputFiles('main input[type=file]', {
      name: `成果-${width}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(DIRTY),
    })
    await page.click('main form button[type=submit]')
    await arrive(page, /listing-imports\/[0-9a-f-]{36}$/)
    const confirm = page.locator('main button[name=intent][value=map]').first()
    await confirm.waitFor()
    expect(await page.locator('main select[name="field.0"]').inputValue()).toBe('title')
    await expectAccessible(page)
    await press(page, confirm)
    await page.getByText('校验位不对').first().waitFor()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    expect(await page.getByText('空行').count()).toBeGreaterThan(0)
    await press(page, page.getByRole('button', { name: '全部采纳“校验位不对”的建议' }))
    await act(page, 'commit')
    await page.getByText('草稿已全部生成').waitFor()
    await act(page, 'cancel')
    await page.getByText('已取消').first().waitFor()
    await leave()
  })
})

describe('a file too large', () => {
  let folder: string
  let file: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'too-large-'))
    file = join(folder, '成果.csv')
    const handle = await openFile(file, 'w')
    await handle.truncate(70 * 1024 * 1024)
    await handle.close()
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is named beside its field before anything is sent', async () => {
    const { page, open, leave } = await logIn(browser, 'university')
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    await open('/workspace/listing-imports')
    await field(page, 'file').setInputFiles(file)
    await page.click('main form button[type=submit]')
    await page.getByText('文件太大，最大 64 MB。表单还没有提交。').nth(1).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('文件太大')
    expect(sent).toEqual([])
    await expectAccessible(page)
    await field(page, 'file').setInputFiles({
      name: 'small.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(DIRTY),
    })
    await page.click('main form button[type=submit]')
    await arrive(page, /listing-imports\/[0-9a-f-]{36}$/)
    await leave()
  })

  it('brings the form again without JavaScript, and says in the language of the page how much it takes', async () => {
    const { page, open, leave } = await logIn(browser, 'university', { javaScriptEnabled: false })
    const sayings = { 'zh-CN': '表单连同文件最大 66 MB', en: 'a form may weigh 66 MB at most' }
    for (const [lang, said] of Object.entries(sayings)) {
      await open(`/workspace/listing-imports?lang=${lang}`)
      await field(page, 'file').setInputFiles(file)
      const answer = page.waitForResponse((response) => response.request().method() === 'POST')
      await page.click('main form button[type=submit]')
      expect((await answer).status()).toBe(413)
      await page.getByText(said).waitFor()
      expect(await field(page, 'file').count()).toBe(1)
    }
    await leave()
  })

  it('sent before the scripts came, or past them, leads back to the form', async () => {
    const { page, open, leave } = await logIn(browser, 'university')
    const failures: Error[] = []
    page.on('pageerror', (failure) => failures.push(failure))
    await open('/workspace/listing-imports')
    await field(page, 'file').setInputFiles(file)
    await field(page, 'file').evaluate((input) => (input as HTMLInputElement).form?.submit())
    const notice = page.getByText('表单连同文件最大 66 MB')
    await notice.waitFor()
    await rest(page)
    expect(failures).toEqual([])
    await expectAccessible(page)
    await page.locator('main a[href="/workspace/listings"]').first().click()
    await arrive(page, /workspace\/listings$/)
    expect(await notice.count()).toBe(0)

    await open('/workspace/listing-imports')
    await field(page, 'file').evaluate((input) => input.removeAttribute('data-most-bytes'))
    await field(page, 'file').setInputFiles(file)
    await page.click('main form button[type=submit]')
    await notice.waitFor()
    await page.getByRole('link', { name: '回到表单' }).click()
    await rest(page)
    expect(await field(page, 'file').count()).toBe(1)
    await leave()
  })

  it('is no reason to show a page to somebody who may not see it', async () => {
    const { page, leave } = await visitor(browser)
    const answer = await page.request.post('/workspace/listing-imports', {
      multipart: { file: { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.alloc(67 * 1024 * 1024) } },
      maxRedirects: 0,
    })
    expect([answer.status(), answer.headers().location]).toEqual([
      302,
      `/login?next=${encodeURIComponent('/workspace/listing-imports')}`,
    ])
    await leave()
  })
})
