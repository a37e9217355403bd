import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

describe('comparing', () => {
  it.each([1440, 390])('sets ticked results side by side without JavaScript at %i px', async (width) => {
    const { page, open, leave } = await visitor(browser, {
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
    })
    await open('/search?q=材料')
    const boxes = page.locator('input[name=id][form=compare]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.locator('form#compare button').click()
    await page.waitForURL(/\/compare\?id=.+&id=/)
    expect(await page.locator('thead th a[href^="/listings/"]').count()).toBe(2)
    expect(await page.locator('tr[data-differs]').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await leave()
  })

  it('has no serious accessibility finding', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/search?q=材料')
    await page.locator('input[name=id][form=compare]').nth(0).check()
    await page.locator('input[name=id][form=compare]').nth(1).check()
    await page.locator('form#compare button').click()
    await page.waitForURL(/\/compare\?/)
    await expectAccessible(page)
    await leave()
  })
})

describe('coming back', () => {
  it('brings a visitor back to the search that was to be saved, after logging in', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/search?q=吸附')
    await page.locator('a[href^="/workspace/saved-searches/new"]').click()
    await page.waitForURL(/\/login\?next=/)
    expect(new URL(page.url()).searchParams.get('next')).toContain(`q=${encodeURIComponent('吸附')}`)
    await leave()
  })

  it('keeps a listing and lets go of it', async () => {
    const { page, open, leave } = await logIn(browser, 'company')
    await open('/search?q=材料')
    await page.locator('main button[name=intent][value=keep]').first().click()
    await page.locator('main button[name=intent][value=drop]').first().waitFor()
    await open('/workspace/favourites')
    expect(await page.locator('main h2').count()).toBeGreaterThan(0)
    await leave()
  })
})

describe('the map of a field', () => {
  it('charts a search with tables and pictures, and narrows it', async () => {
    const { page, open, leave } = await visitor(browser, { javaScriptEnabled: false })
    await open('/map?q=材料')
    expect(await page.locator('main svg').count()).toBeGreaterThan(4)
    expect(await page.locator('main table').count()).toBeGreaterThan(4)
    const png = await page.request.get(
      (await page.locator('a[href*=".png"]').first().getAttribute('href')) ?? '',
    )
    expect([png.status(), png.headers()['content-type']]).toEqual([200, 'image/png'])
    const xlsx = await page.request.get(
      (await page.locator('a[href*="map.xlsx"]').first().getAttribute('href')) ?? '',
    )
    expect(xlsx.status()).toBe(200)
    await page.locator('main table a[href*="owner="]').first().click()
    await page.waitForURL(/owner=/)
    await leave()
  })
})
