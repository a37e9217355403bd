import { randomInt } from 'node:crypto'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, arrive, choose, field, press } from './support/act.ts'
import { ask } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { draftListing } from './support/listings.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'

const MARK = `批量${randomInt(1_000_000)}`

let browser: Browser
let university: Person
const known = { whole: '', sketch: '' }

beforeAll(async () => {
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
  known.whole = await draftListing(university, `${MARK}甲`)
  known.sketch = await draftListing(university, `${MARK}乙`, { summaryZh: '', summaryEn: '' })
})
afterAll(() => browser.close())

const outcomes = async (page: Page): Promise<string[]> => {
  const rows = page.locator('main tbody tr', { hasText: MARK })
  await rows.first().waitFor()
  return rows.allTextContents()
}
const choosePair = async (page: Page) => {
  for (const id of Object.values(known)) await page.locator(`main input[name=ids][value="${id}"]`).check()
}
const industryOf = async (id: string) =>
  ((await ask(university, 'GET', `/api/listings/${id}`)).body as { planIndustry: string }).planIndustry

it('chooses all of a state, with a script and without', async () => {
  const plain = await logIn(browser, 'university', { javaScriptEnabled: false })
  for (const { page, open } of [university, plain]) {
    await open('/workspace/listings/bulk?state=draft')
    const boxes = page.locator('main input[name=ids]')
    const chosen = page.locator('main input[name=ids]:checked')
    expect([(await boxes.count()) > 1, await chosen.count()]).toEqual([true, 0])
    await page.getByRole('link', { name: '全选本页' }).click()
    await page.getByRole('link', { name: '全不选' }).waitFor()
    expect(await chosen.count()).toBe(await boxes.count())
    await page.getByRole('link', { name: '全不选' }).click()
    await page.getByRole('link', { name: '全选本页' }).waitFor()
    expect(await chosen.count()).toBe(0)
    await page.locator('main button[name=intent][value=preview]').click()
    await page.getByRole('link', { name: '请至少选择一项成果。' }).waitFor()
  }
  await plain.leave()
})

it('previews a change of several listings, carries it out and takes it back', async () => {
  const { page, open } = university
  await open('/workspace/listings/bulk')
  await choosePair(page)
  await choose(page, 'command', 'industry')
  await choose(page, 'planIndustry', 'food')
  await act(page, 'preview')
  expect(await outcomes(page)).toEqual([expect.stringContaining('可以'), expect.stringContaining('可以')])
  await expectAccessible(page)
  expect(await industryOf(known.whole)).toBe('building_materials')
  await act(page, 'apply')
  await arrive(page, /\/bulk\/[0-9a-f-]{36}/)
  expect(await outcomes(page)).toEqual([expect.stringContaining('已完成'), expect.stringContaining('已完成')])
  await expectAccessible(page)
  expect(await industryOf(known.whole)).toBe('food')
  await press(page, page.getByRole('button', { name: '撤销这次修改' }))
  await page.getByText('已撤销；').waitFor()
  expect(await industryOf(known.whole)).toBe('building_materials')
})

it('says of each listing why it cannot be submitted, and submits the others', async () => {
  const { page, open } = university
  await open('/workspace/listings/bulk')
  await choosePair(page)
  await choose(page, 'command', 'submit')
  await act(page, 'preview')
  const before = await outcomes(page)
  expect(before.find((row) => row.includes('甲'))).toContain('可以')
  expect(before.find((row) => row.includes('乙'))).toContain('成果内容还不完整')
  await act(page, 'apply')
  await arrive(page, /\/bulk\/[0-9a-f-]{36}/)
  await page.getByText('没有办成').first().waitFor()
  expect((await outcomes(page)).find((row) => row.includes('乙'))).toContain('没有办成')
})

it('asks for a new preview once the change is another one', async () => {
  const { page, open } = university
  await open('/workspace/listings/bulk')
  await choosePair(page)
  await choose(page, 'command', 'industry')
  await act(page, 'preview')
  await outcomes(page)
  await choose(page, 'planIndustry', 'food')
  await page.locator('main button[value=apply]').waitFor({ state: 'detached' })
})

it('without JavaScript carries out what was previewed', async () => {
  const plain = await logIn(browser, 'university', { javaScriptEnabled: false })
  const { page } = plain
  await plain.open('/workspace/listings/bulk')
  await page.locator(`main input[name=ids][value="${known.sketch}"]`).check()
  await choose(page, 'command', 'industry')
  await choose(page, 'planIndustry', 'food')
  await page.locator('main button[value=preview]').click()
  await page.locator('main button[value=apply]').waitFor()
  expect(await field(page, 'planIndustry').inputValue()).toBe('food')
  await page.locator('main button[value=apply]').click()
  await arrive(page, /\/bulk\/[0-9a-f-]{36}/)
  expect(await industryOf(known.sketch)).toBe('food')
  await plain.leave()
})
