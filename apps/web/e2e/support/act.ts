import type { Locator, Page } from 'playwright-core'
import { vi } from 'vitest'

declare global {
  interface Window {
    /** What the server hands to the scripts of a page, where they run. */
    __reactRouterContext?: object
    /** What React Router says of itself on a page with scripts. */
    __reactRouterDataRouter?: {
      state: { navigation: { state: string }; fetchers: Map<string, { state: string }> }
    }
  }
}

/** The control that carries a wire path, in the form of the page's main part. */
export const field = (page: Page, path: string): Locator => page.locator(`main [name="${path}"]`).first()

/** What the page says in its main part. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/**
 * Whether the scripts of a page, if they run, have taken it over, and nothing is on its way: the address of a page
 * changes, and its answer comes, before React shows either.
 */
const isAtRest = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const scripted = !window.__reactRouterContext || document.querySelector('[data-scripted]') !== null
    const router = window.__reactRouterDataRouter
    const sending = [...(router?.state.fetchers.values() ?? [])].some(({ state }) => state !== 'idle')
    const loading = router !== undefined && router.state.navigation.state !== 'idle'
    return scripted && !sending && !loading && document.querySelector('main[aria-busy=true]') === null
  })

/** Waits until a page is at rest; one that is being left cannot answer, and is not. */
export const rest = async (page: Page): Promise<void> => {
  await page.waitForLoadState()
  const atRest = () =>
    isAtRest(page).catch((error: unknown) => {
      if (page.isClosed()) throw error
      return false
    })
  await vi.waitUntil(atRest, { timeout: 20_000 })
}

/** Waits for an address and until the page there is at rest: what is typed into a page still loading is lost. */
export const arrive = async (
  page: Page,
  address: RegExp | string | ((url: URL) => boolean),
): Promise<void> => {
  await page.waitForURL(address)
  await rest(page)
}

/** Chooses a code, whether the page offers it in a list or as radio buttons. */
export const choose = async (page: Page, path: string, value: string): Promise<void> => {
  const radio = page.locator(`main input[name="${path}"][value="${value}"]`)
  if ((await radio.count()) > 0) await radio.check()
  else await field(page, path).selectOption(value)
}

const stepButton = (page: Page, intent: string): Locator =>
  page.locator(`main button[name=intent][value="${intent}"]`).first()

/** Opens the panel a step is in, as one does before filling it in. */
export const openStep = async (page: Page, intent: string): Promise<Locator> => {
  const button = stepButton(page, intent)
  await button.waitFor({ state: 'attached' })
  const closed = button.locator('xpath=ancestor::details[not(@open)]').first()
  if ((await closed.count()) > 0) await closed.locator('summary').first().click()
  await button.waitFor({ state: 'visible' })
  return button
}

/** Takes one step: opens its panel, ticks its confirmation if it has one, presses its button. */
export const act = async (page: Page, intent: string): Promise<void> => {
  const button = await openStep(page, intent)
  const confirmation = button.locator('xpath=ancestor::form[1]').locator('input[name=confirmed]')
  if ((await confirmation.count()) > 0) await confirmation.check()
  await press(page, button)
}

/** Presses a button that sends something, and waits until it has been answered and the page is at rest. */
export const press = async (page: Page, button: Locator): Promise<void> => {
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await button.click()
  await answered
  await rest(page)
}
