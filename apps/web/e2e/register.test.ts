import { EMPTY_SUPPLEMENT, type ImportRow, importHeader, writeImportRow } from '@market/domain/registration'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { act, arrive, field, press, textOf } from './support/act.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person, visitor } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const quoted = (cells: readonly string[]): string =>
  cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

const contract = (changes: Partial<ImportRow>): ImportRow => ({
  ...EMPTY_SUPPLEMENT,
  number: '18000000000001',
  title: '罗非鱼苗种繁育技术转让',
  type: 'ZR',
  subType: 'ZR_PATENT',
  seller: { name: '某水产研究站', creditCode: '', kind: '0211', regionCode: '450103' },
  buyer: { name: '某渔业合作社', creditCode: '', kind: '170', regionCode: '450110' },
  contractAmountFen: 12_345_600,
  technologyAmountFen: 12_000_000,
  signedOn: '2018-05-02',
  effectiveOn: '2018-05-02',
  endsOn: null,
  registeredOn: '2018-06-01',
  technicalField: '09',
  planIndustry: 'modern_agriculture',
  ipKind: 'none',
  planSource: 'none',
  socioEconomicObjective: null,
  paymentMethod: 'lump_sum',
  relatedParties: false,
  status: 'valid',
  ...changes,
})

const sheet = (...rows: ImportRow[]) => ({
  name: 'contracts.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([importHeader(), ...rows.map(writeImportRow)].map(quoted).join('\r\n')),
})

/** The worker is at it meanwhile; the page is asked again until it says so. */
const until = async (person: Person, text: RegExp): Promise<void> => {
  await expect
    .poll(
      async () => {
        await person.page.reload()
        return textOf(person.page)
      },
      { timeout: 60_000, interval: 1000 },
    )
    .toMatch(text)
}

const uploadSheet = async ({ page, open }: Person, file: ReturnType<typeof sheet>): Promise<void> => {
  await open('/workspace/imports')
  const input = page.locator('main input[type=file]')
  if (!(await input.isVisible())) await page.locator('main details summary').first().click()
  await input.setInputFiles(file)
  await field(page, 'source').fill('自治区登记点')
  await press(page, page.locator('main form button[type=submit]').first())
  await arrive(page, /\/workspace\/imports\/0/)
}

describe('an import', () => {
  it('is checked row by row, refused with an error in it, and entered whole once it is clean', async () => {
    const registrar = await logIn(browser, 'registrar')
    const wrong = contract({ number: '18000000000002', registeredOn: '2018-01-01', title: '早于签订的登记' })
    await uploadSheet(registrar, sheet(contract({}), wrong))
    await until(registrar, /登记日期不能早于签订日期/)
    await expectAccessible(registrar.page)
    expect(await registrar.page.locator('main button[value=commit]').count()).toBe(0)

    await uploadSheet(registrar, sheet(contract({}), { ...wrong, registeredOn: '2018-06-02' }))
    await until(registrar, /2/)
    await expect
      .poll(
        async () => {
          await registrar.page.reload()
          return registrar.page.locator('main button[value=commit]').count()
        },
        { timeout: 60_000, interval: 1000 },
      )
      .toBe(1)
    await act(registrar.page, 'commit')
    await until(registrar, /完成时间|已写入|写入完成/)
    await registrar.leave()
  })
})

describe('the authority', () => {
  it('loads a published series, which everybody then reads with its breaks and its source', async () => {
    const authority = await logIn(browser, 'authority')
    const { page } = authority
    await authority.open('/workspace/statistics')
    if (!(await page.locator('main input[type=file]').isVisible())) {
      await page.locator('main details summary').first().click()
    }
    const table = ['地区,期间,流向,项数,成交额（万元）', '全国,2021,输出技术,670506,372943029.73']
    const figures = ['2019,775572', '2020,916691', '2021,9405765.277149', '2022,2269901', '2023,889320']
    const lines = figures.map((figure) => {
      const [year, amount] = figure.split(',')
      return `广西,${year},输出技术,,${amount}`
    })
    const buffer = Buffer.from([...table, ...lines].join('\n'))
    await page
      .locator('main input[type=file]')
      .setInputFiles({ name: 'series.csv', mimeType: 'text/csv', buffer })
    await field(page, 'title').fill('分省技术合同输出')
    await field(page, 'source').fill('中国科技统计年鉴')
    await field(page, 'definition').fill('按卖方所在地统计的技术合同成交额。')
    await field(page, 'publishedOn').fill('2024-12-01')
    await press(page, page.locator('main form[method=post] button[type=submit]').first())
    await arrive(page, /\/workspace\/statistics\/0/)
    await expectAccessible(page)
    await act(page, 'publish')
    await authority.leave()

    const reader = await visitor(browser, { javaScriptEnabled: false })
    await reader.open('/turnover/official?place=450000')
    const text = await textOf(reader.page)
    expect(text).toContain('2021、2022、2023')
    expect(text).toContain('中国科技统计年鉴')
    expect(await reader.page.locator('main svg').count()).toBeGreaterThan(0)
    const folder = process.env.E2E_PICTURES
    if (folder) await reader.page.screenshot({ path: `${folder}/official-1440.png`, fullPage: true })
    await reader.leave()
    const phone = await visitor(browser, { viewport: { width: 390, height: 844 } })
    await phone.open('/turnover/official?place=450000')
    await expectAccessible(phone.page)
    if (folder) await phone.page.screenshot({ path: `${folder}/official-390.png`, fullPage: true })
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await phone.leave()
  })
})
