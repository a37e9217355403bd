import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AmendedContract,
  type AmendmentCommand,
  type AmendmentDraft,
  amendmentArticles,
  amendmentMachine,
  amendmentProblems,
  realChanges,
  standingAfter,
} from './index.ts'

const standing = { contractAmountFen: 20_000_000, technologyAmountFen: 18_000_000, endsOn: '2031-03-01' }
const contract: AmendedContract = {
  signedOn: '2026-03-01',
  transferMode: 'ordinary_licence',
  rights: [{ kind: 'invention_patent', filedOn: '2013-01-03' }],
  standing,
  articles: 12,
}
const clause = {
  change: 'replaced',
  article: 5,
  headingZh: '保密',
  headingEn: '',
  zh: '保密期限为五年。',
  en: '',
} as const
const draft: AmendmentDraft = {
  title: '延长保密期限',
  effectiveOn: '2026-06-01',
  clauses: [clause],
  contractAmountFen: null,
  technologyAmountFen: null,
  endsOn: null,
}

const problems = (changes: Partial<AmendmentDraft>, around: Partial<AmendedContract> = {}) =>
  amendmentProblems({ ...draft, ...changes }, { ...contract, ...around }).map(
    ({ path, code }) => `${path} ${code}`,
  )

describe('what an amendment may say', () => {
  it('one that changes a clause, an amount or the term is in order', () => {
    expect(problems({})).toEqual([])
    expect(problems({ clauses: [], contractAmountFen: 25_000_000 })).toEqual([])
    expect(problems({ clauses: [], endsOn: '2032-03-01' })).toEqual([])
    expect(problems({ clauses: [{ ...clause, change: 'removed', zh: '' }] })).toEqual([])
    expect(problems({ clauses: [{ ...clause, change: 'added', article: null }] })).toEqual([])
  })

  it.each<[string[], Partial<AmendmentDraft>, Partial<AmendedContract>?]>([
    [['clauses amendment.changes_nothing'], { clauses: [] }],
    [['clauses.0.article amendment.article_unknown'], { clauses: [{ ...clause, article: 13 }] }],
    [['clauses.0.article field.required'], { clauses: [{ ...clause, article: null }] }],
    [['clauses.1.article amendment.article_twice'], { clauses: [clause, clause] }],
    [['clauses.0.zh field.required'], { clauses: [{ ...clause, zh: ' ' }] }],
    [['clauses.0.zh contract_text.unfilled'], { clauses: [{ ...clause, zh: '期限为____年。' }] }],
    [['technologyAmountFen contract.technology_over_contract_amount'], { contractAmountFen: 10_000_000 }],
    [['effectiveOn amendment.effective_out_of_range'], { effectiveOn: '2026-02-28' }],
    [['effectiveOn amendment.effective_out_of_range'], { effectiveOn: '2031-03-02' }],
    [['endsOn contract.ends_before_effective'], { endsOn: '2026-05-31' }],
    [['endsOn contract.licence_beyond_patent'], { endsOn: '2033-06-01' }],
  ])('%j', (expected, changes, around) => {
    expect(problems(changes, around)).toEqual(expected)
  })

  it('any article of a contract on paper may be named', () => {
    expect(problems({ clauses: [{ ...clause, article: 44 }] }, { articles: null })).toEqual([])
  })
})

describe('the figures', () => {
  it('follow the amendments in their order, and what is named as it stands is no change', () => {
    const more = { contractAmountFen: 30_000_000, technologyAmountFen: null, endsOn: null }
    const later = { contractAmountFen: null, technologyAmountFen: null, endsOn: '2032-01-01' }
    expect(standingAfter(standing, [more, later])).toEqual({
      contractAmountFen: 30_000_000,
      technologyAmountFen: 18_000_000,
      endsOn: '2032-01-01',
    })
    expect(realChanges(standing, { ...standing, endsOn: null })).toEqual({
      contractAmountFen: null,
      technologyAmountFen: null,
      endsOn: null,
    })
  })
})

describe('the document', () => {
  it('says what was and what is, names the signed file, and keeps what stays', () => {
    const party = (nameZh: string) => ({ nameZh, nameEn: '', creditCode: null, stateOwned: false })
    const articles = amendmentArticles(
      { ...draft, contractAmountFen: 25_000_000, endsOn: '2032-03-01' },
      {
        contractTitle: '吸附材料专利实施许可合同',
        signedOn: '2026-03-01',
        signedSha256: 'ab'.repeat(32),
        seller: party('南宁大学'),
        buyer: party('糖业公司'),
        standing,
      },
    )
    const words = articles.map(({ zh }) => zh).join('\n')
    for (const said of [
      'ab'.repeat(32),
      '人民币200,000.00元变更为人民币250,000.00元',
      '2031年3月1日变更为2032年3月1日',
      '原合同第5条修改为：\n保密期限为五年。',
      '自2026年6月1日起执行',
    ]) {
      expect(words).toContain(said)
    }
    expect(words).not.toMatch(/undefined|null/)
  })
})

describe('states', () => {
  const command = fc.constantFrom<AmendmentCommand>('sign_first', 'sign_last', 'withdraw', 'decline')

  it('nothing follows an end, and only two signatures bring it in force', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 8 }), (commands) => {
        let state = 'proposed' as Parameters<typeof amendmentMachine.allows>[0]
        const taken: AmendmentCommand[] = []
        for (const next of commands) {
          if (!amendmentMachine.allows(state, next)) continue
          expect(amendmentMachine.isFinal(state)).toBe(false)
          state = amendmentMachine.transition(state, next)
          taken.push(next)
        }
        expect(state === 'in_force').toBe(taken.at(-1) === 'sign_last')
        if (state === 'in_force') expect(taken).toEqual(['sign_first', 'sign_last'])
      }),
    )
  })
})
