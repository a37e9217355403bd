import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, arrive, choose, field, openStep, press } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { DISGUISED, PDF } from './support/files.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

const TITLE = `糖厂蒸发罐结垢在线监测（${randomInt(1_000_000)}）`

let browser: Browser
let company: Person
let operator: Person
let university: Person

beforeAll(async () => {
  browser = await launchBrowser()
  company = await logIn(browser, 'company')
  operator = await logIn(browser, 'operator')
  university = await logIn(browser, 'university')
})
afterAll(() => browser.close())

const known = { need: '', request: '' }
const pathOf = ({ page }: Person): string => new URL(page.url()).pathname

const TEXTS: Record<string, string> = {
  titleEn: 'Watching scale in evaporators',
  problemZh: '蒸发罐结垢后传热变差，只能停机检查。',
  goalZh: '不停机判断垢层厚度，误差不超过半毫米。',
  necessityZh: '每个榨季因结垢多耗蒸汽约一成。',
  'indicators.0.nameZh': '厚度误差',
  'indicators.0.unit': '毫米',
  'indicators.0.present': '无法测量',
  'indicators.0.target': '≤ 0.5',
  deadlineOn: `${new Date().getFullYear() + 2}-06-30`,
  budgetMaxFen: '600000',
  contactName: '设备部（示例）',
}

it('a company writes a need; what is missing is named and nothing typed is lost', async () => {
  const { page, open } = company
  await open('/workspace/needs/new')
  await field(page, 'titleZh').fill(TITLE)
  await page.locator('main form button[type=submit]').first().click()
  await arrive(page, /\/workspace\/needs\/[0-9a-f-]{36}/)
  await field(page, 'problemZh').waitFor()
  known.need = pathOf(company).split('/').at(-1) ?? ''
  await field(page, 'problemZh').fill(TEXTS.problemZh ?? '')
  await act(page, 'submit')
  await page.locator('main [role=alert], main [id^=field-][aria-invalid=true]').first().waitFor()
  expect(await field(page, 'problemZh').inputValue()).toBe(TEXTS.problemZh)
  await expectAccessible(page)
  for (const [path, text] of Object.entries(TEXTS)) await field(page, path).fill(text)
  await page.locator('main input[name=cooperationModes][value=commission]').check()
  await choose(page, 'budgetMode', 'range')
  await choose(page, 'type', 'key_technology')
  await choose(page, 'ipWish', 'shared')
  await choose(page, 'technicalField', '04')
  await choose(page, 'planIndustry', 'food')
  await field(page, 'attachment.file').setInputFiles([DISGUISED, PDF])
  await page.getByText(`${DISGUISED.name}：这里不接受这种文件`).waitFor()
  await page.locator('#attachments [name$=".titleZh"]').fill('工况数据')
  await act(page, 'attach')
  await arrive(page, /done=attach/)
  expect(await field(page, 'problemZh').inputValue()).toBe(TEXTS.problemZh)
  await act(page, 'submit')
  await arrive(page, /done=submit/)
})

it('the operator publishes it, and everybody finds it without JavaScript', async () => {
  await operator.open('/workspace/review-needs')
  await operator.page.getByText(TITLE).first().click()
  await arrive(operator.page, /\/workspace\/needs\/[0-9a-f-]{36}/)
  await act(operator.page, 'publish')
  const anybody = await visitor(browser, { javaScriptEnabled: false })
  await anybody.open(`/needs?q=${encodeURIComponent('结垢')}`)
  await anybody.page.getByText(TITLE).first().click()
  await arrive(anybody.page, /\/needs\/[0-9a-f-]{36}/)
  expect(await anybody.page.locator('h1').textContent()).toContain(TITLE)
  expect(await anybody.page.locator('main table td').allTextContents()).toContain('≤ 0.5')
  const file = await anybody.page.getByRole('link', { name: '工况数据' }).getAttribute('href')
  const download = await anybody.page.request.get(file ?? '')
  expect(download.headers()['content-disposition']).toMatch(/^attachment/)
  await anybody.leave()
})

it('a university proposes to solve it', async () => {
  const { page, open } = university
  await open(`/needs/${known.need}`)
  await openStep(page, 'proposal')
  await field(page, 'proposal.approach').fill('在罐壁外贴超声探头，用模型扣除温度影响。')
  await field(page, 'proposal.evidence').fill('实验罐上误差零点三毫米。')
  await field(page, 'proposal.team').fill('无损检测团队五人。')
  await field(page, 'proposal.months').fill('14')
  await field(page, 'proposal.priceFen').fill('480000')
  await act(page, 'proposal')
  await arrive(page, /done=answered/)
  await open('/workspace/answers')
  expect(await page.getByText(TITLE).count()).toBeGreaterThan(0)
})

it('the company takes it up: talks begin, and end in a development contract that names the need', async () => {
  const { page, open } = company
  await open(`/workspace/needs/${known.need}/answers`)
  await expectAccessible(page)
  await act(page, 'shortlist')
  const takeUp = await openStep(page, 'take-up')
  const form = takeUp.locator('xpath=ancestor::form[1]')
  await form.locator('[name=message]').fill('请先到现场看看。')
  await press(page, takeUp)
  await arrive(page, /\/workspace\/requests\/./)
  known.request = pathOf(company)
  await expectAccessible(page)
  expect(await page.locator('main').textContent()).toContain('≤ 0.5')
  await university.open(known.request)
  await openStep(university.page, 'offer')
  // Nothing of it is typed again: price, months and ownership are the proposal's, the rest the need's.
  const filled = (path: string) => field(university.page, path).inputValue()
  expect((await filled('terms.totalFen')).replaceAll(',', '')).toMatch(/^480000(\.00)?$/)
  expect(await filled('terms.termMonths')).toBe('14')
  expect(await filled('terms.fieldOfUse')).toBe(TITLE)
  expect(await filled('terms.resultOwner')).toBe('shared')
  await act(university.page, 'offer')
  await open(known.request)
  await act(page, 'accept-offer')
  await page.locator('main a[href^="/workspace/contracts/"]').last().click()
  await arrive(page, /\/workspace\/contracts\/./)
  await expectAccessible(page)
  expect(await page.locator('main').textContent()).toContain('技术开发')
  expect(await page.locator(`main a[href="/needs/${known.need}"]`).count()).toBeGreaterThan(0)
})
