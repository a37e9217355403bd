import { DuePage } from '@market/contracts/payments'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { samplePdf } from '../../../seeds/demo/play/sample-pdf.ts'
import { act, arrive, openStep, press } from './support/act.ts'
import { succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { confirmByMail } from './support/confirm.ts'
import { expectAccessible, logIn } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const mainText = async (page: Page): Promise<string> => (await page.locator('main').textContent()) ?? ''

/** Where the money of a contract is: the address alone changes before the page does. */
const account = (page: Page) => page.locator('main a[href$="/statement.pdf"]')

describe('an amount paid by bank transfer', () => {
  const known = { contract: '' }
  const money = () => `/workspace/contracts/${known.contract}/payments`

  it('is called for by the university, once its milestone is reached', async () => {
    const company = await logIn(browser, 'company')
    const { items } = DuePage.parse(await succeed(company, 'GET', '/api/payment-dues?side=payer&limit=50'))
    known.contract = items.find(({ dueOn }) => dueOn === null)?.contract.id ?? ''
    expect(known.contract).not.toBe('')
    await company.leave()
    const university = await logIn(browser, 'university')
    await university.open(money())
    await expectAccessible(university.page)
    await act(university.page, 'call')
    await university.page.getByText('已保存').waitFor()
    await university.leave()
  })

  it('is transferred in part by the company, which shows its slip', async () => {
    const company = await logIn(browser, 'company')
    const { page, open } = company
    await open('/workspace/payments')
    await expectAccessible(page)
    await page.locator(`main a[href="${money()}"]`).first().click()
    await arrive(page, new RegExp(`${money()}$`))
    await account(page).waitFor()
    const form = (await openStep(page, 'transfer')).locator('xpath=ancestor::form[1]')
    await press(page, form.locator('button[value=transfer]'))
    await form.locator('[aria-invalid=true]').first().waitFor()
    await form.locator('[name=amountFen]').fill('50000')
    await form.locator('[name=paidOn]').fill(new Date(Date.now() - 3 * 86_400_000).toISOString().slice(0, 10))
    await form.locator('[name=file]').setInputFiles({
      name: '银行回单.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from(samplePdf('Transfer slip')),
    })
    await press(page, form.locator('button[value=transfer]'))
    await page.getByText('已保存').waitFor()
    expect(await mainText(page)).toContain('50,000.00')
    await company.leave()
  })

  it('counts once the university’s finance has confirmed it, after showing who they are', async () => {
    const university = await logIn(browser, 'university')
    const { page, open } = university
    await open('/workspace/payments?side=receiver&view=to_confirm')
    await page.locator(`main a[href="${money()}"]`).first().click()
    await arrive(page, new RegExp(`${money()}$`))
    await account(page).waitFor()
    await act(page, 'confirm')
    await confirmByMail(page, 'university')
    await account(page).waitFor()
    await act(page, 'confirm')
    await page.getByText('已保存').waitFor()
    await expectAccessible(page)
    await university.leave()
  })

  it('stands in the account that both sides read, and the payer is told', async () => {
    const company = await logIn(browser, 'company')
    const { page, open } = company
    await open(money())
    expect(await page.getByText('50,000.00').count()).toBeGreaterThan(1)
    const statement = await page.request.get(`/api/contracts/${known.contract}/payments/statement.pdf`)
    expect((await statement.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await open('/workspace/notifications')
    await page.getByText('付款已确认').first().waitFor()
    await company.leave()
  })
})

it('the authority reads signed against paid, and the nightly comparison', async () => {
  const { page, open, leave } = await logIn(browser, 'authority')
  await open('/workspace/payments/contracts')
  await expectAccessible(page)
  await open('/workspace/payments/reconciliations')
  await page.getByText('没有差异').waitFor()
  await expectAccessible(page)
  await leave()
})
