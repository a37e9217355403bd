import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, inject } from 'vitest'
import { DEMO_PASSWORD } from '../../../../seeds/demo/accounts.ts'
import { rest } from './act.ts'

export interface Person {
  page: Page
  /** Opens a path of the market and waits for the page to be usable. */
  open(path: string): Promise<void>
  leave(): Promise<void>
}

/** Somebody with a browser of their own, not logged in. */
export const visitor = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Person> => {
  const context = await browser.newContext({ baseURL: inject('marketUrl'), locale: 'zh-CN', ...options })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const open = async (path: string) => {
    await page.goto(path)
    await rest(page)
  }
  return { page, open, leave: () => context.close() }
}

/** One of the demonstration accounts, logged in through the form. */
export const logIn = async (
  browser: Browser,
  account: string,
  options: BrowserContextOptions = {},
): Promise<Person> => {
  const person = await visitor(browser, options)
  await person.open('/login')
  await person.page.fill('input[name=email]', `${account}@example.com`)
  await person.page.fill('input[name=password]', DEMO_PASSWORD)
  await person.page.click('main form button[type=submit]')
  await person.page.waitForURL((url) => !url.pathname.startsWith('/login'))
  return person
}

/** A label, a description or a link to one of these would lead to the first of them. */
const idsStandingTwice = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  })

/** No accessibility finding that axe calls serious or critical, and no id that stands twice. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const findings = serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(findings, page.url()).toEqual([])
  expect(await idsStandingTwice(page), page.url()).toEqual([])
}
