import { ContractPage } from '@market/contracts/contracts'
import { Reward } from '@market/contracts/payments'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { act, field, press, textOf } from './support/act.ts'
import { ask, succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const rewardOf = async (person: Person, id: string) =>
  Reward.parse(await succeed(person, 'GET', `/api/contracts/${id}/reward`))

/** A signed contract with money received that nobody has split yet. */
const findPaid = async (university: Person): Promise<string> => {
  const found = await succeed(university, 'GET', '/api/contracts?role=seller&state=signed&limit=100')
  for (const { id } of ContractPage.parse(found).items) {
    const { receivedFen, state, shares } = await rewardOf(university, id)
    if (receivedFen > 0 && state === null && shares.length > 0) return id
  }
  throw new Error('The demonstration has no paid contract.')
}

it('a university splits a contract’s income with its inventors, not below the floor', async () => {
  const university = await logIn(browser, 'university')
  const { page, open } = university
  const id = await findPaid(university)
  await open(`/workspace/contracts/${id}/payments`)
  await page.locator(`main a[href$="/${id}/reward"]`).click()
  await page.locator('main button[value=draft]').waitFor()
  await expectAccessible(page)
  await field(page, 'inventorPart').fill('40')
  await press(page, page.locator('main button[value=draft]'))
  await page.locator('main [name=inventorPart][aria-invalid=true]').waitFor()
  expect(await textOf(page)).toContain('50%')
  await field(page, 'inventorPart').fill('70')
  await field(page, 'costs.0.amountFen').fill('1234.56')
  await press(page, page.locator('main button[value=draft]'))
  await page.getByText('方案已保存').waitFor()
  await act(page, 'approve')
  await page.getByText('方案已审批。').waitFor()
  await expectAccessible(page)
  const { distributions, totals, standing } = await rewardOf(university, id)
  expect(distributions.length).toBeGreaterThan(0)
  expect(totals.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(standing.poolFen)
  const name = encodeURIComponent(totals[0]?.name ?? '')
  for (const query of ['', `?inventor=${name}`]) {
    const statement = await page.request.get(`/api/contracts/${id}/reward/statement.pdf${query}`)
    expect((await statement.body()).subarray(0, 5).toString()).toBe('%PDF-')
  }
  await page.setViewportSize({ width: 390, height: 900 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await university.leave()
  const company = await logIn(browser, 'company')
  expect((await ask(company, 'GET', `/api/contracts/${id}/reward`)).status).toBe(404)
  await company.leave()
})
