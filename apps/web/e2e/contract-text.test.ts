import { ContractText } from '@market/contracts/contracts'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import { samplePdf } from '../../../seeds/demo/play/sample-pdf.ts'
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

const Named = z.object({ id: z.string() })
const Me = z.object({ organizationId: z.string() })
const Listings = z.object({
  items: z.array(z.object({ id: z.string(), transferModes: z.array(z.string()) })),
})

const known = { contract: '' }
const contractPage = () => `/workspace/contracts/${known.contract}`
const textPage = () => `${contractPage()}/text`

const TERMS = {
  transferMode: 'technical_service',
  fieldOfUse: '散改集码头调度',
  territory: '广西',
  termMonths: 24,
  upfrontFen: 20_000_000,
  totalFen: 50_000_000,
  knowHowDays: 5,
}

/** A service of the company's, asked for by the university and agreed on past the pages. */
it('two sides agree on terms, and one has the text written from them', async () => {
  const { organizationId } = Me.parse(await succeed(company, 'GET', '/api/me'))
  const offered = await succeed(company, 'GET', `/api/listings?limit=50&organizationId=${organizationId}`)
  const listing = Listings.parse(offered).items.find(({ transferModes }) =>
    transferModes.includes('technical_service'),
  )
  const { transferMode, fieldOfUse, territory, termMonths, totalFen } = TERMS
  const scope = { transferMode, fieldOfUse, territory, termMonths, offerFen: totalFen }
  const asked = { listingId: listing?.id, ...scope, message: '希望在两个作业区使用。' }
  const request = Named.parse(await succeed(university, 'POST', '/api/requests', asked))
  await succeed(company, 'POST', `/api/requests/${request.id}/accept`)
  const deal = z
    .object({ offers: z.array(Named) })
    .parse(await succeed(university, 'POST', `/api/requests/${request.id}/offers`, { terms: TERMS }))
  const accepted = await succeed(
    company,
    'POST',
    `/api/requests/${request.id}/offers/${deal.offers.at(-1)?.id}/accept`,
  )
  known.contract = z.object({ contractId: z.string() }).parse(accepted).contractId
  await company.open(textPage())
  await expectAccessible(company.page)
  await act(company.page, 'generate')
  await company.page.getByText('文本已生成').waitFor()
  expect(await textOf(company.page)).toContain('500,000.00')
  await expectAccessible(company.page)
})

it('the other side changes an article, leaves one out and adds one; the first reads what changed and accepts', async () => {
  const { page, open } = university
  await open(textPage())
  await openStep(page, 'edit')
  const disputes = page.locator('main fieldset', { hasText: '争议解决' })
  await disputes.locator('textarea').first().fill('因本合同发生的争议，提交南宁仲裁委员会仲裁。')
  await page.locator('main fieldset', { hasText: '保密' }).locator('input[type=checkbox]').first().uncheck()
  const added = page.locator('main fieldset', { hasText: '增加一条' })
  await added.locator('input').first().fill('驻场服务')
  await added.locator('textarea').first().fill('____')
  await act(page, 'edit')
  await page.locator('main [aria-invalid=true]').first().waitFor()
  await page
    .locator('main fieldset', { hasText: '增加一条' })
    .locator('textarea')
    .first()
    .fill('乙方派驻一名工程师。')
  await act(page, 'edit')
  await page.getByText('已提出新的一版').waitFor()
  await expectAccessible(page)

  await company.open(textPage())
  const shown = await textOf(company.page)
  for (const words of ['仲裁委员会', '驻场服务', '保密', '与第 1 版比较']) expect(shown).toContain(words)
  expect(await company.page.locator('main ins').count()).toBeGreaterThan(0)
  expect(await company.page.locator('main li[data-change=removed]').count()).toBe(1)
  await act(company.page, 'accept')
  await company.page.getByText('双方已就文本达成一致').waitFor()
})

it('both sign the text in order, having shown who they are', async () => {
  await company.open(contractPage())
  await act(company.page, 'ready')
  await company.page.getByText('已定稿').first().waitFor()
  await university.open(contractPage())
  expect(await textOf(university.page)).toContain('先由对方签署')
  expect(await university.page.locator('main button[value=sign_text]').count()).toBe(0)
  await sign(company.page, 'company')
  await university.open(contractPage())
  await expectAccessible(university.page)
  await sign(university.page, 'university')
  const text = ContractText.parse(await succeed(university, 'GET', `/api/contracts/${known.contract}/text`))
  expect(text).toMatchObject({ state: 'signed', agreed: true, actions: [] })
})

const sign = async (page: Page, account: string) => {
  await actConfirmed(page, account, () => act(page, 'sign_text'))
  await page.getByText('已签署').first().waitFor()
}

it('the signed document is downloaded, and what is to be done stands on the page', async () => {
  const { page, open } = company
  await open(contractPage())
  const signed = await page.request.get(`/api/contracts/${known.contract}/signed.pdf`)
  expect((await signed.body()).subarray(0, 5).toString()).toBe('%PDF-')
  const training = page.locator('#obligations li', { hasText: '培训和现场指导' })
  await training.locator('summary').click()
  await field(page, 'doneOn').fill('2020-01-01')
  await press(page, training.locator('button[value=done]'))
  await page.locator('main [aria-invalid=true]').first().waitFor()
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await field(page, 'doneOn').fill(today)
  await field(page, 'note').fill('培训签到表')
  await training.locator('[name=file]').setInputFiles({
    name: '签到表.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(samplePdf('Attendance')),
  })
  await press(page, page.locator('#obligations button[value=done]').first())
  await page.getByText('已标记完成').waitFor()
  expect(await page.locator('#obligations li[data-state=done]').count()).toBeGreaterThan(0)
  await expectAccessible(page)
  await university.open(contractPage())
  const shown = university.page.locator('#obligations a', { hasText: '签到表.pdf' })
  const evidence = await university.page.request.get((await shown.getAttribute('href')) ?? '')
  expect((await evidence.body()).subarray(0, 5).toString()).toBe('%PDF-')
})
