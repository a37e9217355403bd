import { Registration, RegistrationPage, type RegistrationSummary } from '@market/contracts/registration'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, field, openStep, press } from './support/act.ts'
import { ask, succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const textOf = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** The sentence that states a closed month's total, as it was published. */
const frozenTotal = async (page: Page): Promise<string> =>
  /登记技术合同 [^。]+。/.exec(await textOf(page))?.[0] ?? 'not stated'

/** Registrations in a state, as the person is told of them. */
const listed = async (person: Person, state: 'accepted' | 'registered') =>
  RegistrationPage.parse(await succeed(person, 'GET', `/api/registrations?state=${state}&limit=100`)).items

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
    const inMonth = ({ status, registeredOn }: RegistrationSummary) =>
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
    await page.getByText('此后没有变动').waitFor()

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
    await authority.page.getByText('此后有 1 天记入了变动').waitFor()
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

const LARGE_FEN = 560_000_000

describe('a large contract', () => {
  const known = { address: '', desk: '' }

  /** One in examination comes back from its correction with more technology in it than one person may register. */
  const enlarge = async (registrar: Person): Promise<void> => {
    const accepted = await listed(registrar, 'accepted')
    const { id } = accepted.find(({ contractAmountFen }) => contractAmountFen > LARGE_FEN) ?? {}
    expect(id).toBeDefined()
    known.address = `/api/registrations/${id}`
    known.desk = `/workspace/registrations/desk/${id}`
    const comments = [{ field: 'technologyAmountFen', words: '技术交易额请按合同第六条重新核定。' }]
    await succeed(registrar, 'POST', `${known.address}/request-correction`, { comments })
    const filer = await logIn(browser, 'filer')
    const { revision } = Registration.parse(await succeed(filer, 'GET', known.address))
    const change = { technologyAmountFen: LARGE_FEN, nonTechnicalItems: [], revision }
    await succeed(filer, 'PATCH', known.address, change)
    await succeed(filer, 'POST', `${known.address}/submit`)
    await filer.leave()
    await succeed(registrar, 'POST', `${known.address}/accept`)
  }

  it('cannot be registered by whoever examined it first, before or after it is sent to a second', async () => {
    const registrar = await logIn(browser, 'registrar')
    const { page, open } = registrar
    await enlarge(registrar)
    await open(known.desk)
    await page.getByText('金额较大，须由第二位登记员复核。').first().waitFor()
    expect(await page.locator('main button[value=register]').count()).toBe(0)
    const early = await ask(registrar, 'POST', `${known.address}/register`)
    expect(early.body).toMatchObject({ code: 'registration.second_review_required' })

    await act(page, 'review')
    await page.getByText('初审由您完成，须由另一位登记员复核后登记。').first().waitFor()
    await expectAccessible(page)
    expect(await page.locator('main button[value=register]').count()).toBe(0)
    const own = await ask(registrar, 'POST', `${known.address}/register`)
    expect(own).toMatchObject({ status: 403, body: { code: 'registration.same_reviewer' } })
    await registrar.leave()
  })

  it('is registered by a second person, who is told that the first has examined it', async () => {
    const second = await logIn(browser, 'operator')
    await second.open(known.desk)
    await second.page.getByText('初审已通过，等您复核。').first().waitFor()
    await expectAccessible(second.page)
    await act(second.page, 'register')
    await second.page.locator('main a[href*="/certificates/"]').first().waitFor()
    await second.leave()
  })
})
