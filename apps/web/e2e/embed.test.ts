import { randomInt } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrive, choose, field } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { draftListing, publishListing } from './support/listings.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

const MARK = `嵌入${randomInt(1_000_000)}`

let browser: Browser
let university: Person
const known = { listing: '', snippet: '', feed: '' }

beforeAll(async () => {
  await once(site.listen(0, 'localhost'), 'listening')
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
  const operator = await logIn(browser, 'operator')
  known.listing = await draftListing(university, MARK)
  await publishListing(university, operator, known.listing)
})
afterAll(async () => {
  site.close()
  await browser.close()
})

/** The organization's own site: it shows the snippet. */
const site = createServer((_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.end(`<!doctype html><html><body><h1>Another site</h1>${known.snippet}</body></html>`)
})

const visitSite = async (): Promise<Person> => {
  const person = await visitor(browser)
  await person.page.goto(`http://localhost:${(site.address() as AddressInfo).port}/`)
  return person
}

it('an organization chooses how its list looks and finds the snippet and the feed', async () => {
  const { page, open } = university
  await open('/workspace/listings/embed')
  await choose(page, 'language', 'en')
  await choose(page, 'theme', 'dark')
  await field(page, 'count').fill('3')
  await page.locator('main form button[type=submit]').click()
  await arrive(page, /theme=dark/)
  known.snippet = await page.locator('main textarea').inputValue()
  known.feed = (await page.locator('main a[href*="/api/feeds/listings.json"]').getAttribute('href')) ?? ''
  expect(known.snippet).toMatch(/lang=en&(amp;)?theme=dark&(amp;)?count=3/)
  await page.frameLocator('main iframe').getByRole('link', { name: MARK }).waitFor()
  await expectAccessible(page)
  await open('/workspace/listings')
  expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
})

it('starts in the language of whoever chooses', async () => {
  const { page, open } = university
  const language = field(page, 'language')
  await open('/workspace/listings/embed')
  expect(await language.inputValue()).toBe('zh-CN')
  await open('/workspace/listings/embed?lang=en')
  expect(await language.inputValue()).toBe('en')
  expect(await page.locator('main textarea').inputValue()).toMatch(/lang=en/)
  await choose(page, 'language', 'zh-CN')
  await page.locator('main form button[type=submit]').click()
  await arrive(page, /language=zh-CN/)
  expect(await language.inputValue()).toBe('zh-CN')
  await open('/workspace/listings?lang=zh-CN')
})

it('the list stands on another site, in its frame and without a script', async () => {
  const { page, leave } = await visitSite()
  const list = page.frameLocator('iframe')
  const link = list.getByRole('link', { name: MARK })
  await link.waitFor()
  expect(await list.locator('html').getAttribute('lang')).toBe('en')
  expect(await list.locator('main li').count()).toBeLessThanOrEqual(3)
  expect(await list.locator('script').count()).toBe(0)
  const address = (await page.locator('iframe').getAttribute('src')) ?? ''
  const headers = (await page.request.get(address)).headers()
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors \*$/)
  const opened = page.waitForEvent('popup')
  await link.click()
  const listing = await opened
  await arrive(listing, new RegExp(`/listings/${known.listing}`))
  expect(await listing.locator('h1').textContent()).toContain(MARK)
  await leave()
})

it('the feed is read by a page of another site', async () => {
  const { page, leave } = await visitSite()
  const feed = await page.evaluate(async (address) => (await fetch(address)).json(), known.feed)
  const { version, items } = feed as { version: string; items: { url: string; title: string }[] }
  expect(version).toContain('jsonfeed.org')
  const found = items.find(({ title }) => title.includes(MARK))
  expect(found?.url).toContain(`/listings/${known.listing}`)
  await leave()
})
