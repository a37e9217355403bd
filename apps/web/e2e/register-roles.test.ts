import { Registration, RegistrationPage, type RegistrationSummary } from '@market/contracts/registration'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, choose, field, openStep, press, textOf } from './support/act.ts'
import { ask, succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** The sentence that states a closed month's total, as it was published. */
const frozenTotal = async (page: Page): Promise<string> =>
  /登记技术合同 [^。]+。/.exec(await textOf(page))?.[0] ?? 'not stated'

/** Registrations in a state, as the person is told of them. */
const listed = async (person: Person, state: 'submitted' | 'accepted' | 'registered') =>
  RegistrationPage.parse(await succeed(person, 'GET', `/api/registrations?state=${state}&limit=100`)).items

describe('a month closed by the authority', () => {
  const known = { month: '', registration: '' }

  /** The rows of the list of closed periods that lead to this one. */
  const rowOf = (page: Page, period = known.month) =>
    page.locator('main tr', { has: page.locator(`a[href="/turnover/periods/${period}"]`) })

  /** The figures that would be frozen, as the authority looks at them first. */
  const look = async ({ page, open }: Person, period: string): Promise<void> => {
    await open('/workspace/periods')
    await field(page, 'period').selectOption(period)
    await page.locator('main form[method=get] button[type=submit]').click()
    await arrive(page, /period=/)
  }

  const close = async ({ page }: Person): Promise<void> => {
    await field(page, 'confirmed').check()
    await press(page, page.locator('main form[method=post] button[type=submit]'))
  }

  const closable = ({ page }: Person): Promise<string[]> =>
    field(page, 'period')
      .locator('option')
      .evaluateAll((options) => options.map((option) => option.getAttribute('value') ?? ''))

  it('is frozen once, after a look at its figures, and listed with its hash, its day and its author', async () => {
    const registrar = await logIn(browser, 'registrar')
    const registered = await listed(registrar, 'registered')
    await registrar.leave()
    const authority = await logIn(browser, 'authority')
    const { page, open } = authority
    await open('/workspace/periods')
    const months = await closable(authority)
    const inMonth = ({ status, registeredOn }: RegistrationSummary) =>
      status === 'valid' && registeredOn !== null && months.includes(registeredOn.slice(0, 7))
    const { id = '', registeredOn = null } = registered.find(inMonth) ?? {}
    known.registration = id
    known.month = registeredOn?.slice(0, 7) ?? ''
    expect(known.month).toMatch(/^\d{4}-\d{2}$/)

    const colleague = await logIn(browser, 'authority')
    await look(colleague, known.month)
    await look(authority, known.month)
    await expectAccessible(page)
    await close(authority)
    await arrive(page, new RegExp(`/turnover/periods/${known.month}$`))
    await page.getByText('此后没有变动').waitFor()

    await close(colleague)
    await colleague.page.getByText('该期间已发布；之后的变动列在其旁。').waitFor()
    await expectAccessible(colleague.page)
    await colleague.leave()

    await open('/workspace/periods')
    const row = rowOf(page)
    expect(await row.locator('code').getAttribute('title')).toMatch(/^[0-9a-f]{64}$/)
    expect(await row.locator('time').count()).toBe(1)
    expect(await row.textContent()).toContain('南宁市科技主管部门')
    expect(await field(page, 'period').locator(`option[value="${known.month}"]`).count()).toBe(0)
    await authority.leave()
  })

  it('is not closed a second time: whoever asks for it is led to what was published', async () => {
    const authority = await logIn(browser, 'authority')
    const { page, open } = authority
    await open(`/workspace/periods?period=${known.month}`)
    await page.getByText('数字已经冻结，不能再发布一次').waitFor()
    expect(await page.locator('main form[method=post]').count()).toBe(0)
    await expectAccessible(page)
    await page.locator(`main [role=alert] a[href="/turnover/periods/${known.month}"]`).click()
    await arrive(page, new RegExp(`/turnover/periods/${known.month}$`))
    const again = await ask(authority, 'POST', `/api/turnover/periods/${known.month}/publish`)
    expect(again).toMatchObject({ status: 409, body: { code: 'period.already_published' } })
    await authority.leave()
  })

  it('stands beside a closed quarter, which has figures and a hash of its own', async () => {
    const authority = await logIn(browser, 'authority')
    const { page, open } = authority
    await open('/workspace/periods')
    const quarter = (await closable(authority)).find((period) => /^\d{4}-Q[1-4]$/.test(period)) ?? 'none'
    await look(authority, quarter)
    await close(authority)
    await arrive(page, new RegExp(`/turnover/periods/${quarter}$`))
    await page.getByText('此后没有变动').waitFor()
    expect(await frozenTotal(page)).toMatch(/\d 项，成交额 .*\d/)
    await open('/workspace/periods')
    const [ofQuarter, ofMonth] = await Promise.all(
      [quarter, known.month].map((period) => rowOf(page, period).locator('code').getAttribute('title')),
    )
    expect(ofQuarter).toMatch(/^[0-9a-f]{64}$/)
    expect(ofQuarter).not.toBe(ofMonth)
    await authority.leave()
    const reader = await visitor(browser, { javaScriptEnabled: false })
    await reader.open(`/turnover/periods/${quarter}`)
    expect(await textOf(reader.page)).toContain('此后没有变动')
    await reader.leave()
  })

  it('is read by everybody, without an account and without a script', async () => {
    const reader = await visitor(browser, { javaScriptEnabled: false })
    await reader.open('/turnover/periods')
    expect(await rowOf(reader.page).textContent()).toContain('南宁市科技主管部门')
    await reader.leave()
  })

  const revisionsOn = (page: Page) =>
    page
      .locator('main section', { has: page.getByRole('heading', { name: '发布后的变动' }) })
      .locator('tbody tr')

  /** The sentence and the table of frozen figures, as this reader is shown them. */
  const frozenTables = async (page: Page): Promise<string[]> => [
    await frozenTotal(page),
    ...(await page.locator('main table').first().locator('tr').allTextContents()),
  ]

  it('keeps its figures when a contract of it is changed, which stands beside them with its day', async () => {
    const registrar = await logIn(browser, 'registrar')
    await registrar.open(`/workspace/registrations/desk/${known.registration}`)
    const form = (await openStep(registrar.page, 'change')).locator('xpath=ancestor::form[1]')
    const amount = form.locator('[name=contractAmountFen]')
    await amount.fill(String(Number((await amount.inputValue()).replaceAll(',', '')) + 10_000))
    await form.locator('[name=reason]').fill('双方签订补充协议，增加材料费一万元。')
    const authority = await logIn(browser, 'authority')
    const reader = await visitor(browser, { javaScriptEnabled: false })
    for (const { open } of [authority, reader]) await open(`/turnover/periods/${known.month}`)
    const frozen = await frozenTotal(authority.page)
    expect(frozen).toMatch(/\d 项，成交额 .*\d/)
    const shown = await frozenTables(reader.page)

    await act(registrar.page, 'change')
    await registrar.page.getByText('变更已登记，新版本生效。').waitFor()
    await registrar.leave()

    await authority.page.reload()
    await authority.page.getByText('此后有 1 天记入了变动').waitFor()
    expect(await frozenTotal(authority.page)).toBe(frozen)
    const revisions = revisionsOn(authority.page)
    expect(await revisions.count()).toBe(1)
    expect(await revisions.locator('time').count()).toBe(1)
    expect(Number(await revisions.locator('data').getAttribute('value'))).toBe(10_000)
    await expectAccessible(authority.page)
    await authority.leave()

    await reader.open(`/turnover/periods/${known.month}`)
    expect(await frozenTables(reader.page)).toEqual(shown)
    expect(await revisionsOn(reader.page).locator('time').count()).toBe(1)
    // What one day changed may be one contract's: the public reads the day, not the amount.
    expect(await revisionsOn(reader.page).locator('data').count()).toBe(0)
    await reader.leave()
  })
})

describe('the figures of this instant', () => {
  it('are read by the public once the authority releases them', async () => {
    const reader = await visitor(browser, { javaScriptEnabled: false })
    const note = async (): Promise<string> => {
      await reader.open('/turnover/views')
      return /[^。]+发布的数据/.exec(await textOf(reader.page))?.[0] ?? 'nothing released'
    }
    const before = await note()
    const authority = await logIn(browser, 'authority')
    const { page, open } = authority
    await open('/workspace/periods')
    await act(page, 'release')
    await page.getByText('此刻的数据已向公众发布。').waitFor()
    await expectAccessible(page)
    await authority.leave()
    const after = await note()
    expect(after).toMatch(/\d+ ?日发布的数据/)
    expect(after).not.toBe(before)
    await reader.leave()
  })

  it('are released by nobody else', async () => {
    const registrar = await logIn(browser, 'registrar')
    const refused = await ask(registrar, 'POST', '/api/turnover/releases')
    expect(refused).toMatchObject({ status: 403, body: { code: 'policy.forbidden' } })
    await registrar.leave()
  })
})

describe('a filing that is not yet right', () => {
  const known = { id: '', title: '' }
  const deskOf = () => `/workspace/registrations/desk/${known.id}`
  const comments = {
    technicalField: '技术领域请按合同标的填写，应为先进制造。',
    paymentMethod: '合同第四条为一次总付，请更正。',
  }

  it('is filed from the entrusted contract and handed in by the agency', async () => {
    const filer = await logIn(browser, 'filer')
    const { page, open } = filer
    await open('/workspace/registrations')
    const entrusted = page.locator('main li', { has: page.locator('input[name=contractId]') }).first()
    known.title = (await entrusted.locator('a').first().textContent()) ?? ''
    await entrusted.locator('button').click()
    await arrive(page, /\/workspace\/registrations\/[0-9a-f-]{36}/)
    known.id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    expect(await field(page, 'title').inputValue()).toBe(known.title)
    await act(page, 'submit')
    await page.getByText('已提交审查。').waitFor()
    expect(await page.locator('main button[value=submit]').count()).toBe(0)
    await filer.leave()
  })

  it('is sent back by the registrar with words beside the fields they are about', async () => {
    const registrar = await logIn(browser, 'registrar')
    const { page, open } = registrar
    await open(deskOf())
    await act(page, 'accept')
    await page.getByText('已受理，期限从今天起算。').waitFor()
    for (const [path, words] of Object.entries(comments)) {
      const comment = page.locator(`main textarea[name="comment.${path}"]`)
      await comment.locator('xpath=ancestor::details[1]/summary').click()
      await comment.fill(words)
    }
    await expectAccessible(page)
    await act(page, 'correction')
    await page.getByText('已退回补正。').waitFor()
    expect(await page.locator('main button[value=register]').count()).toBe(0)
    await registrar.leave()
  })

  it('shows the filer each comment at its field, is corrected there and handed in again', async () => {
    const filer = await logIn(browser, 'filer')
    const { page, open } = filer
    await open(`/workspace/registrations/${known.id}`)
    await page.getByText('登记员提出了 2 条补正意见').waitFor()
    for (const [path, words] of Object.entries(comments)) {
      const described = await field(page, path).getAttribute('aria-describedby')
      const notes = (described ?? '').split(' ').map((id) => page.locator(`[id="${id}"]`).textContent())
      expect((await Promise.all(notes)).join(' ')).toContain(words)
    }
    await expectAccessible(page)
    await choose(page, 'technicalField', '03')
    await choose(page, 'paymentMethod', 'lump_sum')
    await act(page, 'submit')
    await page.getByText('已提交审查。').waitFor()
    await filer.leave()
  })

  it('is examined again beside what was asked for, and registered', async () => {
    const registrar = await logIn(browser, 'registrar')
    const { page, open } = registrar
    await open(deskOf())
    await act(page, 'accept')
    await page.getByText(`上次的补正意见：${comments.technicalField}`).waitFor()
    await expectAccessible(page)
    await act(page, 'register')
    const certificate = page.locator('main a[href*="/certificates/"]').first()
    expect(await certificate.textContent()).toMatch(/\d{16}/)
    const { form } = Registration.parse(await succeed(registrar, 'GET', `/api/registrations/${known.id}`))
    expect(form).toMatchObject({ technicalField: '03', paymentMethod: 'lump_sum', title: known.title })
    await registrar.leave()
  })
})

describe('a filing that cannot stand', () => {
  const known = { id: '', words: '合同第六条与第九条的金额不一致。' }

  it('is refused by the registrar with listed reasons and words', async () => {
    const registrar = await logIn(browser, 'registrar')
    const { page, open } = registrar
    const [waiting] = (await listed(registrar, 'submitted')).filter(({ mine }) => !mine)
    known.id = waiting?.id ?? ''
    await open(`/workspace/registrations/desk/${known.id}`)
    await act(page, 'accept')
    await page.getByText('已受理，期限从今天起算。').waitFor()
    await openStep(page, 'refuse')
    await page.locator('main input[name=reasons][value=price_unclear]').check()
    await field(page, 'words.price_unclear').fill(known.words)
    await expectAccessible(page)
    await act(page, 'refuse')
    await page.getByText('已决定不予登记。').waitFor()
    await registrar.leave()
  })

  it('leads the filer through what to do, and is filed anew with what was written', async () => {
    const filer = await logIn(browser, 'filer')
    const { page, open } = filer
    await open(`/workspace/registrations/${known.id}`)
    const todo = page.locator('main [role=alert]', { has: page.locator('ol') })
    expect(await todo.locator('ol').textContent()).toContain(known.words)
    expect(await todo.locator('ol').textContent()).toContain('写明价款、报酬或使用费')
    await expectAccessible(page)
    await todo.getByRole('button', { name: '重新申报' }).click()
    await arrive(page, (url) => !url.pathname.endsWith(known.id) && !url.pathname.endsWith('/registrations'))
    await field(page, 'technicalField').waitFor()
    const { form } = Registration.parse(await succeed(filer, 'GET', `/api/registrations/${known.id}`))
    expect(await field(page, 'title').inputValue()).toBe(form.title)
    expect(await field(page, 'technicalField').inputValue()).toBe(form.technicalField)
    await filer.leave()
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
