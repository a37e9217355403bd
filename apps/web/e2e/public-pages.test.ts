import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const PAGES = [
  '/',
  '/search?q=材料',
  '/needs',
  '/needs?q=糖&type=key_technology',
  '/map',
  '/map?q=材料',
  '/compare',
  '/unsubscribe?token=nonsense',
  '/organizations',
  '/plans',
  '/turnover/views',
  '/turnover/views?view=unique&by=quarter',
  '/turnover/official',
  '/turnover/periods',
  '/turnover/comparables',
  '/certificates',
  '/login',
  '/register',
  '/help',
]

describe('public pages', () => {
  for (const width of [1440, 390]) {
    it(`have no serious accessibility finding and do not scroll sideways at ${width} px`, async () => {
      const { page, open, leave } = await visitor(browser, { viewport: { width, height: 900 } })
      for (const path of PAGES) {
        await open(path)
        await expectAccessible(page)
        const content = await page.evaluate(() => document.documentElement.scrollWidth)
        expect(content, path).toBeLessThanOrEqual(width)
      }
      await leave()
    })
  }

  it('are complete without JavaScript: search, open a result, read the plan', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    await open('/')
    await page.fill('input[type=search], input[name=q]', '甘蔗渣')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?/)
    await page.locator('main a[href^="/listings/"]').first().click()
    await page.waitForURL(/\/listings\//)
    expect(await page.locator('h1').textContent()).not.toBe('')
    await open('/plans')
    await page.locator('main a[href^="/plans/"]').last().click()
    await page.waitForURL(/\/plans\/./)
    expect(await page.locator('main svg').count()).toBeGreaterThan(0)
    expect(await page.locator('main table').count()).toBeGreaterThan(0)
    await leave()
  })

  it('break no rule of their own content security policy', async () => {
    const { page, open, leave } = await visitor(browser)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(`${page.url()} ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`))
    for (const path of [...PAGES, '/plans/nanning-2016-2020']) await open(path)
    expect(complaints).toEqual([])
    await leave()
  })

  it('speak English when asked to', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/?lang=en')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await open('/plans')
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const chinese = /[\u4e00-\u9fff]/
    expect(await page.locator('footer').textContent()).not.toMatch(chinese)
    await leave()
  })
})
