import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { namesIn, readMailNaming } from '../../../infra/scripts/walkthrough/read-mailed-code.ts'
import { arrive, choose, field, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { draftListing, publishListing } from './support/listings.ts'
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
    await arrive(page, /\/compare\?id=.+&id=/)
    expect(await page.locator('thead th a[href^="/listings/"]').count()).toBe(2)
    expect(await page.locator('tr[data-differs]').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await leave()
  })

  it.each([1440, 390])('sets four side by side and shows only what differs at %i px', async (width) => {
    const { page, open, leave } = await visitor(browser, { viewport: { width, height: 900 } })
    await open('/search')
    const boxes = page.locator('input[name=id][form=compare]')
    for (const at of [0, 1, 2, 3]) await boxes.nth(at).check()
    await page.locator('form#compare button').click()
    await arrive(page, /\/compare\?/)
    expect(await page.locator('thead th a[href^="/listings/"]').count()).toBe(4)
    const all = await page.locator('main tbody tr').count()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await page.locator('main a[href*="show=differences"]').click()
    await arrive(page, /show=differences/)
    expect(await page.locator('main tbody tr').count()).toBe(
      await page.locator('main tbody tr[data-differs]').count(),
    )
    expect(await page.locator('main tbody tr').count()).toBeLessThanOrEqual(all)
    await leave()
  })

  it('has no serious accessibility finding', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/search?q=材料')
    await page.locator('input[name=id][form=compare]').nth(0).check()
    await page.locator('input[name=id][form=compare]').nth(1).check()
    await page.locator('form#compare button').click()
    await arrive(page, /\/compare\?/)
    await expectAccessible(page)
    await leave()
  })
})

describe('coming back', () => {
  it('brings a visitor back to the search that was to be saved, after logging in', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/search?q=吸附')
    await page.locator('a[href^="/workspace/saved-searches/new"]').click()
    await arrive(page, /\/login\?next=/)
    expect(new URL(page.url()).searchParams.get('next')).toContain(`q=${encodeURIComponent('吸附')}`)
    await leave()
  })

  it('mails what a saved search has found, and the link in the mail opens that search again', async () => {
    const mark = `S${randomInt(1_000_000)}`
    const question = { q: '剑麻 板材', priceMin: '50000000', maturityMin: '5' }
    const company = await logIn(browser, 'company')
    await company.open(`/search?${new URLSearchParams(question)}`)
    await company.page.locator('a[href^="/workspace/saved-searches/new"]').click()
    await arrive(company.page, /\/saved-searches\/new\?/)
    await expectAccessible(company.page)
    await field(company.page, 'name').fill(`板材 ${mark}`)
    await choose(company.page, 'cadence', 'instant')
    await press(company.page, company.page.locator('main form button[type=submit]').last())
    await arrive(company.page, /done=created/)
    await expectAccessible(company.page)

    const before = await namesIn(inject('mailOutbox'))
    const university = await logIn(browser, 'university')
    const id = await draftListing(university, mark)
    const operator = await logIn(browser, 'operator')
    await publishListing(university, operator, id)

    const mail = await readMailNaming(inject('mailOutbox'), 'company@example.com', before, mark)
    expect(mail).toContain(`/listings/${id}`)
    const link = /\S+\/search\?\S+/.exec(mail)?.[0] ?? ''
    await company.page.goto(link)
    await company.page.locator(`main a[href="/listings/${id}"]`).waitFor()
    expect(Object.fromEntries(new URL(company.page.url()).searchParams)).toEqual({
      ...question,
      sort: 'newest',
    })
    expect(await company.page.inputValue('main input[name=priceFrom]')).toBe('500000')

    await company.open('/workspace/notifications')
    await company.page.getByText(mark).first().waitFor()
    await Promise.all([company.leave(), university.leave(), operator.leave()])
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
    await arrive(page, /owner=/)
    await leave()
  })
})
