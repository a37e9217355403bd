import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrive } from './support/act.ts'
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
  '/search?q=材料&priceMax=100000000&maturityMin=4',
  '/needs',
  '/notices',
  '/notices?phase=past',
  '/needs?q=糖&type=key_technology',
  '/map',
  '/map?q=材料',
  '/compare',
  '/unsubscribe?token=nonsense',
  '/organizations',
  '/organizations?q=没有这样的机构&kind=agency',
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
      await open('/search')
      await page.locator('main a[href^="/listings/"]').first().click()
      await arrive(page, /\/listings\//)
      await page.locator('main a[href^="/organizations/"]').first().click()
      await arrive(page, /\/organizations\//)
      await page.locator('#published li').first().waitFor()
      await expectAccessible(page)
      await leave()
    })
  }

  it('lead to the description of the API', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/')
    await page.locator('footer a[href="/api/docs"]').click()
    await page.getByRole('heading', { level: 1, name: 'Technology market API' }).waitFor()
    await leave()
  })

  it('are complete without JavaScript: search, open a result, read the plan', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    await open('/')
    await page.fill('input[type=search], input[name=q]', '甘蔗渣')
    await page.keyboard.press('Enter')
    await arrive(page, /\/search\?/)
    await page.locator('main a[href^="/listings/"]').first().click()
    await arrive(page, /\/listings\//)
    expect(await page.locator('h1').textContent()).not.toBe('')
    await open(`${new URL(page.url()).pathname}/history`)
    expect(await page.locator('main ol li').count()).toBeGreaterThan(0)
    await open('/plans')
    await page.locator('main a[href^="/plans/"]').last().click()
    await arrive(page, /\/plans\/./)
    expect(await page.locator('main svg').count()).toBeGreaterThan(0)
    expect(await page.locator('main table').count()).toBeGreaterThan(0)
    await leave()
  })

  it('bound price and maturity of a search without JavaScript, and say which amount cannot be read', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    await open('/search?q=材料')
    await page.fill('input[name=priceFrom]', '100,000')
    await page.selectOption('select[name=maturityMin]', '6')
    await page.locator('main form:has(input[name=priceFrom]) button').click()
    await arrive(page, /priceMin=10000000/)
    const { searchParams } = new URL(page.url())
    expect(Object.fromEntries(searchParams)).toEqual({ q: '材料', priceMin: '10000000', maturityMin: '6' })
    expect(await page.inputValue('input[name=priceFrom]')).toBe('100000')
    expect(await page.locator('main a[href^="/listings/"]').count()).toBeGreaterThan(0)
    await open('/search?q=材料&priceFrom=12万')
    expect(await page.locator('input[name=priceFrom]').getAttribute('aria-invalid')).toBe('true')
    await leave()
  })

  it('show what an organization has published, narrowed without JavaScript', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    await open('/search?q=材料')
    await page.locator('main a[href^="/listings/"]').first().click()
    await page.locator('main a[href^="/organizations/"]').first().click()
    await arrive(page, /\/organizations\//)
    const cards = page.locator('#published li')
    const before = await cards.count()
    const kind = page.locator('select[name=kind]')
    const value = (await kind.locator('option').nth(1).getAttribute('value')) ?? ''
    await kind.selectOption(value)
    await page.locator('#published form button').click()
    await arrive(page, new RegExp(`kind=${value}`))
    expect(await kind.inputValue()).toBe(value)
    expect(await cards.count()).toBeGreaterThan(0)
    expect(await cards.count()).toBeLessThanOrEqual(before)
    await page.fill('#published input[name=q]', '没有这样的成果')
    await page.locator('#published form button').click()
    await arrive(page, /q=/)
    expect(await cards.count()).toBe(0)
    await page.locator('#published form a').click()
    expect(await cards.count()).toBe(before)
    await leave()
  })

  it('find an organization by a part of its name without JavaScript, among those of a kind', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    const names = page.locator('main table a')
    await open('/organizations?kind=university')
    const name = (await names.first().textContent()) ?? ''
    const search = async (text: string) => {
      await page.fill('main form input[name=q]', text)
      await page.locator('main form button').click()
      await arrive(page, new RegExp(`kind=university&q=${encodeURIComponent(text)}`))
    }
    await search(name.slice(1))
    expect(await names.allTextContents()).toContain(name)
    expect(await page.inputValue('main form input[name=q]')).toBe(name.slice(1))
    await search('没有这样的机构')
    expect(await names.count()).toBe(0)
    await page.locator('main nav a[href*="kind=company"]').click()
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      kind: 'company',
      q: '没有这样的机构',
    })
    await page.locator('main a[href="/organizations"]', { hasText: '查看全部机构' }).click()
    expect(await names.count()).toBeGreaterThan(0)
    await open(`/organizations?q=${encodeURIComponent(name + '长'.repeat(300))}`)
    expect(await page.locator('main form').count()).toBe(1)
    await leave()
  })

  it('say that nothing is at an address whose identifier cannot be one', async () => {
    const { page, leave } = await visitor(browser, { javaScriptEnabled: false })
    for (const path of ['/listings/x', '/listings/x/history', '/needs/x', '/notices/x', '/organizations/x']) {
      expect((await page.goto(path))?.status(), path).toBe(404)
      expect(await page.locator('h1').textContent(), path).toBe('没有找到这一页')
    }
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
