import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn } from './support/person.ts'

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
