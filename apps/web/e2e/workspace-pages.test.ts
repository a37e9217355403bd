import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** Pages of each kind of account; of `list -> link` the first record that the list links to. */
const PAGES: Record<string, string[]> = {
  registrar: [
    '/workspace',
    '/workspace/registrations/desk -> /workspace/registrations/desk/',
    '/workspace/imports',
    '/workspace/batch-lists',
  ],
  filer: ['/workspace/registrations -> /workspace/registrations/0', '/workspace/tax-sheets'],
  university: [
    '/workspace/listings',
    '/workspace/listings/new',
    '/workspace/listing-imports',
    '/workspace/rights -> /workspace/rights/0',
    '/workspace/rights/new',
    '/workspace/portfolios -> /workspace/portfolios/0',
    '/needs -> /needs/0',
    '/workspace/matching-needs',
    '/workspace/answers',
    '/workspace/organization',
    '/workspace/organization/contacts',
    '/workspace/contracts -> /workspace/contracts/0',
    '/workspace/requests -> /workspace/requests/0',
  ],
  company: [
    '/needs -> /needs/0',
    '/workspace/needs -> /workspace/needs/0',
    '/workspace/needs/new',
    '/workspace/notifications',
    '/workspace/favourites',
    '/workspace/saved-searches',
    '/account/mails',
    '/workspace/saved-searches/new?q=材料',
  ],
  operator: [
    '/workspace/review-needs',
    '/workspace/review-needs -> /workspace/needs/0',
    '/workspace/review -> /workspace/review/0',
    '/workspace/organizations',
    '/workspace/audit',
  ],
  authority: ['/workspace', '/workspace/missed-terms', '/workspace/periods', '/workspace/statistics'],
}

const openRecord = async ({ page, open }: Person, entry: string) => {
  const [list = entry, link] = entry.split(' -> ')
  await open(list)
  if (link === undefined) return
  const address = await page.locator(`main a[href^="${link}"]`).first().getAttribute('href')
  await open(address ?? '')
}

describe.each(Object.entries(PAGES))('workspace of the %s', (account, pages) => {
  it.each([1440, 390])(
    'has no serious accessibility finding and does not scroll sideways at %i px',
    async (width) => {
      const person = await logIn(browser, account, { viewport: { width, height: 900 } })
      for (const entry of pages) {
        await openRecord(person, entry)
        await expectAccessible(person.page)
        const content = await person.page.evaluate(() => document.documentElement.scrollWidth)
        expect(content, entry).toBeLessThanOrEqual(width)
      }
      await person.leave()
    },
  )
})
