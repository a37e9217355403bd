import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, field, openStep, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

interface Listed {
  id: string
  status: string | null
  registeredOn: string | null
}

/** The sentence that states a closed month's total, as it was published. */
const frozenTotal = async (page: Page): Promise<string> =>
  /登记技术合同 [^。]+。/.exec(await textOf(page))?.[0] ?? 'not stated'

/** Registrations as the person's own browser is told of them. */
const listed = ({ page }: Person, state: string): Promise<Listed[]> =>
  page.evaluate(
    async (address) => (await (await fetch(address)).json()).items,
    `/api/registrations?state=${state}&limit=100`,
  )

describe('a month closed by the authority', () => {
  const known = { month: '', registration: '' }

  /** The rows of the list of closed periods that lead to the month. */
  const rowOf = (page: Page) =>
    page.locator('main tr', { has: page.locator(`a[href="/turnover/periods/${known.month}"]`) })

  it('is frozen after a look at its figures, and listed with its hash, its day and its author', async () => {
    const registrar = await logIn(browser, 'registrar')
    const registered = await listed(registrar, 'registered')
    await registrar.leave()
    const authority = await logIn(browser, 'authority')
    const { page, open } = authority
    await open('/workspace/periods')
    const months = await field(page, 'period')
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))
    const inMonth = ({ status, registeredOn }: Listed) =>
      status === 'valid' && registeredOn !== null && months.includes(registeredOn.slice(0, 7))
    const { id = '', registeredOn = null } = registered.find(inMonth) ?? {}
    known.registration = id
    known.month = registeredOn?.slice(0, 7) ?? ''
    expect(known.month).toMatch(/^\d{4}-\d{2}$/)

    await field(page, 'period').selectOption(known.month)
    await page.locator('main form[method=get] button[type=submit]').click()
    await arrive(page, /period=/)
    await expectAccessible(page)
    await field(page, 'confirmed').check()
    await press(page, page.locator('main form[method=post] button[type=submit]'))
    await arrive(page, new RegExp(`/turnover/periods/${known.month}$`))
    expect(await textOf(page)).toContain('此后没有变动')

    await open('/workspace/periods')
    const row = rowOf(page)
    expect(await row.locator('code').getAttribute('title')).toMatch(/^[0-9a-f]{64}$/)
    expect(await row.locator('time').count()).toBe(1)
    expect(await row.textContent()).toContain('南宁市科技主管部门')
    expect(await field(page, 'period').locator(`option[value="${known.month}"]`).count()).toBe(0)
    await authority.leave()
  })

  it('is read by everybody, without an account and without a script', async () => {
    const reader = await visitor(browser, { javaScriptEnabled: false })
    await reader.open('/turnover/periods')
    expect(await rowOf(reader.page).textContent()).toContain('南宁市科技主管部门')
    await reader.leave()
  })

  it('keeps its figures when a contract of it is changed, which stands beside them with its day', async () => {
    const registrar = await logIn(browser, 'registrar')
    await registrar.open(`/workspace/registrations/desk/${known.registration}`)
    const form = (await openStep(registrar.page, 'change')).locator('xpath=ancestor::form[1]')
    const amount = form.locator('[name=contractAmountFen]')
    await amount.fill(String(Number((await amount.inputValue()).replaceAll(',', '')) + 10_000))
    await form.locator('[name=reason]').fill('双方签订补充协议，增加材料费一万元。')
    const authority = await logIn(browser, 'authority')
    await authority.open(`/turnover/periods/${known.month}`)
    const frozen = await frozenTotal(authority.page)
    expect(frozen).toMatch(/\d 项，成交额 .*\d/)

    await act(registrar.page, 'change')
    await registrar.page.getByText('变更已登记，新版本生效。').waitFor()
    await registrar.leave()

    await authority.page.reload()
    expect(await textOf(authority.page)).toContain('此后有 1 天记入了变动')
    expect(await frozenTotal(authority.page)).toBe(frozen)
    const heading = authority.page.getByRole('heading', { name: '发布后的变动' })
    const revisions = authority.page.locator('main section', { has: heading }).locator('tbody tr')
    expect(await revisions.count()).toBe(1)
    expect(await revisions.locator('time').count()).toBe(1)
    expect(Number(await revisions.locator('data').getAttribute('value'))).toBe(10_000)
    await expectAccessible(authority.page)
    await authority.leave()
  })
})
