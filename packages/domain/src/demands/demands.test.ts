import { describe, expect, it } from 'vitest'
import {
  answerMachine,
  type Judgement,
  learnFrom,
  type MatchedListing,
  type MatchedNeed,
  moveNeedText,
  needMachine,
  SHOWN_FROM,
  scoreMatch,
} from './index.ts'

const need: MatchedNeed = {
  id: 'need',
  terms: new Set(['糖蜜', '废液', '吸附', '材料', 'molasses']),
  technicalField: 'environment',
  planIndustry: 'environment',
  industryClass: 'C1340',
  ipcSymbols: ['C02F 1/28'],
  maturityLevel: 6,
  regionCode: '450100',
  cooperationModes: ['licence'],
  budgetMode: 'range',
  budgetMaxFen: 100_000_000,
}

const listing = (changes: Partial<MatchedListing> = {}): MatchedListing => ({
  id: 'listing',
  terms: new Set(['糖蜜', '吸附', '材料']),
  technicalField: 'environment',
  planIndustry: 'environment',
  industryClass: 'C1340',
  ipcSymbols: ['C02F 1/28'],
  maturityLevel: 7,
  regionCode: '450100',
  transferModes: ['ordinary_licence'],
  priceMode: 'fixed',
  priceFen: 80_000_000,
  available: true,
  rightsLapsed: false,
  exclusiveUntil: null,
  ...changes,
})

const rarity = (term: string): number => (term === '材料' ? 0.1 : 0.9)
const score = (changes: Partial<MatchedListing> = {}, judgements: Judgement[] = []) =>
  scoreMatch(need, listing(changes), { rarity, learnt: learnFrom(judgements), ranked: 'listing' })

describe('scoreMatch', () => {
  it('adds up its reasons, the rarest shared word first, a common one beside it not at all', () => {
    const match = score()
    expect(match.concerns).toEqual([])
    expect(match.reasons.find(({ factor }) => factor === 'terms')?.shared).toEqual(['糖蜜', '吸附'])
    expect(match.reasons.map(({ factor }) => factor)).toContain('ipc')
    expect(match.score).toBe(Math.round(match.reasons.reduce((sum, { points }) => sum + points, 0)))
  })

  it('counts circumstances as far as the subject fits, and shows no part of a word beside the whole', () => {
    const other = {
      terms: new Set(['吸附']),
      technicalField: 'other',
      planIndustry: 'other',
      industryClass: 'J66',
      ipcSymbols: [],
    }
    const points = (changes: Partial<MatchedListing>) =>
      score(changes).reasons.find(({ factor }) => factor === 'maturity')?.points ?? 0
    expect(points({ ...other, terms: new Set() })).toBe(0)
    expect(points(other)).toBeLessThan(points({}))
    expect(score(other).score).toBeLessThan(SHOWN_FROM)
    const words = new Set(['有效成分', '成分'])
    const shared = scoreMatch({ ...need, terms: words }, listing({ terms: words }), {
      rarity,
      learnt: learnFrom([]),
      ranked: 'listing',
    }).reasons.find(({ factor }) => factor === 'terms')?.shared
    expect(shared).toEqual(['有效成分'])
  })

  it.each([
    ['maturity_too_low', { maturityLevel: 3 }],
    ['over_budget', { priceFen: 200_000_000 }],
    ['mode_not_offered', { transferModes: ['assignment'] }],
    ['right_lapsed', { rightsLapsed: true }],
    ['exclusive_in_force', { exclusiveUntil: '2028-01-01' }],
    ['not_available', { available: false }],
  ] as const)('says %s and counts it', (code, changes) => {
    const match = score({
      ...changes,
      transferModes: [
        ...(('transferModes' in changes && changes.transferModes) || ['ordinary_licence' as const]),
      ],
    })
    expect(match.concerns.map((one) => one.code)).toEqual([code])
    expect(match.score).toBeLessThan(score().score)
  })

  it('prefers what is near and costs nothing in words', () => {
    expect(score({ regionCode: '440100' }).score).toBeLessThan(score({ regionCode: '450200' }).score)
    expect(score({ terms: new Set(['材料']) }).score).toBeLessThan(score({ terms: new Set(['糖蜜']) }).score)
  })
})

describe('learnFrom', () => {
  const judged = (changes: Partial<Judgement>): Judgement => ({
    otherId: 'other',
    fits: false,
    reason: 'other',
    technicalField: 'biology',
    ...changes,
  })

  it('pushes a field judged wrong down, until something of it fits', () => {
    const wrong = judged({ reason: 'wrong_field' })
    const pushed = score({ technicalField: 'biology' }, [wrong])
    expect(pushed.concerns.map(({ code }) => code)).toContain('field_judged_wrong')
    expect(pushed.score).toBeLessThan(score({ technicalField: 'biology' }).score)
    const forgiven = score({ technicalField: 'biology' }, [
      wrong,
      judged({ otherId: 'third', fits: true, reason: null }),
    ])
    expect(forgiven.concerns).toEqual([])
  })

  it('makes what was overlooked count for more, within limits, and keeps the sum', () => {
    const often = Array.from({ length: 9 }, () => judged({ reason: 'too_far' }))
    const { weights } = learnFrom(often)
    expect(weights.region).toBeGreaterThan(learnFrom([]).weights.region)
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100)
    expect(weights.region).toBeLessThan(15)
  })

  it('sets aside what was judged unfit', () => {
    expect(score({ id: 'other' }, [judged({})])).toMatchObject({ score: 0 })
  })
})

describe('states', () => {
  it('a need goes from draft through review and talks to solved', () => {
    const submitted = moveNeedText({ state: 'draft', changesState: null }, 'submit')
    expect(moveNeedText(submitted, 'publish').state).toBe('published')
    expect(needMachine.transition('published', 'begin_talks')).toBe('in_talks')
    expect(needMachine.transition('in_talks', 'end_talks')).toBe('published')
    expect(needMachine.transition('in_talks', 'solve')).toBe('solved')
    expect(() => needMachine.transition('in_talks', 'expire')).toThrow('need.wrong_state')
  })

  it('an answer is decided once', () => {
    expect(answerMachine.transition('submitted', 'shortlist')).toBe('shortlisted')
    expect(() => answerMachine.transition('taken_up', 'decline')).toThrow('answer.wrong_state')
  })
})
