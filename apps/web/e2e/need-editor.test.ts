import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, arrive, field } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'

let browser: Browser
let company: Person
let colleague: Person

beforeAll(async () => {
  browser = await launchBrowser()
  company = await logIn(browser, 'company')
  colleague = await logIn(browser, 'company')
})
afterAll(() => browser.close())

const begin = async ({ page, open }: Person): Promise<string> => {
  await open('/workspace/needs/new')
  await field(page, 'titleZh').fill('边写边存的需求')
  await page.locator('main form button[type=submit]').first().click()
  await arrive(page, /\/workspace\/needs\/[0-9a-f-]{36}/)
  await field(page, 'problemZh').waitFor()
  return new URL(page.url()).pathname
}

const says = (page: Page, words: string) =>
  page.locator('main form [role=status]', { hasText: words }).waitFor()
/** Writes into a field and waits until that has been sent and is said to be kept. */
const write = async (page: Page, path: string, text: string) => {
  const answered = page.waitForResponse((response) => response.request().method() !== 'GET')
  await field(page, path).fill(text)
  await answered
  await says(page, '已保存')
}
const mode = (page: Page, code: string) => page.locator(`main input[name=cooperationModes][value=${code}]`)

it('a need saves itself, and what somebody else saved is neither overwritten nor mixed in', async () => {
  const { page } = company
  const need = await begin(company)
  await write(page, 'problemZh', '蒸发罐结垢。')
  await colleague.open(need)
  expect(await field(colleague.page, 'problemZh').inputValue()).toBe('蒸发罐结垢。')
  await write(colleague.page, 'problemZh', '同事改过的问题。')
  await field(page, 'goalZh').fill('我写的目标。')
  await mode(page, 'joint').check()
  await says(page, '没有保存')
  expect(await field(page, 'problemZh').inputValue()).toBe('蒸发罐结垢。')
  expect(await field(page, 'goalZh').inputValue()).toBe('我写的目标。')
  await expectAccessible(page)
  await act(page, 'overwrite')
  await arrive(page, /done=save/)
  await colleague.open(need)
  expect(await field(colleague.page, 'problemZh').inputValue()).toBe('蒸发罐结垢。')
  expect(await field(colleague.page, 'goalZh').inputValue()).toBe('我写的目标。')
  expect(await mode(colleague.page, 'joint').isChecked()).toBe(true)
})

it('nothing written without a connection is lost', async () => {
  const { page } = company
  const need = await begin(company)
  await page.context().setOffline(true)
  await field(page, 'problemZh').fill('断网时写下的话。')
  await says(page, '还没有保存')
  expect(await field(page, 'problemZh').inputValue()).toBe('断网时写下的话。')
  await page.context().setOffline(false)
  await says(page, '已保存')
  await colleague.open(need)
  expect(await field(colleague.page, 'problemZh').inputValue()).toBe('断网时写下的话。')
})

it('without JavaScript a conflict gives back everything that was sent', async () => {
  const plain = await logIn(browser, 'company', { javaScriptEnabled: false })
  const need = await begin(company)
  await plain.open(need)
  await write(company.page, 'problemZh', '先存下的一句。')
  await field(plain.page, 'goalZh').fill('没有脚本也要写完。')
  await mode(plain.page, 'commission').check()
  await plain.page.locator('main button[name=intent][value=save]').click()
  await plain.page.locator('main button[name=intent][value=overwrite]').waitFor()
  expect(await field(plain.page, 'goalZh').inputValue()).toBe('没有脚本也要写完。')
  expect(await mode(plain.page, 'commission').isChecked()).toBe(true)
  await plain.page.locator('main button[name=intent][value=overwrite]').click()
  await arrive(plain.page, /done=save/)
  expect(await field(plain.page, 'goalZh').inputValue()).toBe('没有脚本也要写完。')
  await plain.leave()
})
