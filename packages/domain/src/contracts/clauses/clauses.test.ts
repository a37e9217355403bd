import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, RIGHT_KINDS, TRANSFER_MODES } from '../../codes/index.ts'
import {
  AUDIT_RULES,
  exclusivityOf,
  IMPROVEMENT_RULES,
  REPORT_RULES,
  RESULT_OWNERS,
  ROYALTY_BASES,
  SUBLICENCES,
} from '../../licensing/index.ts'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '../../regimes/index.ts'
import {
  type Article,
  articlesProblems,
  CLAUSE_LIBRARY,
  type ClauseFacts,
  clausesFor,
  generateArticles,
  regenerateArticles,
  textFacts,
} from './index.ts'

const KINDS = [
  ...CONTRACT_SUB_TYPES.map(({ type, code }) => ({ type, subType: code })),
  ...CONTRACT_TYPES.map(({ code }) => ({ type: code, subType: null })),
]

const fen = fc.integer({ min: 1, max: 900_000_000_000 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const dateText = fc.integer({ min: 1, max: 28 }).map((d) => `2026-03-${String(d).padStart(2, '0')}`)
// What people write; only the market's own words must never be left unfilled.
const words = fc.stringMatching(/^[a-z一-龥]{1,12}$/u)

const terms = fc
  .record({
    transferMode: fc.constantFrom(...codesOf(TRANSFER_MODES)),
    fieldOfUse: fc.oneof(fc.constant(''), words),
    territory: fc.oneof(fc.constant(''), words),
    termMonths: fc.option(fc.integer({ min: 1, max: 600 })),
    upfrontFen: fc.oneof(fc.constant(0), fen),
    royaltyRatePercent: fc.option(fc.constantFrom(0.5, 2.5, 20)),
    totalFen: fen,
    sublicence: maybe(fc.constantFrom(...codesOf(SUBLICENCES))),
    instalments: maybe(
      fc.array(fc.record({ title: words, amountFen: fen, on: fc.option(dateText) }), { maxLength: 4 }),
    ),
    royaltyBase: maybe(fc.constantFrom(...codesOf(ROYALTY_BASES))),
    minimumRoyaltyFen: maybe(fen),
    royaltySteps: maybe(
      fc.array(fc.record({ fromFen: fen, ratePercent: fc.constantFrom(1, 3.25) }), { maxLength: 3 }),
    ),
    equityPercent: maybe(fc.constantFrom(10, 33.33)),
    knowHowDays: maybe(fc.integer({ min: 0, max: 90 })),
    improvements: maybe(fc.constantFrom(...codesOf(IMPROVEMENT_RULES))),
    audit: maybe(fc.constantFrom(...codesOf(AUDIT_RULES))),
    reports: maybe(fc.constantFrom(...codesOf(REPORT_RULES))),
    resultOwner: maybe(fc.constantFrom(...codesOf(RESULT_OWNERS))),
    useFirst: maybe(
      fc.record({
        graceMonths: fc.integer({ min: 1, max: 36 }),
        parts: fc.option(fc.integer({ min: 1, max: 12 })),
        everyMonths: fc.option(fc.integer({ min: 1, max: 12 })),
      }),
    ),
    terminationDays: maybe(fc.integer({ min: 0, max: 365 })),
    terminationWords: maybe(words),
  })
  .map((sheet) => ({ ...sheet, exclusivity: exclusivityOf(sheet.transferMode) }))

const party = fc.record({
  nameZh: words,
  nameEn: fc.oneof(fc.constant(''), words),
  creditCode: fc.option(fc.constant('91110000600037341L')),
  stateOwned: fc.boolean(),
})

const facts: fc.Arbitrary<ClauseFacts> = fc
  .record({
    kind: fc.constantFrom(...KINDS),
    title: words,
    terms,
    contractAmountFen: fen,
    technology: fc.double({ min: 0.01, max: 1, noNaN: true }),
    signedOn: fc.option(dateText),
    effectiveOn: fc.option(dateText),
    endsOn: fc.option(fc.constant('2031-03-01')),
    seller: party,
    buyer: party,
    subject: fc.record({ zh: words, en: words }),
    rights: fc.array(
      fc.record({
        kind: fc.constantFrom(...codesOf(RIGHT_KINDS)),
        title: words,
        number: fc.option(fc.constant('202110000001.5')),
        ownerNames: fc.array(words, { maxLength: 2 }),
        filedOn: fc.option(dateText),
        grantedOn: fc.option(dateText),
        expiresOn: fc.option(fc.constant('2041-02-28')),
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ kind, technology, ...rest }) => ({
    ...rest,
    ...kind,
    technologyAmountFen: Math.max(1, Math.floor(rest.contractAmountFen * technology)),
  }))

const saysNothingOdd = ({ headingZh, headingEn, zh, en }: Article): void => {
  for (const text of [headingZh, headingEn, zh, en]) {
    expect(text.trim()).not.toBe('')
    expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/u)
  }
  expect(zh).not.toMatch(/“”|：。|，。/u)
}

describe('the clause library', () => {
  it('gives every clause one name, and each a basis and a reason in both languages', () => {
    expect(new Set(CLAUSE_LIBRARY.map(({ id }) => id)).size).toBe(CLAUSE_LIBRARY.length)
    for (const { heading, basis, reason } of CLAUSE_LIBRARY) {
      for (const text of [heading, basis, reason]) expect(Object.values(text)).not.toContain('')
    }
  })

  it('writes every type and sub-type out whole in both languages, whatever was agreed', () => {
    fc.assert(
      fc.property(facts, (agreed) => {
        const articles = generateArticles(agreed)
        expect(articles.map(({ clauseId }) => clauseId)).toEqual(clausesFor(agreed).map(({ id }) => id))
        for (const article of articles) saysNothingOdd(article)
        expect(articlesProblems(agreed, articles)).toEqual([])
        expect(textFacts(agreed, articles, false)).toMatchObject({
          amountStated: true,
          left: [],
          restrictive: [],
        })
      }),
      { numRuns: 400 },
    )
  })

  it('has what each of them must have', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...KINDS), (agreed, kind) => {
        const of = { ...agreed, ...kind }
        const ids = generateArticles(
          of,
          CLAUSE_LIBRARY.map(({ id }) => id),
        ).map(({ clauseId }) => clauseId)
        for (const id of ['parties', 'subject', 'price', 'payment', 'performance', 'language', 'effect']) {
          expect(ids).toContain(id)
        }
        expect(ids.includes('licence_scope')).toBe(kind.type === 'XK')
        expect(ids.includes('title_warranty')).toBe(kind.type === 'ZR' || kind.type === 'XK')
        expect(ids.includes('development_duties')).toBe(kind.type === 'KF')
        expect(ids.includes('sublicence')).toBe(false)
      }),
    )
  })

  const licence: ClauseFacts = {
    title: '吸附材料专利实施许可合同',
    type: 'XK',
    subType: 'XK_PATENT',
    terms: {
      transferMode: 'ordinary_licence',
      exclusivity: 'non_exclusive',
      fieldOfUse: '制糖废水处理',
      territory: '广西',
      termMonths: 60,
      upfrontFen: 5_000_000,
      royaltyRatePercent: 2.5,
      totalFen: 20_000_000,
    },
    contractAmountFen: 20_000_000,
    technologyAmountFen: 20_000_000,
    signedOn: '2026-03-02',
    effectiveOn: '2026-03-02',
    endsOn: '2031-03-01',
    seller: { nameZh: '甲大学', nameEn: 'A University', creditCode: null, stateOwned: true },
    buyer: { nameZh: '乙公司', nameEn: '', creditCode: '91110000600037341L', stateOwned: false },
    subject: { zh: '吸附材料', en: 'Adsorbent' },
    rights: [],
  }

  it('keeps the parties’ own words when the facts change, and renews the rest', () => {
    const before = generateArticles(licence)
    const own = {
      clauseId: null,
      headingZh: '样品',
      headingEn: 'Samples',
      zh: '乙方提供样品。',
      en: '',
      edited: true,
    }
    const edited = before.map((each) =>
      each.clauseId === 'disputes' ? { ...each, zh: '提交仲裁。', edited: true } : each,
    )
    const after = regenerateArticles(
      { ...licence, contractAmountFen: 30_000_000 },
      [...edited, own],
      ['reward'],
    )
    const of = (id: string | null) => after.find(({ clauseId }) => clauseId === id)
    expect(of('disputes')?.zh).toBe('提交仲裁。')
    expect(of(null)).toEqual(own)
    expect(of('price')?.zh).toContain('300,000.00')
    expect(of('reward')).toBeUndefined()
  })

  it('says what a text lacks and what reads like a restraint', () => {
    const articles = generateArticles(licence)
    const without = articles.filter(({ clauseId }) => clauseId !== 'price')
    expect(articlesProblems(licence, without)).toMatchObject([
      { code: 'contract_text.mandatory_missing', params: { clause: 'price' } },
    ])
    const unfilled = articles.map((each) =>
      each.clauseId === 'price' ? { ...each, zh: '总额____元' } : each,
    )
    expect(articlesProblems(licence, unfilled).map(({ code }) => code)).toEqual(['contract_text.unfilled'])
    const harsh = articles.map((each) =>
      each.clauseId === 'improvements' ? { ...each, zh: '甲方的改进应无偿回授乙方。', edited: true } : each,
    )
    expect(textFacts(licence, harsh, true).restrictive).toEqual([
      { kind: 'improvement', heading: '后续改进' },
    ])
  })
})
