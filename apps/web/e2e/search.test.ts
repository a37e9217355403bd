import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arrive } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, type Person, visitor } from './support/person.ts'

let browser: Browser
let somebody: Person
beforeAll(async () => {
  browser = await launchBrowser()
  somebody = await visitor(browser)
})
afterAll(() => browser.close())

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement } = document
    return { name: activeElement?.getAttribute('name'), href: activeElement?.getAttribute('href') }
  })

/** Goes on by Tab until the focus is on a link of this kind. */
const tabTo = async (page: Page, hrefPart: string): Promise<string> => {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press('Tab')
    const { href } = await focused(page)
    if (href?.includes(hrefPart)) return href
  }
  throw new Error(`Tab never came to a link with ${hrefPart}.`)
}

it('offers titles while one types; arrows choose, Escape closes, Enter opens what was chosen', async () => {
  const { page, open } = somebody
  await open('/')
  await page.keyboard.press('/')
  const box = page.locator('main input[name=q]')
  expect((await focused(page)).name).toBe('q')
  await page.keyboard.type('甘蔗渣')
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  expect(await box.getAttribute('aria-expanded')).toBe('true')
  expect(await box.getAttribute('aria-activedescendant')).toBeNull()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.locator('[role=listbox]').waitFor({ state: 'hidden' })
  expect(await box.inputValue()).toBe('甘蔗渣')
  await page.keyboard.press('ArrowDown')
  await page.locator('[role=listbox] [role=option]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  const chosen = page.locator(`[id="${await box.getAttribute('aria-activedescendant')}"]`)
  const title = await chosen.textContent()
  await expectAccessible(page)
  await page.keyboard.press('Enter')
  await arrive(page, /\/listings\//)
  await page.locator('h1', { hasText: title ?? '' }).waitFor()
})

it('is done by keyboard alone: search, narrow, open a result, come back to the same state', async () => {
  const { page, open } = somebody
  await open('/')
  await page.keyboard.press('/')
  await page.keyboard.type('材料')
  await page.keyboard.press('Enter')
  await arrive(page, /\/search\?q=/)
  const facet = await tabTo(page, 'planIndustry=')
  await page.keyboard.press('Enter')
  await arrive(page, /planIndustry=/)
  expect(`${new URL(page.url()).pathname}${new URL(page.url()).search}`).toBe(facet)
  await page.locator(`main a[href^="/search"] >> text=材料`).first().waitFor()
  const narrowed = page.url()
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  const { href } = await focused(page)
  expect(href).toMatch(/^\/listings\//)
  await page.keyboard.press('Enter')
  await arrive(page, /\/listings\//)
  // What the browser's own key for going back does; a browser without a window has none.
  await page.goBack()
  await arrive(page, narrowed)
  expect(await page.inputValue('main input[name=q]')).toBe('材料')
  expect(await page.locator('main ul a[data-chosen]').count()).toBeGreaterThan(0)
})

it('counts industries under the groups of the plan, and a group is chosen with all its own', async () => {
  const without = await visitor(browser, { javaScriptEnabled: false })
  await without.open('/search')
  const group = without.page.locator(
    'main a[href*="planIndustry=new_materials"][href*="planIndustry=new_energy"]',
  )
  const count = await group.first().locator('span').last().textContent()
  await group.first().click()
  await arrive(without.page, /planIndustry=new_materials/)
  expect(await without.page.locator('main h1').textContent()).toContain(count)
  await without.leave()
})

it('finds as many as a class or a level counts, also below another class and beside a range', async () => {
  const without = await visitor(browser, { javaScriptEnabled: false })
  const { page } = without
  const choose = async (href: string, arrived: (url: URL) => boolean) => {
    const link = page.locator(`main a[href*="${href}"]:not([data-chosen])`).last()
    const count = await link.locator('span').last().textContent()
    await link.click()
    await arrive(page, arrived)
    expect((await page.locator('main h1').textContent())?.startsWith(`${count} `)).toBe(true)
  }
  await without.open('/search?ipc=H')
  await choose('ipc=H0', (url) => url.searchParams.getAll('ipc').join().length === 3)
  await without.open('/search?maturityMax=6')
  await choose('maturity=9', (url) => !url.searchParams.has('maturityMax'))
  await without.leave()
})

it('finds by the beginning of a text pasted whole', async () => {
  const { open, page } = somebody
  await open(`/search?q=${encodeURIComponent('甘蔗渣 '.repeat(300))}`)
  expect(await page.locator('main a[href^="/listings/"]').count()).toBeGreaterThan(0)
})

it('helps where nothing is found: each filter can be let go of, and a need can be posted', async () => {
  const without = await visitor(browser, { javaScriptEnabled: false })
  await without.open(`/search?q=${encodeURIComponent('甘蔗渣')}&priceMax=100`)
  const { page } = without
  expect(await page.locator('main a[href^="/listings/"]').count()).toBe(0)
  expect(await page.locator('main a[href^="/workspace/needs/new?"]').getAttribute('href')).toContain(
    encodeURIComponent('甘蔗渣'),
  )
  await page.locator('main a[data-without]').first().click()
  await arrive(page, (url) => !url.searchParams.has('priceMax'))
  expect(await page.locator('main a[href^="/listings/"]').count()).toBeGreaterThan(0)
  await without.leave()
})
