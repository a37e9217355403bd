import { randomInt } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { namesIn, readMailNaming } from '../../../infra/scripts/walkthrough/read-mailed-code.ts'
import { arrive } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { draftListing, publishListing } from './support/listings.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const delivery = (page: Page, mailClass: string) =>
  page.locator(`main input[name="${mailClass}"]:checked`).getAttribute('value')

/** Chooses without JavaScript, as a plain form. */
const chooseMails = async ({ page, open }: Person, choices: Record<string, string>) => {
  await open('/account/mails')
  for (const [mailClass, value] of Object.entries(choices)) {
    await page.locator(`main input[name="${mailClass}"][value="${value}"]`).check()
  }
  await page.locator('main form button[type=submit]').click()
  await arrive(page, /done=saved/)
}

/** The address that ends the mails, as the mail about this listing carries it. */
const wayOutOf = async (before: readonly string[], mark: string): Promise<string> => {
  const text = await readMailNaming(inject('mailOutbox'), 'university@example.com', before, mark)
  return /http\S+\/unsubscribe\?of=\S+/.exec(text)?.[0] ?? ''
}

describe('mail preferences', () => {
  it('are kept without JavaScript, for each class and all saved searches, and say what cannot be ended', async () => {
    const person = await logIn(browser, 'filer', { javaScriptEnabled: false })
    await chooseMails(person, { money: 'daily', needs: 'inbox' })
    expect(await delivery(person.page, 'money')).toBe('daily')
    expect(await delivery(person.page, 'needs')).toBe('inbox')
    expect(await delivery(person.page, 'talks')).toBe('instant')
    expect(await person.page.locator('main dl dt').count()).toBe(3)
    await chooseMails(person, { money: 'instant', needs: 'instant' })
    await person.leave()
  })

  it('ask who is not logged in to do so, and lead back', async () => {
    const { page, open, leave } = await visitor(browser)
    await open('/account/mails')
    expect(new URL(page.url()).searchParams.get('next')).toBe('/account/mails')
    await leave()
  })

  it('end by the link in a mail without logging in, by hand or by a mail program', async () => {
    const mark = `M${randomInt(1_000_000)}`
    const before = await namesIn(inject('mailOutbox'))
    const university = await logIn(browser, 'university')
    const operator = await logIn(browser, 'operator')
    await publishListing(university, operator, await draftListing(university, mark))
    const link = await wayOutOf(before, mark)
    expect(link).toContain('of=listings')
    const [name = ''] = (await namesIn(inject('mailOutbox'))).filter((known) => !before.includes(known))
    expect(JSON.parse(await readFile(join(inject('mailOutbox'), name), 'utf8'))).toHaveProperty(
      'unsubscribeUrl',
    )

    const curious = await visitor(browser)
    await curious.open(link)
    await expectAccessible(curious.page)
    const stranger = await visitor(browser, { javaScriptEnabled: false })
    await stranger.page.goto(link)
    const button = stranger.page.locator('main form button[type=submit]')
    await button.click()
    await button.waitFor({ state: 'detached' })
    await university.open('/account/mails')
    expect(await delivery(university.page, 'listings')).toBe('inbox')

    await chooseMails(university, { listings: 'instant' })
    const posted = await stranger.page.request.post(link, { form: { 'List-Unsubscribe': 'One-Click' } })
    expect(posted.status()).toBe(200)
    await university.open('/account/mails')
    expect(await delivery(university.page, 'listings')).toBe('inbox')
    await chooseMails(university, { listings: 'instant' })

    await stranger.page.goto(link.replace('of=listings', 'of=money'))
    expect(await stranger.page.locator('main form button[type=submit]').count()).toBe(0)
    await Promise.all([curious.leave(), stranger.leave(), university.leave(), operator.leave()])
  })
})
