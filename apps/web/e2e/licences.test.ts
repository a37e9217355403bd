import { randomInt } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { act, arrive, choose, field, openStep, textOf } from './support/act.ts'
import { succeed } from './support/ask.ts'
import { launchBrowser } from './support/browser.ts'
import { actConfirmed } from './support/confirm.ts'
import { draftListing, findListing, publishListing } from './support/listing.ts'
import { confirmMoney, transferAll } from './support/pay.ts'
import { expectAccessible, logIn, type Person } from './support/person.ts'
import { entrustTo, expectCertificate, fileAndRegister } from './support/register.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

const COURSES = [
  {
    name: 'a licence under a patent declared open to everybody',
    kind: 'open',
    mode: 'open_licence',
    tiers: { open: { feeFen: '30000', termMonths: '24' } },
    tier: 'open',
    withKnowHow: false,
    amount: '30,000.00',
  },
  {
    name: 'a licence on the owner’s standard terms',
    kind: 'click',
    mode: 'ordinary_licence',
    tiers: {
      research: { feeFen: '1000', termMonths: '12' },
      small_firm: { feeFen: '20000', termMonths: '36' },
      standard: { feeFen: '45000', termMonths: '36' },
    },
    tier: 'small_firm',
    withKnowHow: true,
    amount: '25,000.00',
  },
] as const

const Rights = z.object({ items: z.array(z.object({ id: z.string() })) })

/** What the patent office published is entered by the owner, who names the gazette. */
const declareOpen = async (owner: Person, patent: string): Promise<void> => {
  const found = await succeed(owner, 'GET', `/api/rights?q=${encodeURIComponent(patent)}`)
  const [right] = Rights.parse(found).items
  await succeed(owner, 'POST', `/api/rights/${right?.id}/events`, {
    kind: 'open_licence',
    occurredOn: '2025-09-02',
    source: 'gazette',
    checkedOn: '2025-09-03',
    reference: '开放许可声明公告',
  })
}

describe.each(COURSES)('$name', ({ kind, mode, tiers, tier, withKnowHow, amount }) => {
  const mark = `${kind}${randomInt(1_000_000)}`
  const known = { listing: '', contract: '', certificate: '' }
  const licences = () => `/listings/${known.listing}/licences`
  let university: Person
  let company: Person
  let operator: Person
  let filer: Person
  beforeAll(async () => {
    university = await logIn(browser, 'university')
    company = await logIn(browser, 'company')
    operator = await logIn(browser, 'operator')
    filer = await logIn(browser, 'filer')
  })
  afterAll(() => Promise.all([university, company, operator, filer].map(({ leave }) => leave())))

  it('is offered by the university, which shows who it is', async () => {
    const { page, open } = university
    const { id, patent } = await draftListing(university, mark, mode)
    known.listing = id
    if (kind === 'open') await declareOpen(university, patent)
    await publishListing(university, operator, id)
    await open(licences())
    await actConfirmed(page, 'university', async () => {
      await openStep(page, 'publish')
      await field(page, 'fieldOfUse').fill('建筑隔墙板')
      await field(page, 'territory').fill('全国')
      for (const [name, terms] of Object.entries(tiers)) {
        for (const [path, value] of Object.entries<string>(terms)) {
          await field(page, `tiers.${name}.${path}`).fill(value)
        }
      }
      if (withKnowHow) {
        await field(page, 'knowHow.trainingDays').fill('3')
        await field(page, 'knowHow.feeFen').fill('5000')
      }
      await act(page, 'publish')
    })
    await page.locator('main button[name=intent][value=withdraw]').waitFor({ state: 'attached' })
    await expectAccessible(page)
  })

  it('is found by the company, which takes it and signs', async () => {
    const { page } = company
    await findListing(company, `剑麻纤维 板材 ${mark}`, known.listing)
    await page.locator(`main a[href="${licences()}"]`).first().click()
    await arrive(page, new RegExp(`${licences()}$`))
    await expectAccessible(page)
    await actConfirmed(page, 'company', async () => {
      await openStep(page, 'take')
      await choose(page, 'tier', tier)
      if (withKnowHow) await field(page, 'withKnowHow').check()
      if (tier === 'small_firm') await field(page, 'stated').check()
      await act(page, 'take')
    })
    await page.getByText('待付款').first().waitFor()
    const contract = page.locator('main a[href^="/workspace/contracts/"]').first()
    known.contract = (await contract.getAttribute('href')) ?? ''
    expect(known.contract).toMatch(/\/workspace\/contracts\/[0-9a-f-]{36}$/)
    await expectAccessible(page)
  })

  it('is in effect once the fee has come', async () => {
    await transferAll(company, known.contract)
    await confirmMoney(university, known.contract)
    const { page, open } = company
    await open(licences())
    await page.getByText('已生效').first().waitFor()
    await expectAccessible(page)
  })

  it('has a contract that both sides signed and anybody of them downloads', async () => {
    const { page, open } = company
    await open(known.contract)
    expect(await textOf(page)).toContain(amount)
    // The signed text once for each side, and the same with the evidence of its signatures.
    const files = await page.locator('main a[href^="/api/files/"], main a[href$="/signed.pdf"]').all()
    expect(files.length).toBeGreaterThan(1)
    for (const link of files) {
      const answer = await page.request.get((await link.getAttribute('href')) ?? '')
      expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await expectAccessible(page)
  })

  it('is handed over, filed and registered, and anybody verifies the certificate', async () => {
    await university.open(known.contract)
    await entrustTo(university, filer)
    known.certificate = await fileAndRegister(filer, operator, known.contract)
    await expectCertificate(browser, known.certificate, amount)
  })
})
