import { listings, organizations, registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  changeRegistration,
  editRegistration,
  fileRegistration,
  getRegistration,
  type RegistrationForm,
  submitRegistration,
} from './index.ts'
import { makeOffice, type Office } from './testing/index.ts'

let test: TestDatabase
let office: Office

beforeAll(async () => {
  test = await createTestDatabase()
  office = await makeOffice(test.db, fixedClock('2026-03-02T02:00:00Z'))
})
afterAll(() => test.drop())

/** Default contracts are worth 300,000 yuan, of which 240,000 are technology. */
const ITEMS: RegistrationForm['nonTechnicalItems'] = [
  { kind: 'equipment', words: '中试反应釜', amountFen: 5_000_000 },
  { kind: 'other', words: '运输', amountFen: 1_000_000 },
]
const DOLLARS = {
  currency: 'USD',
  currencyAmountCents: 4_200_000,
  exchangeRate: '7.14285714',
  exchangeRateOn: '2026-02-20',
} as const

const edited = async (changes: Partial<RegistrationForm>): Promise<string> => {
  const registrationId = await office.drafted()
  await editRegistration(office.as(office.filer), { registrationId, revision: 1, ...changes })
  return registrationId
}
const submit = (registrationId: string) => submitRegistration(office.as(office.filer), registrationId)

describe('the whole form', () => {
  it('is filled from parties and listing, so that nothing is typed twice', async () => {
    const contractId = await office.contract()
    await test.db
      .update(listings)
      .set({ industryClass: '2641' })
      .where(eq(listings.organizationId, office.seller.organizationId))
    const filed = await fileRegistration(office.as(office.filer), { contractId })
    expect(filed).toMatchObject({
      sellerCountry: '142',
      buyerCountry: '142',
      industryClass: '2641',
      sellerIndustryClass: '83',
      buyerIndustryClass: null,
      currency: 'CNY',
      nonTechnicalItems: [],
    })
    expect(filed.sellerProfile).toMatchObject({ traits: [], scale: null })
    const { applicantSide } = await getRegistration(office.as(office.filer), filed.id)
    expect(applicantSide).toBe('seller')
  })

  it('knows Hong Kong, Macao and Taiwan by the region of the party, and lets the domestic buyer apply', async () => {
    const contractId = await office.contract()
    const seller = eq(organizations.id, office.seller.organizationId)
    await test.db.update(organizations).set({ regionCode: '810000' }).where(seller)
    const filed = await fileRegistration(office.as(office.filer), { contractId })
    await test.db.update(organizations).set({ regionCode: '450100' }).where(seller)
    expect(filed.sellerCountry).toBe('110')
    const { applicantSide, findings } = await getRegistration(office.as(office.filer), filed.id)
    expect(applicantSide).toBe('buyer')
    expect(findings.map(({ ruleId }) => ruleId)).toContain('material.buyer_applies')
  })

  it('takes items that explain the difference to the fen, and refuses others field by field', async () => {
    await expect(submit(await edited({ nonTechnicalItems: ITEMS }))).resolves.toMatchObject({
      nonTechnicalItems: ITEMS,
    })
    const short = await edited({ nonTechnicalItems: ITEMS.slice(0, 1) })
    await expect(submit(short)).rejects.toMatchObject({
      code: 'registration.invalid',
      details: {
        problems: [
          {
            path: 'nonTechnicalItems',
            code: 'registration.breakdown_differs',
            params: { restFen: 1_000_000 },
          },
        ],
      },
    })
  })

  it('takes a foreign currency with amount, rate and day, and its equivalent in fen', async () => {
    await expect(submit(await edited(DOLLARS))).resolves.toMatchObject({ currency: 'USD' })
    const off = await edited({ ...DOLLARS, contractAmountFen: 30_000_100 })
    await expect(submit(off)).rejects.toMatchObject({
      details: { problems: [{ path: 'contractAmountFen', code: 'registration.equivalent_differs' }] },
    })
  })

  it('changes in the register when a part of it does, and not when nothing does', async () => {
    const registrationId = await office.registered()
    const change = (changes: Partial<RegistrationForm>) =>
      changeRegistration(office.as(office.registrar), { registrationId, reason: '补充协议', ...changes })
    expect(await change({ nonTechnicalItems: ITEMS, buyerIndustryClass: '26' })).toMatchObject({ version: 2 })
    // The same, with the keys in another order.
    const again = ITEMS.map(({ kind, words, amountFen }) => ({ amountFen, words, kind }))
    await expect(change({ nonTechnicalItems: again })).rejects.toMatchObject({
      code: 'registration.nothing_changed',
    })
  })

  it.each([
    ['items that explain less', { nonTechnicalItems: ITEMS.slice(1) }, 'registrations_breakdown_whole'],
    ['a foreign currency without its rate', { currency: 'USD' }, 'registrations_currency_whole'],
    [
      'an amount that is not the equivalent',
      { ...DOLLARS, currencyAmountCents: 1 },
      'registrations_currency_whole',
    ],
    ['a rate under renminbi', { exchangeRate: '7' }, 'registrations_currency_whole'],
    ['a negative output', { addedOutputFen: -1 }, 'registrations_counts_not_negative'],
  ] as const)('keeps %s out of the database', async (_what, wrong, constraint) => {
    const registrationId = await office.submitted()
    const writing = test.db
      .update(registrations)
      .set({
        ...wrong,
        nonTechnicalItems: 'nonTechnicalItems' in wrong ? [...wrong.nonTechnicalItems] : [],
        revision: sql`${registrations.revision} + 1`,
      })
      .where(eq(registrations.id, registrationId))
    await expect(writing).rejects.toMatchObject({ cause: { constraint_name: constraint } })
  })
})
