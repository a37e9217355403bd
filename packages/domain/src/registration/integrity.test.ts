import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fillIn,
  INTEGRITY_FLAGS,
  type IntegrityDeal,
  type IntegrityFlag,
  nearMatchOf,
  priceFlag,
  relatedPartiesFlag,
  roundTripFlag,
  splittingFlag,
  titleSimilarity,
} from './index.ts'

const CONTRACT = {
  sellerId: 'a',
  buyerId: 'b',
  title: '一种糖蜜废液吸附材料专利实施许可合同',
  signedOn: '2026-03-01',
  contractAmountFen: 20_000_000,
  patentNumbers: ['202110000001.5'],
}

describe('near matches', () => {
  it('are contracts with three likenesses, or the same patents between the same parties', () => {
    expect(nearMatchOf(CONTRACT, { ...CONTRACT, title: '一种糖蜜废液吸附材料专利许可合同' })).toMatchObject({
      alike: ['parties', 'title', 'signedOn', 'contractAmountFen', 'patentNumbers'],
      sharedPatentNumbers: ['202110000001.5'],
    })
    const other = { ...CONTRACT, title: '电网调度软件', signedOn: '2027-01-01', contractAmountFen: 1 }
    expect(nearMatchOf(CONTRACT, other)?.alike).toEqual(['parties', 'patentNumbers'])
    expect(nearMatchOf(CONTRACT, { ...other, patentNumbers: [] })).toBeNull()
    expect(nearMatchOf(CONTRACT, { ...CONTRACT, sellerId: 'c', title: '别的', patentNumbers: [] })).toBeNull()
  })

  it('forgive a week and one per cent, and say how far apart they are', () => {
    const other = { ...CONTRACT, title: '别的', signedOn: '2026-03-08', contractAmountFen: 20_200_000 }
    expect(nearMatchOf(CONTRACT, { ...other, patentNumbers: [] })).toMatchObject({
      alike: ['parties', 'signedOn', 'contractAmountFen'],
      amountDifferenceFen: 200_000,
      daysApart: 7,
    })
    const later = { ...other, signedOn: '2026-03-09', patentNumbers: [] }
    expect(nearMatchOf(CONTRACT, later)).toBeNull()
  })

  it('measure titles alike both ways, from 0 to 1', () => {
    const titles = fc.string({ unit: fc.constantFrom('吸', '附', '材', 'a', 'B', ' ', '（'), maxLength: 12 })
    fc.assert(
      fc.property(titles, titles, (left, right) => {
        const similarity = titleSimilarity(left, right)
        expect(similarity).toBe(titleSimilarity(right, left))
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(titleSimilarity(left, `${left.toUpperCase()} `)).toBe(1)
      }),
    )
  })

  it('are so both ways', () => {
    const facts = fc.record({
      sellerId: fc.constantFrom('a', 'b', 'c'),
      buyerId: fc.constantFrom('a', 'b', 'c'),
      title: fc.constantFrom('吸附材料许可', '吸附材料许可合同', '调度软件'),
      signedOn: fc.constantFrom('2026-03-01', '2026-03-08', '2026-05-01'),
      contractAmountFen: fc.constantFrom(100, 101, 200),
      patentNumbers: fc.constantFrom([], ['1'], ['1', '2']),
    })
    fc.assert(
      fc.property(facts, facts, (left, right) => {
        expect(nearMatchOf(left, right)?.alike).toEqual(nearMatchOf(right, left)?.alike)
      }),
    )
  })
})

const THRESHOLD = 500
const deal = fc.record({
  id: fc.uuid(),
  sellerId: fc.constantFrom('a', 'b'),
  buyerId: fc.constantFrom('a', 'b'),
  signedOn: fc.constantFrom('2026-01-01', '2026-03-01', '2026-05-30', '2027-06-01'),
  technologyAmountFen: fc.integer({ min: 1, max: 700 }),
}) satisfies fc.Arbitrary<IntegrityDeal>
const deals = fc.uniqueArray(deal, { maxLength: 8, selector: ({ id }) => id })

describe('flags', () => {
  const said = (flag: IntegrityFlag | null) => {
    const text = INTEGRITY_FLAGS.find(({ code }) => code === flag?.code)
    return text && flag
      ? [fillIn(text.message, flag.params, 'zh-CN'), fillIn(text.message, flag.params, 'en')]
      : []
  }

  it('give their reasons in both languages', () => {
    const base = { id: '1', sellerId: 'a', buyerId: 'b', signedOn: '2026-03-01', technologyAmountFen: 300 }
    const flags = [
      relatedPartiesFlag({ declared: true, sharedMembers: 1, sameRepresentative: true }),
      splittingFlag(base, [{ ...base, id: '2' }], THRESHOLD),
      roundTripFlag(base, [{ ...base, id: '2', sellerId: 'b', buyerId: 'a' }]),
      priceFlag(600, [100, 100, 100, 100, 100]),
    ]
    expect(flags.map((flag) => flag?.code)).toEqual(INTEGRITY_FLAGS.map(({ code }) => code))
    for (const flag of flags) {
      expect(said(flag)).toHaveLength(2)
      for (const sentence of said(flag)) expect(sentence).not.toMatch(/[{}]/)
    }
  })

  it('see a sum split exactly where parts under the threshold pass it together within ninety days', () => {
    fc.assert(
      fc.property(deal, deals, (subject, others) => {
        const flag = splittingFlag(subject, others, THRESHOLD)
        const parts = others.filter(({ id }) => flag?.registrationIds.includes(id))
        for (const part of [subject, ...parts]) {
          if (flag) expect(part.technologyAmountFen).toBeLessThan(THRESHOLD)
        }
        const sum = [subject, ...parts].reduce((total, part) => total + part.technologyAmountFen, 0)
        if (flag) expect(sum).toBe(flag.params.sumFen)
        if (flag) expect(sum).toBeGreaterThanOrEqual(THRESHOLD)
        expect(splittingFlag(subject, [...others].reverse(), THRESHOLD)?.params).toEqual(flag?.params)
        expect(splittingFlag(subject, others, null)).toBeNull()
        expect(splittingFlag(subject, [subject], THRESHOLD)).toBeNull()
      }),
    )
  })

  it('see a round trip from both ends, and none in one direction', () => {
    fc.assert(
      fc.property(deal, deal, (left, right) => {
        if (left.sellerId === left.buyerId || right.sellerId === right.buyerId) return
        const there = roundTripFlag(left, [right])
        expect(there === null).toBe(roundTripFlag(right, [left]) === null)
        if (left.sellerId === right.sellerId) expect(there).toBeNull()
      }),
    )
  })

  it('call no price unusual on fewer than five comparable ones, nor one in the middle of them', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 12 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), amounts, (amount, comparables) => {
        const flag = priceFlag(amount, comparables)
        if (comparables.length < 5) expect(flag).toBeNull()
        const median = flag?.params.medianFen
        if (typeof median === 'number') expect(priceFlag(median, comparables)).toBeNull()
        // The unit of money does not matter.
        const scaled = priceFlag(
          amount * 2,
          comparables.map((fen) => fen * 2),
        )
        expect(scaled === null).toBe(flag === null)
      }),
    )
    expect(priceFlag(500, [100, 100, 100, 100, 100])).toBeNull()
    expect(priceFlag(501, [90, 100, 100, 100, 110])?.params).toMatchObject({ medianFen: 100, count: 5 })
    expect(priceFlag(19, [90, 100, 100, 110, 120, 80])?.params.medianFen).toBe(100)
  })
})
