import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completenessWeights } from './completeness.ts'
import {
  type ComparisonRow,
  comparisonProblems,
  completeness,
  type ListingContent,
  listingTerm,
  renewalOf,
  warningDue,
  writingHints,
} from './index.ts'

const empty: ListingContent = {
  kind: 'granted_patent',
  titleZh: '',
  titleEn: '',
  summaryZh: '',
  summaryEn: '',
  problemZh: '',
  problemEn: '',
  advantageZh: '',
  advantageEn: '',
  applicationsZh: '',
  applicationsEn: '',
  leadingSolutionZh: '',
  leadingSolutionEn: '',
  comparison: [],
  maturityLevel: null,
  maturityEvidenceZh: '',
  maturityEvidenceEn: '',
  ipcSymbols: [],
  technicalField: null,
  planIndustry: null,
  industryClass: null,
  transferModes: [],
  priceMode: null,
  priceFen: null,
  priceMaxFen: null,
  regionCode: '450100',
  rights: [],
}
const nothing = { pictures: 0, documents: 0, hasContact: false }
const row: ComparisonRow = {
  aspectZh: '成本',
  aspectEn: 'Cost',
  unit: '元',
  ours: '1',
  leading: '2',
  source: '报告',
}

describe('completeness', () => {
  it('shares out a hundred points', () => {
    expect(completenessWeights().reduce((sum, weight) => sum + weight, 0)).toBe(100)
  })

  it('is nothing for an empty draft, and names what brings most first', () => {
    const { score, missing } = completeness(empty, nothing)
    expect(score).toBe(0)
    expect(missing[0]).toEqual({ code: 'comparison', path: 'comparison', points: 14 })
  })

  it('never falls when something is added', () => {
    fc.assert(
      fc.property(
        fc.nat(3),
        fc.nat(3),
        fc.boolean(),
        fc.string({ maxLength: 90 }),
        (rows, pictures, hasContact, text) => {
          const before = { ...empty, comparison: Array<ComparisonRow>(rows).fill(row), advantageZh: text }
          const after = {
            ...before,
            comparison: [...before.comparison, row],
            advantageZh: `${text}成本低 20%`,
          }
          const score = completeness(before, { ...nothing, pictures, hasContact }).score
          expect(
            completeness(after, { pictures: pictures + 1, documents: 1, hasContact: true }).score,
          ).toBeGreaterThanOrEqual(score)
          expect(score).toBeLessThanOrEqual(100)
        },
      ),
    )
  })
})

describe('comparison', () => {
  const asks = (rows: ComparisonRow[], leadingSolutionZh = '活性炭') =>
    comparisonProblems({ comparison: rows, leadingSolutionZh, leadingSolutionEn: '' }).map(({ path }) => path)

  it('needs both figures, and a name for what it measures against', () => {
    expect(asks([])).toEqual([])
    expect(asks([row])).toEqual([])
    expect(asks([row], '')).toEqual(['leadingSolutionZh'])
    expect(asks([{ ...row, ours: ' ', leading: '' }])).toEqual(['comparison.0.ours', 'comparison.0.leading'])
    expect(asks([{ ...row, unit: 'x'.repeat(31) }])).toEqual(['comparison.0.unit'])
  })
})

describe('hints', () => {
  const codes = (changes: Partial<ListingContent>) =>
    writingHints({ ...empty, ...changes }).map(({ path, code }) => `${path} ${code}`)

  it('say nothing of what is not written', () => expect(writingHints(empty)).toEqual([]))

  it('ask for figures, plain words and explained abbreviations', () => {
    expect(
      codes({ advantageZh: '本成果国际领先，综合性能优异，前景广阔，各项指标均优于同类产品。' }),
    ).toEqual(['advantageZh hint.no_figures', 'advantageZh hint.praise'])
    expect(
      codes({ advantageEn: 'A world-leading process, 20 % cheaper than activated carbon on the market.' }),
    ).toEqual(['advantageEn hint.praise'])
    const jargon =
      '采用 MOFX 材料处理含重金属的电镀废水，出水稳定达标，运行费用低于现有工艺，可直接改造原有设备使用。'
    expect(codes({ summaryZh: jargon })).toEqual(['summaryZh hint.abbreviation'])
    expect(codes({ summaryZh: jargon.replace('MOFX', '金属有机框架（MOFX）') })).toEqual([])
  })

  it('know the language of claims and untranslated text', () => {
    expect(
      codes({ summaryZh: `一种材料，其特征在于${'包括多孔骨架和改性层并且可以再生'.repeat(3)}` }),
    ).toContain('summaryZh hint.claim_language')
    expect(
      codes({ summaryEn: 'An adsorbent 甘蔗渣吸附材料 which can be regenerated more than ten times over.' }),
    ).toContain('summaryEn hint.not_translated')
  })
})

describe('term', () => {
  const right = (expiresOn: string | null) => ({ expiresOn, legalStatus: 'in_force' as const })

  it('is a year, or ends with the last of the rights', () => {
    expect(listingTerm('2026-03-02', [])).toEqual({ expiresOn: '2027-03-01', because: 'period' })
    expect(listingTerm('2026-03-02', [right('2026-05-01'), right('2026-06-01')])).toEqual({
      expiresOn: '2026-06-01',
      because: 'rights',
    })
    expect(listingTerm('2026-03-02', [right('2026-05-01'), right(null)]).because).toBe('period')
  })

  it('is renewed near its end or after it, not before and not beyond the rights', () => {
    const live = { state: 'published' as const, expiresOn: '2026-04-01' }
    expect(renewalOf(live, [], '2026-03-02').expiresOn).toBe('2027-03-01')
    expect(renewalOf({ state: 'expired', expiresOn: '2020-01-01' }, [], '2026-03-02').expiresOn).toBe(
      '2027-03-01',
    )
    expect(() => renewalOf({ ...live, expiresOn: '2026-12-01' }, [], '2026-03-02')).toThrow(
      expect.objectContaining({ code: 'listing.renewal_too_early' }),
    )
    expect(() => renewalOf(live, [right('2026-04-01')], '2026-03-02')).toThrow(
      expect.objectContaining({ code: 'listing.rights_end_first' }),
    )
    expect(() => renewalOf({ state: 'withdrawn', expiresOn: null }, [], '2026-03-02')).toThrow(
      expect.objectContaining({ code: 'listing.wrong_state' }),
    )
  })

  it('is warned of a month and a week before', () => {
    expect(warningDue('2026-04-02', '2026-03-02')).toBeNull()
    expect(warningDue('2026-04-01', '2026-03-02')).toBe(30)
    expect(warningDue('2026-03-09', '2026-03-02')).toBe(7)
    expect(warningDue('2026-03-01', '2026-03-02')).toBeNull()
  })
})
