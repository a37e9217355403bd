import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../index.ts'
import { conversionRulesOn } from '../regimes/index.ts'
import {
  type NoticeStanding,
  noticeBars,
  noticeEnd,
  noticePhase,
  noticeProblems,
  owesNotice,
  type PostedNotice,
  signingBars,
} from './index.ts'

const DEAL = {
  sellerStateOwned: true,
  type: 'XK',
  transferMode: 'ordinary_licence',
  priceMode: 'negotiable',
} as const
const POSTED: PostedNotice = {
  endsOn: '2026-03-16',
  priceFen: 100,
  transferMode: 'ordinary_licence',
  objections: [],
}
const STANDING: NoticeStanding = {
  owed: true,
  notice: POSTED,
  priceFen: 100,
  transferMode: 'ordinary_licence',
}
const codesOf = (changes: Partial<PostedNotice>, today = '2026-03-17', standing = STANDING) =>
  noticeBars({ ...standing, notice: { ...POSTED, ...changes } }, today).map(({ code }) => code)

describe('a public notice', () => {
  it('is owed by state institutions that agree on a price for a result', () => {
    expect(owesNotice(DEAL, '2026-03-01')).toBe(true)
    expect(owesNotice({ ...DEAL, priceMode: null }, '2026-03-01')).toBe(true)
    expect(owesNotice({ ...DEAL, sellerStateOwned: false }, '2026-03-01')).toBe(false)
    expect(owesNotice({ ...DEAL, priceMode: 'fixed' }, '2026-03-01')).toBe(false)
    expect(owesNotice({ ...DEAL, type: 'KF', transferMode: 'commissioned_development' }, '2026-03-01')).toBe(
      false,
    )
    expect(owesNotice({ ...DEAL, type: 'KF', transferMode: 'equity_contribution' }, '2026-03-01')).toBe(true)
    expect(owesNotice(DEAL, '2015-09-30')).toBe(false)
  })

  it('runs fifteen whole days after the one it was posted on', () => {
    const days = conversionRulesOn('2026-03-01')?.notice.calendarDays ?? 0
    expect(noticeEnd('2026-03-01', days)).toBe('2026-03-16')
    expect(noticePhase({ endsOn: '2026-03-16', withdrawn: false }, '2026-03-16')).toBe('running')
    expect(noticePhase({ endsOn: '2026-03-16', withdrawn: false }, '2026-03-17')).toBe('over')
    expect(noticePhase({ endsOn: '2026-03-16', withdrawn: true }, '2026-03-10')).toBe('withdrawn')
  })

  it('says what the result is and how the buyer is related', () => {
    expect(noticeProblems({ summary: ' ', relatedParty: true, relation: '' })).toHaveLength(2)
    expect(noticeProblems({ summary: '材料', relatedParty: false, relation: '' })).toEqual([])
  })
})

describe('what a notice keeps from being signed', () => {
  it('is nothing after its end, with every objection rejected', () => {
    expect(codesOf({ objections: ['rejected', 'rejected'] })).toEqual([])
    expect(noticeBars({ ...STANDING, owed: false, notice: null }, '2026-03-01')).toEqual([])
  })

  it('is everything before its end, while an objection is open or was found right, and at another price', () => {
    expect(codesOf({}, '2026-03-16')).toEqual(['contract.notice_running'])
    expect(codesOf({ objections: ['open'] })).toEqual(['contract.objection_open'])
    expect(codesOf({ objections: ['upheld'] })).toEqual(['contract.objection_upheld'])
    expect(codesOf({ priceFen: 99 })).toEqual(['contract.notice_outdated'])
    const missing = noticeBars({ ...STANDING, notice: null }, '2026-03-17')
    expect(missing.map(({ code }) => code)).toEqual(['contract.notice_missing'])
  })

  it('bars signing for at least the days of the rules, whatever the day', () => {
    const days = conversionRulesOn('2026-03-01')?.notice.calendarDays ?? 0
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000 }), fc.integer({ min: 0, max: 40 }), (start, later) => {
        const postedOn = addDays('2020-01-01', start)
        const today = addDays(postedOn, later)
        const bars = codesOf({ endsOn: noticeEnd(postedOn, days) }, today)
        expect(bars.length > 0).toBe(daysBetween(postedOn, today) <= days)
      }),
    )
  })

  it('is among the bars of every signature', () => {
    const facts = {
      today: '2026-03-10',
      signedOn: '2026-03-10',
      method: 'scan',
      order: 'seller_first',
      side: 'seller',
      signed: [],
      textAgreed: null,
    } as const
    expect(signingBars(facts)).toEqual([])
    expect(signingBars({ ...facts, notice: STANDING }).map(({ code }) => code)).toEqual([
      'contract.notice_running',
    ])
  })
})
