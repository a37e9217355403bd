import { ContractAmendments, ContractPage } from '@market/contracts/contracts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { act, field, openStep, press, textOf } from './support/act.ts'
import { succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { actConfirmed } from './support/confirm.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'

let browser: Browser
let university: Person
let company: Person
beforeAll(async () => {
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
  company = await logIn(browser, 'company')
})
afterAll(() => browser.close())

const Me = z.object({ organizationId: z.string() })
const known = { contract: '' }
const contractPage = () => `/workspace/contracts/${known.contract}`
const recordOf = async (person: Person) =>
  ContractAmendments.parse(await succeed(person, 'GET', `/api/contracts/${known.contract}/amendments`))

it('the university proposes to amend a signed contract, told what is missing first', async () => {
  const { organizationId } = Me.parse(await succeed(company, 'GET', '/api/me'))
  const sold = await succeed(university, 'GET', '/api/contracts?role=seller&limit=100')
  const binding = ContractPage.parse(sold).items.find(
    ({ state, buyer }) => buyer.id === organizationId && ['signed', 'in_force'].includes(state),
  )
  known.contract = binding?.id ?? ''
  const { page, open } = university
  await open(contractPage())
  await page.locator('#amendments a', { hasText: '提出补充协议' }).click()
  await page.getByRole('heading', { level: 1, name: '提出补充协议' }).waitFor()
  await expectAccessible(page)
  await field(page, 'title').fill('增加驻场服务')
  await act(page, 'propose')
  await page.getByText('请写明变更的条款、金额或者终止日').first().waitFor()
  await field(page, 'clauses.1.change').selectOption('added')
  await field(page, 'clauses.1.headingZh').fill('驻场服务')
  await field(page, 'clauses.1.zh').fill('____')
  await act(page, 'propose')
  await page.locator('main [name="clauses.1.zh"][aria-invalid=true]').waitFor()
  await field(page, 'clauses.1.zh').fill('乙方派驻一名工程师，为期两个月。')
  const { standing } = await recordOf(university)
  await field(page, 'contractAmountFen').fill(String(standing.contractAmountFen / 100 + 50_000))
  await act(page, 'propose')
  await page.getByText('补充协议已提出').waitFor()
  await expectAccessible(page)
  expect((await recordOf(university)).amendments).toMatchObject([{ number: 1, state: 'proposed' }])
})

const amendmentPage = async (person: Person) => {
  await person.open(contractPage())
  await person.page.locator('#amendments a', { hasText: '增加驻场服务' }).click()
  await person.page.getByRole('heading', { level: 1, name: '增加驻场服务' }).waitFor()
}

const sign = async (page: Page, account: string) => {
  await actConfirmed(page, account, () => act(page, 'sign'))
  await page.getByText('已签署。').waitFor()
}

it('both sign it in order, and both see it in force beside the unchanged contract', async () => {
  await amendmentPage(company)
  expect(await textOf(company.page)).toContain('先由对方签署')
  expect(await company.page.locator('main ins').textContent()).toContain('乙方派驻一名工程师')
  await expectAccessible(company.page)
  await amendmentPage(university)
  await sign(university.page, 'university')
  await amendmentPage(company)
  await sign(company.page, 'company')
  await expectAccessible(company.page)
  for (const person of [university, company]) {
    await person.open(contractPage())
    const section = person.page.locator('#amendments')
    expect(await section.textContent()).toContain('已生效')
    expect(await section.textContent()).toContain('按已生效的补充协议')
    await expectAccessible(person.page)
  }
  const pdf = await company.page.request.get(`/api/contracts/${known.contract}/amendments/1/amendment.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

it('without scripts the next one is proposed, declined with a reason, and another taken back', async () => {
  const plain = await logIn(browser, 'university', { javaScriptEnabled: false })
  const propose = async (title: string) => {
    await plain.open(`${contractPage()}/amendments/new`)
    await field(plain.page, 'title').fill(title)
    await plain.page.locator('main button[value=more]').click()
    await field(plain.page, 'clauses.3.change').selectOption('added')
    await field(plain.page, 'clauses.3.headingZh').fill('培训')
    await field(plain.page, 'clauses.3.zh').fill('乙方另提供两天培训。')
    await plain.page.locator('main button[value=propose]').click()
    await plain.page.getByText('补充协议已提出').waitFor()
  }
  await propose('增加培训')
  await company.open(`${contractPage()}/amendments/2`)
  await openStep(company.page, 'decline')
  await field(company.page, 'reason').fill('培训已经包含在原合同中')
  await press(company.page, company.page.locator('main button[value=decline]'))
  await company.page.getByText('已拒绝').first().waitFor()
  await propose('再次提出培训')
  await plain.open(`${contractPage()}/amendments/3`)
  await plain.page.locator('main details summary', { hasText: '撤回' }).click()
  await plain.page.locator('main button[value=withdraw]').click()
  await plain.page.getByText('已撤回。').first().waitFor()
  const states = (await recordOf(university)).amendments.map(({ state }) => state)
  expect(states).toEqual(['in_force', 'declined', 'withdrawn'])
  await plain.leave()
})
