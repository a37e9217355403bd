import { randomInt } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, field, openStep, press } from './support/act.ts'
import { succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn } from './support/person.ts'

const MARK = `组合${randomInt(1_000_000)}`
const MANY = 130

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
  const university = await logIn(browser, 'university')
  for (let index = 0; index < MANY; index += 1) {
    const owners = [{ name: '示例大学' }]
    await succeed(university, 'POST', '/api/rights', {
      kind: 'know_how',
      title: `${MARK}第${index}号`,
      owners,
    })
  }
  await university.leave()
})
afterAll(() => browser.close())

const box = (page: Page, name: string) => page.getByRole('checkbox', { name, exact: true })
const ticked = (page: Page) =>
  page
    .locator('main input[name=rightIds]:checked')
    .evaluateAll((boxes) => boxes.map((one) => one.closest('div')?.textContent?.trim() ?? ''))
const look = async (page: Page, words: string) => {
  await field(page, 'q').fill(words)
  await press(page, await openStep(page, 'find'))
}

describe.each([
  ['with a script, wide', true, 1440],
  ['with a script, narrow', true, 390],
  ['without a script', false, 1440],
])('a portfolio %s', (_, javaScriptEnabled, width) => {
  it('takes any of more than a hundred rights, and keeps those ticked while others are looked for', async () => {
    const options = { javaScriptEnabled, viewport: { width, height: 900 } }
    const { page, open, leave } = await logIn(browser, 'university', options)
    const name = `${MARK} ${javaScriptEnabled} ${width}`
    await open('/workspace/portfolios')
    await openStep(page, 'save')
    await field(page, 'nameZh').fill(name)
    expect(await box(page, `${MARK}第0号`).count()).toBe(0)
    await box(page, `${MARK}第129号`).check()
    await look(page, `${MARK}第0号`)
    await box(page, `${MARK}第0号`).check()
    expect(await field(page, 'nameZh').inputValue()).toBe(name)
    if (javaScriptEnabled) await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await look(page, '没有这样的权利')
    await page.getByText('找到 0 项').waitFor()
    expect(await ticked(page)).toHaveLength(2)
    await field(page, 'nameZh').fill('')
    await page
      .locator('main form')
      .first()
      .evaluate((form) => form.setAttribute('novalidate', ''))
    await act(page, 'save')
    await page.getByText('请填写').first().waitFor()
    expect(await ticked(page)).toHaveLength(2)
    await field(page, 'nameZh').fill(name)
    await act(page, 'save')
    await arrive(page, /portfolios\/[0-9a-f-]{36}$/)
    const members = page.getByRole('list', { name: '包含的权利' }).getByRole('listitem')
    await members.filter({ hasText: `${MARK}第0号` }).waitFor()
    expect(await members.count()).toBe(2)

    await openStep(page, 'save')
    await box(page, `${MARK}第129号`).uncheck()
    await look(page, `${MARK}第64号`)
    await box(page, `${MARK}第64号`).check()
    await act(page, 'save')
    await arrive(page, /done=saved/)
    await members.filter({ hasText: `${MARK}第64号` }).waitFor()
    expect(await members.allTextContents()).toEqual([
      expect.stringContaining(`${MARK}第0号`),
      expect.stringContaining(`${MARK}第64号`),
    ])
    await leave()
  })
})
