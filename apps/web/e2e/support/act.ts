import type { Locator, Page } from 'playwright-core'

/** The control that carries a wire path, in the form of the page's main part. */
export const field = (page: Page, path: string): Locator => page.locator(`main [name="${path}"]`).first()

/** What the page says in its main part. */
export const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** Waits for an address and until the page there is at rest: what is typed into a page still loading is lost. */
export const arrive = async (page: Page, address: RegExp): Promise<void> => {
  await page.waitForURL(address)
  await page.waitForLoadState('networkidle')
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
  await page.waitForLoadState('networkidle')
}
