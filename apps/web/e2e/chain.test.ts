import { randomInt } from 'node:crypto'
import { patentCheckDigit } from '@market/domain/identifiers'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signedPdf } from '../../../infra/scripts/walkthrough/signed-pdf.ts'
import { act, arrive, choose, field, openStep, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { actConfirmed } from './support/confirm.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'
import { entrustTo, expectCertificate, fileAndRegister } from './support/register.ts'

const MARK = `zk${randomInt(1_000_000)}`
const TITLE = `剑麻纤维增强低碳胶凝板材（${MARK}）`
const ENGLISH_TITLE = `Sisal-fibre board ${MARK}`

let browser: Browser
let university: Person
let operator: Person
let company: Person
let filer: Person

beforeAll(async () => {
  browser = await launchBrowser()
  university = await logIn(browser, 'university')
  operator = await logIn(browser, 'operator')
  company = await logIn(browser, 'company')
  filer = await logIn(browser, 'filer')
})
afterAll(() => browser.close())

const known = { listing: '', request: '', contract: '', certificate: '' }
const turnover = { before: 0, after: 0, released: 0 }

const pathOf = ({ page }: Person): string => new URL(page.url()).pathname

/** The year's turnover as the home page states it, in yuan: to the operator at once, to everybody as released. */
const readTurnover = async (): Promise<number> => {
  await operator.open('/')
  return Number(await operator.page.locator('main data').first().getAttribute('value'))
}
const readReleased = async (): Promise<number> => {
  const anybody = await visitor(browser, { javaScriptEnabled: false })
  await anybody.open('/')
  const exact = await anybody.page.locator('main data').first().getAttribute('value')
  await anybody.page.getByText('下次发布').waitFor()
  await anybody.leave()
  return Number(exact)
}

const TEXTS: Record<string, string> = {
  titleZh: TITLE,
  titleEn: ENGLISH_TITLE,
  summaryZh: '用剑麻短纤维与锰渣基胶凝材料压制的墙板，免蒸养，七天达到出厂强度。',
  summaryEn: 'Wall board pressed from short sisal fibre and a binder made of manganese slag.',
  problemZh: '电解锰渣堆存占地，普通水泥墙板生产能耗高、易开裂。',
  problemEn: 'Manganese slag heaps take land, and ordinary boards need much energy.',
  advantageZh: '与市售纤维水泥板相比，吨能耗降低约四成。',
  advantageEn: 'About 40 % less energy per tonne than boards on the market.',
  applicationsZh: '装配式建筑隔墙、市政围挡。',
  applicationsEn: 'Partition walls, hoardings.',
  maturityEvidenceZh: '中试线连续运行三个月，附检测报告。',
  maturityEvidenceEn: 'A pilot line ran for three months.',
}

it('the university reads the turnover and posts a result with a wrong patent number, then the right one', async () => {
  turnover.before = await readTurnover()
  turnover.released = await readReleased()
  const { page, open } = university
  await open('/workspace/listings/new')
  await choose(page, 'kind', 'granted_patent')
  await field(page, 'titleZh').fill(TITLE)
  await page.locator('main form button[type=submit]').first().click()
  await arrive(page, /\/workspace\/listings\/[0-9a-f-]{36}/)
  known.listing = pathOf(university).split('/')[3] ?? ''
  // The form before this one has titles too: the editor is there once its summary is.
  await field(page, 'summaryZh').waitFor()
  for (const [path, text] of Object.entries(TEXTS)) await field(page, path).fill(text)
  await choose(page, 'maturityLevel', '6')
  await choose(page, 'technicalField', '05')
  await choose(page, 'planIndustry', 'building_materials')
  await field(page, 'industryClass').fill('30')
  await field(page, 'ipcSymbols.0').fill('C04B 28/08')
  await page.locator('main input[name=transferModes][value=ordinary_licence]').check()
  await choose(page, 'priceMode', 'fixed')
  await field(page, 'priceFen').fill('880000')
  const digits = `20231${String(randomInt(10_000_000)).padStart(7, '0')}`
  const right = patentCheckDigit(digits)
  await choose(page, 'rights.0.kind', 'invention_patent')
  await field(page, 'rights.0.number').fill(`ZL${digits}.${right === '1' ? '2' : '1'}`)
  await field(page, 'rights.0.title').fill('一种剑麻纤维增强锰渣基板材')
  await field(page, 'rights.0.ownerNames').fill('示例权利人')
  await field(page, 'rights.0.inventorNames').fill('韦某')
  await field(page, 'rights.0.filedOn').fill('2023-05-18')
  await field(page, 'rights.0.grantedOn').fill('2025-03-04')
  await act(page, 'save')
  await page.getByText('第 16 位').first().waitFor()
  await field(page, 'rights.0.number').fill(`ZL${digits}.${right}`)
  await act(page, 'save')
  await expectAccessible(page)
})

it('submits it after a summary, and the operator publishes it', async () => {
  const { page } = university
  await act(page, 'review')
  await arrive(page, /\/submit/)
  await page.locator('main input[name=confirmed]').check()
  await press(
    page,
    page.locator('main form', { has: page.locator('[name=confirmed]') }).locator('button[type=submit]'),
  )
  await operator.open('/workspace/review')
  await expectAccessible(operator.page)
  await operator.page.getByText(TITLE).first().click()
  await arrive(operator.page, /\/workspace\/review\/.*[0-9a-f-]{36}/)
  await act(operator.page, 'publish')
})

it('the company finds it in Chinese and in English and requests a licence', async () => {
  const { page, open } = company
  for (const query of [`剑麻纤维 板材 ${MARK}`, `sisal board ${MARK}`]) {
    await expect
      .poll(
        async () => {
          await open(`/search?q=${encodeURIComponent(query)}`)
          return page.locator('main a[href^="/listings/"]').first().getAttribute('href')
        },
        { timeout: 15_000 },
      )
      .toContain(known.listing)
  }
  await page.locator('main a[href^="/listings/"]').first().click()
  await arrive(page, /\/listings\//)
  await page.locator(`main a[href="/listings/${known.listing}/request"]`).first().click()
  await arrive(page, /\/request$/)
  await field(page, 'fieldOfUse').fill('建筑隔墙板')
  await field(page, 'territory').fill('广西壮族自治区')
  await field(page, 'termMonths').fill('36')
  await field(page, 'offerFen').fill('800000')
  await field(page, 'message').fill('我们在武鸣建有板材生产线，希望取得三年普通许可。')
  await expectAccessible(page)
  await press(page, page.locator('main button[name=step][value=review]'))
  await page.locator('main button[name=step][value=send]').click()
  await arrive(page, /\/workspace\/requests\//)
  known.request = pathOf(company)
})

it('both sides talk and agree on terms', async () => {
  await university.open(known.request)
  await act(university.page, 'accept')
  await openStep(university.page, 'offer')
  await field(university.page, 'terms.totalFen').fill('960000')
  await act(university.page, 'offer')
  await company.open(known.request)
  await openStep(company.page, 'offer')
  await field(company.page, 'terms.totalFen').fill('880000')
  await act(company.page, 'offer')
  await university.open(known.request)
  await expectAccessible(university.page)
  await act(university.page, 'accept-offer')
  await university.page.locator('main a[href^="/workspace/contracts/"]').last().click()
  await arrive(university.page, /\/workspace\/contracts\/./)
  known.contract = pathOf(university)
})

it('both sides sign the same file, and the university entrusts the agency', async () => {
  const { page } = university
  await field(page, 'technologyAmountFen').fill('800000')
  await act(page, 'edit')
  // What is settled is the contract as it now stands, not as the page showed it before.
  await university.open(known.contract)
  await act(page, 'ready')
  await page.getByText('已定稿').first().waitFor()
  const file = {
    name: '许可合同.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(signedPdf(known.contract)),
  }
  await company.open(known.contract)
  for (const side of [university, company]) {
    await openStep(side.page, 'attach')
    await field(side.page, 'file').setInputFiles(file)
    await act(side.page, 'attach')
  }
  await actConfirmed(company.page, 'company', () => act(company.page, 'sign'))
  await university.open(known.contract)
  await expectAccessible(page)
  await actConfirmed(page, 'university', () => act(page, 'sign'))
  await entrustTo(university, filer)
})

it('the agency files it and the operator registers it', async () => {
  known.certificate = await fileAndRegister(filer, operator, known.contract)
})

it('anybody verifies the certificate, and the turnover has grown by the contract amount', async () => {
  await expectCertificate(browser, known.certificate, '880,000.00')
  turnover.after = await readTurnover()
  expect(turnover.after - turnover.before).toBe(880_000)
  // The public reads the last release: a single contract more changes nothing there.
  expect(await readReleased()).toBe(turnover.released)
})
