import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedPdf } from '../../../infra/scripts/walkthrough/signed-pdf.ts'
import { act, arrive, field, openStep, press } from './support/act.ts'
import { idFrom, succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { actConfirmed } from './support/confirm.ts'
import { draftListing, findListing, publishListing } from './support/listing.ts'
import { confirmMoney, transferAll } from './support/pay.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'
import { entrustTo, expectCertificate, fileAndRegister } from './support/register.ts'

const MARK = `nego${randomInt(1_000_000)}`

let browser: Browser
let university: Person
let company: Person
let operator: Person
let filer: Person
beforeAll(async () => {
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
  company = await logIn(browser, 'company')
  operator = await logIn(browser, 'operator')
  filer = await logIn(browser, 'filer')
})
afterAll(() => browser.close())

const known = { listing: '', request: '', contract: '' }
const pathOf = ({ page }: Person): string => new URL(page.url()).pathname

const attachConfidential = async ({ page }: Person): Promise<void> => {
  const file = { name: '检测报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from(signedPdf(MARK)) }
  const multipart = { purpose: 'listing_attachment', file }
  const stored = await (await page.request.post('/api/files', { multipart })).json()
  await succeed(university, 'POST', `/api/listings/${known.listing}/attachments`, {
    fileId: idFrom(stored),
    titleZh: '第三方检测报告',
    titleEn: 'Third-party test report',
    visibility: 'confidential',
  })
}

it('the company finds a result and binds itself to secrecy before it reads the confidential file', async () => {
  known.listing = (await draftListing(university, MARK, 'ordinary_licence')).id
  await attachConfidential(university)
  await publishListing(university, operator, known.listing)
  const { page } = company
  await findListing(company, `剑麻纤维 板材 ${MARK}`, known.listing)
  const confidential = `/listings/${known.listing}/confidential`
  await page.locator(`main a[href="${confidential}"]`).first().click()
  await arrive(page, new RegExp(`${confidential}$`))
  const opens = page.locator('main a[href*="/confidential-files/"]')
  expect(await opens.count()).toBe(0)
  await actConfirmed(page, 'company', () => act(page, 'accept'))
  await opens.first().waitFor()
  await expectAccessible(page)
  const opened = await page.request.get((await opens.first().getAttribute('href')) ?? '')
  expect((await opened.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

it('asks for a licence', async () => {
  const { page, open } = company
  await open(`/listings/${known.listing}/request`)
  await field(page, 'fieldOfUse').fill('建筑隔墙板')
  await field(page, 'territory').fill('广西壮族自治区')
  await field(page, 'termMonths').fill('36')
  await field(page, 'offerFen').fill('30000')
  await field(page, 'message').fill('看过检测报告，希望取得三年普通许可。')
  await press(page, page.locator('main button[name=step][value=review]'))
  await page.locator('main button[name=step][value=send]').click()
  await arrive(page, /\/workspace\/requests\//)
  known.request = pathOf(company)
})

const offer = async ({ page, open }: Person, yuan: string) => {
  await open(known.request)
  await openStep(page, 'offer')
  await field(page, 'terms.upfrontFen').fill(yuan)
  await field(page, 'terms.totalFen').fill(yuan)
  await act(page, 'offer')
}

it('agrees with the university on the second offer', async () => {
  await university.open(known.request)
  await act(university.page, 'accept')
  await offer(university, '48000')
  await offer(company, '40000')
  const { page, open } = university
  await open(known.request)
  await act(page, 'accept-offer')
  await page.locator('main a[href^="/workspace/contracts/"]').last().click()
  await arrive(page, /\/workspace\/contracts\/./)
  known.contract = pathOf(university)
})

it('agrees on the text written from the terms, and both sign it in order', async () => {
  const { page, open } = university
  await open(`${known.contract}/text`)
  await act(page, 'generate')
  await page.getByText('文本已生成').waitFor()
  await company.open(`${known.contract}/text`)
  await act(company.page, 'accept')
  await company.page.getByText('双方已就文本达成一致').waitFor()
  await open(known.contract)
  await act(page, 'ready')
  await page.getByText('已定稿').first().waitFor()
  await actConfirmed(page, 'university', () => act(page, 'sign_text'))
  await page.getByText('已签署').first().waitFor()
  // The company showed who it is when it bound itself to secrecy.
  await company.open(known.contract)
  await act(company.page, 'sign_text')
  await company.page.getByText('已签署').first().waitFor()
  const signed = await company.page.request.get(
    `/api/contracts/${known.contract.split('/').at(-1)}/signed.pdf`,
  )
  expect((await signed.body()).subarray(0, 5).toString()).toBe('%PDF-')
})

it('pays, and the university finds the money on its account', async () => {
  await transferAll(company, known.contract)
  await confirmMoney(university, known.contract)
  await company.open(`${known.contract}/payments`)
  expect(await company.page.getByText('40,000.00').count()).toBeGreaterThan(1)
  await expectAccessible(company.page)
})

it('has the contract registered, and anybody verifies the certificate', async () => {
  await university.open(known.contract)
  await entrustTo(university, filer)
  const certificate = await fileAndRegister(filer, operator, known.contract)
  await expectCertificate(browser, certificate, '40,000.00')
})
