import { addDays, daysBetween, yearOf } from '@market/domain'
import {
  codesOf,
  DECLINE_REASONS,
  industryHeading,
  ipcHeading,
  LISTING_KINDS,
  MATURITY_LEVELS,
  PLAN_INDUSTRIES,
  PRICE_MODES,
  TECHNICAL_FIELDS,
  TRANSFER_MODES,
} from '@market/domain/codes'
import { parseSocialCreditCode } from '@market/domain/identifiers'
import { listingProblems } from '@market/domain/listings'
import { describe, expect, test } from 'vitest'
import { DEMO_ACCOUNTS, DEMO_DOMAIN } from './accounts.ts'
import { DEMO_DEALS, type DemoDeal } from './deals/index.ts'
import { DEMO_LISTINGS } from './listings/index.ts'
import { DEMO_AUTHORITY, DEMO_OPERATOR, DEMO_ORGANIZATIONS } from './organizations.ts'
import { planDeal } from './play/deal-plan.ts'
import { formOf } from './play/listing-steps.ts'
import { DEMO_REQUESTS } from './requests.ts'

const ORGANIZATIONS = [DEMO_OPERATOR, DEMO_AUTHORITY, ...DEMO_ORGANIZATIONS]
const listingOf = (key: string) => DEMO_LISTINGS.find((listing) => listing.key === key)
const seen = (values: readonly unknown[]) => [...new Set(values.map(String))].toSorted()

describe('sample organizations', () => {
  test('are of every kind, at least fourteen of them, and say that they are samples', () => {
    expect(ORGANIZATIONS.length).toBeGreaterThanOrEqual(14)
    expect(seen(ORGANIZATIONS.map(({ kind }) => kind))).toHaveLength(7)
    for (const { nameZh, nameEn } of ORGANIZATIONS) {
      expect(nameZh).toContain('（示例）')
      expect(nameEn).toContain('(sample)')
    }
  })

  test('have credit codes that are valid without a warning, each its own', () => {
    for (const { creditCode } of ORGANIZATIONS) {
      expect(parseSocialCreditCode(creditCode)).toMatchObject({ ok: true, warnings: [] })
    }
    expect(seen(ORGANIZATIONS.map(({ creditCode }) => creditCode))).toHaveLength(ORGANIZATIONS.length)
  })

  test('have people for every account that is shown at the start', () => {
    const addresses = ORGANIZATIONS.flatMap(({ members }) =>
      members.map(({ key }) => `${key}@${DEMO_DOMAIN}`),
    )
    expect(seen(addresses)).toHaveLength(addresses.length)
    for (const { email } of DEMO_ACCOUNTS) expect(addresses).toContain(email)
  })
})

/** What a listing can offer; work proposed for a need stands on no listing. */
const LISTED_MODES = codesOf(TRANSFER_MODES)
  .filter((mode) => mode !== 'commissioned_development')
  .toSorted()

describe('sample listings', () => {
  test('are at least sixty, of every kind, mode, field, industry and way of pricing', () => {
    expect(DEMO_LISTINGS.length).toBeGreaterThanOrEqual(60)
    expect(seen(DEMO_LISTINGS.map(({ kind }) => kind))).toEqual(codesOf(LISTING_KINDS).toSorted())
    expect(seen(DEMO_LISTINGS.flatMap(({ modes }) => modes))).toEqual(LISTED_MODES)
    expect(seen(DEMO_LISTINGS.map(({ field }) => field))).toEqual(codesOf(TECHNICAL_FIELDS).toSorted())
    expect(seen(DEMO_LISTINGS.map(({ industry }) => industry))).toEqual(codesOf(PLAN_INDUSTRIES).toSorted())
    expect(seen(DEMO_LISTINGS.map(({ priceMode }) => priceMode))).toEqual(codesOf(PRICE_MODES).toSorted())
    expect(seen(DEMO_LISTINGS.map(({ outcome }) => outcome.to))).toHaveLength(5)
    for (const { maturity } of DEMO_LISTINGS)
      expect(MATURITY_LEVELS.map(({ level }) => level)).toContain(maturity)
  })

  test.each(DEMO_LISTINGS)('$key is complete in both languages', ({ zh, en }) => {
    for (const text of Object.values(zh)) expect(text).toMatch(/\p{Script=Han}/u)
    for (const text of Object.values(en)) expect(text).toMatch(/^[^\p{Script=Han}]{3,}$/u)
  })

  test.each(DEMO_LISTINGS)('$key could be submitted on its day', (listing) => {
    expect(listingProblems(formOf(listing), listing.postedOn)).toEqual([])
    expect(industryHeading(listing.industryClass)).toBeDefined()
    for (const symbol of listing.ipc) expect(ipcHeading(symbol)?.level).toBe('subclass')
  })

  test('never offer one number twice and repeat no text', () => {
    const numbers = DEMO_LISTINGS.flatMap(({ rights }) => rights.flatMap(({ number }) => number ?? []))
    expect(seen(numbers)).toHaveLength(numbers.length)
    const summaries = DEMO_LISTINGS.flatMap(({ zh, en }) => [zh.summary, en.summary])
    expect(seen(summaries)).toHaveLength(summaries.length)
  })
})

describe('sample requests', () => {
  test('are twenty-five, ending in every way a request can end without a contract', () => {
    expect(DEMO_REQUESTS).toHaveLength(25)
    expect(seen(DEMO_REQUESTS.map(({ outcome }) => outcome.to))).toEqual(
      ['accepted', 'declined', 'lapsed', 'negotiating', 'submitted', 'withdrawn'].toSorted(),
    )
    const reasons = DEMO_REQUESTS.flatMap(({ outcome }) =>
      outcome.to === 'declined' ? [outcome.reason] : [],
    )
    expect(seen(reasons).length).toBeGreaterThanOrEqual(6)
    for (const reason of reasons) expect(codesOf(DECLINE_REASONS)).toContain(reason)
  })

  test.each([...DEMO_REQUESTS])('$key asks for what is offered, by somebody else', (request) => {
    const listing = listingOf(request.listing)
    expect(listing?.modes).toContain(request.mode)
    expect(listing?.owner).not.toBe(request.requester)
    expect(ORGANIZATIONS.map(({ key }) => key)).toContain(request.requester)
  })
})

const registeredIn = (year: number): DemoDeal[] =>
  DEMO_DEALS.filter(({ stage, lastOn }) => stage === 'registered' && yearOf(lastOn) === year)

/** 万元 on the ledger at the end: changes and reversals counted. */
const turnoverOf = (year: number): number =>
  registeredIn(year).reduce((sum, { contractWan, aftermath }) => {
    if (!aftermath) return sum + contractWan
    return sum + (aftermath.entry === 'changed' ? aftermath.contractWan : 0)
  }, 0)

describe('sample deals', () => {
  test('are at least sixty registered ones on a believable path to the target', () => {
    const years = [2016, 2017, 2018, 2019, 2020]
    expect(DEMO_DEALS.filter(({ stage }) => stage === 'registered').length).toBeGreaterThanOrEqual(60)
    const path = years.map(turnoverOf)
    expect(path).toEqual(path.toSorted((left, right) => left - right))
    expect(path[0]).toBeGreaterThan(20_000)
    expect(path[4]).toBeGreaterThan(80_000)
    expect(path[4]).toBeLessThan(85_000)
  })

  test('stand on every desk and have been changed, cancelled and revoked', () => {
    expect(seen(DEMO_DEALS.map(({ stage }) => stage))).toHaveLength(10)
    expect(seen(DEMO_DEALS.flatMap(({ aftermath }) => aftermath?.entry ?? []))).toEqual([
      'cancelled',
      'changed',
      'revoked',
    ])
    expect(seen(DEMO_DEALS.map(({ agency }) => agency))).toHaveLength(3)
  })

  test('are used in every transfer mode and reach buyers inside and outside the city', () => {
    expect(seen(DEMO_DEALS.map(({ mode }) => mode))).toEqual(LISTED_MODES)
    const regions = DEMO_DEALS.map(
      ({ buyer }) => ORGANIZATIONS.find(({ key }) => key === buyer)?.regionCode ?? '',
    )
    expect(regions.filter((code) => code.startsWith('4501')).length).toBeGreaterThan(30)
    expect(regions.filter((code) => !code.startsWith('4501')).length).toBeGreaterThan(20)
  })

  test.each([...DEMO_DEALS])('$key begins after its listing was published and keeps to its modes', (deal) => {
    const listing = listingOf(deal.listing)
    const [first] = planDeal(deal, 1, (date) => date)
    expect(listing?.outcome.to).toBe('published')
    expect(daysBetween(listing?.postedOn ?? '', first?.on ?? '')).toBeGreaterThanOrEqual(0)
    expect(listing?.modes).toContain(deal.mode)
    expect(listing?.owner).not.toBe(deal.buyer)
    expect(deal.technologyWan).toBeLessThanOrEqual(deal.contractWan)
  })

  test('grant an exclusive or sole licence of one listing only once', () => {
    const exclusive = DEMO_DEALS.filter(({ mode }) => mode === 'exclusive_licence' || mode === 'sole_licence')
    expect(seen(exclusive.map(({ listing }) => listing))).toHaveLength(exclusive.length)
    for (const { listing, lastOn } of exclusive) {
      const later = DEMO_DEALS.filter(
        (deal) => deal.listing === listing && deal.mode.endsWith('_licence') && deal.lastOn > lastOn,
      )
      expect(later).toEqual([])
    }
  })

  test('plan their last act for the deal’s last day', () => {
    for (const [index, deal] of DEMO_DEALS.entries()) {
      const acts = planDeal(deal, index, (date) => date)
      expect(addDays(acts.at(-1)?.on ?? '', 0)).toBe(deal.lastOn)
    }
  })
})
