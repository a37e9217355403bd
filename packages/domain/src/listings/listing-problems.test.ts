import { describe, expect, it } from 'vitest'
import { type ListingContent, listingProblems, patentExpiry, type RightFacts } from './index.ts'

const TODAY = '2026-03-01'

const patent: RightFacts = {
  kind: 'invention_patent',
  number: 'ZL 2023 1 0000001.5',
  title: '一种甘蔗渣基吸附材料',
  ownerNames: ['示例大学'],
  inventorNames: ['甲'],
  filedOn: '2023-01-03',
  grantedOn: '2025-02-11',
  legalStatus: 'in_force',
}

const complete: ListingContent = {
  kind: 'granted_patent',
  titleZh: '甘蔗渣基吸附材料',
  titleEn: 'Adsorbent from sugar cane bagasse',
  summaryZh: '以甘蔗渣制备的吸附材料。',
  summaryEn: 'An adsorbent made from bagasse.',
  problemZh: '重金属废水处理成本高。',
  problemEn: '',
  advantageZh: '成本降低。',
  advantageEn: '',
  applicationsZh: '电镀废水。',
  applicationsEn: '',
  leadingSolutionZh: '',
  leadingSolutionEn: '',
  comparison: [],
  maturityLevel: 6,
  maturityEvidenceZh: '中试报告。',
  maturityEvidenceEn: '',
  ipcSymbols: ['B01J 20/24'],
  technicalField: '07',
  planIndustry: 'energy_saving_environment',
  industryClass: '46',
  transferModes: ['ordinary_licence'],
  priceMode: 'fixed',
  priceFen: 20_000_000,
  priceMaxFen: null,
  regionCode: '450100',
  rights: [patent],
}

const problemsOf = (changes: Partial<ListingContent>) =>
  listingProblems({ ...complete, ...changes }, TODAY).map(({ path, code }) => `${path} ${code}`)

describe('listing completeness', () => {
  it('finds nothing wrong with a complete listing', () => {
    expect(problemsOf({})).toEqual([])
  })

  it('names every missing field of an empty draft', () => {
    const paths = problemsOf({
      titleZh: ' ',
      titleEn: '',
      problemZh: '',
      maturityLevel: null,
      planIndustry: null,
      transferModes: [],
      ipcSymbols: [],
      rights: [],
    })
    expect(paths).toEqual([
      'titleZh field.required',
      'titleEn field.required',
      'problemZh field.required',
      'maturityLevel field.required',
      'planIndustry field.required',
      'transferModes field.required',
      'ipcSymbols field.required',
      'rights listing.right_required',
    ])
  })

  it('gives the position of the wrong character of a patent number', () => {
    const problems = listingProblems(
      { ...complete, rights: [{ ...patent, number: '202310000001.6' }] },
      TODAY,
    )
    expect(problems).toEqual([
      {
        path: 'rights.0.number',
        code: 'patent_number.wrong_check_digit',
        params: { position: 14, expected: '5' },
      },
    ])
  })

  it('refuses a number of another kind, a lapsed right and an expired patent', () => {
    expect(problemsOf({ rights: [{ ...patent, kind: 'utility_model' }] })).toEqual([
      'rights.0.number right.number_of_other_kind',
    ])
    expect(problemsOf({ rights: [{ ...patent, legalStatus: 'lapsed' }] })).toEqual([
      'rights.0.legalStatus right.not_in_force',
    ])
    expect(problemsOf({ rights: [{ ...patent, filedOn: '2006-03-01' }] })).toEqual([
      'rights.0.filedOn right.expired',
    ])
    expect(problemsOf({ rights: [{ ...patent, filedOn: '2024-03-01' }] })).toEqual([
      'rights.0.filedOn right.filed_after_number',
    ])
  })

  it('lets know-how be offered without any number', () => {
    expect(problemsOf({ kind: 'know_how', rights: [], ipcSymbols: [] })).toEqual([])
    const secret: RightFacts = { ...patent, kind: 'know_how', number: null, filedOn: null, grantedOn: null }
    expect(problemsOf({ kind: 'know_how', rights: [secret], ipcSymbols: [] })).toEqual([])
  })

  it('holds price and price mode together', () => {
    expect(problemsOf({ priceFen: null })).toEqual(['priceFen listing.price_required'])
    expect(problemsOf({ priceMode: 'range', priceMaxFen: 20_000_000 })).toEqual([
      'priceMaxFen listing.price_range_empty',
    ])
    expect(problemsOf({ priceMode: 'negotiable', priceFen: null })).toEqual([])
    expect(problemsOf({ priceMaxFen: 30_000_000 })).toEqual(['priceMaxFen listing.price_without_range'])
  })

  it('an open licence needs a granted patent, a stated price and no exclusive licence beside it', () => {
    expect(problemsOf({ transferModes: ['open_licence'] })).toEqual([])
    expect(
      problemsOf({
        transferModes: ['open_licence', 'sole_licence'],
        priceMode: 'negotiable',
        priceFen: null,
      }),
    ).toEqual([
      'transferModes listing.open_licence_excludes_exclusive',
      'priceMode listing.open_licence_needs_price',
    ])
    expect(problemsOf({ kind: 'research_result', transferModes: ['open_licence'] })).toEqual([
      'transferModes listing.open_licence_needs_patent',
    ])
  })
})

describe('patent expiry', () => {
  it.each([
    ['invention_patent', '2017-07-21', '2037-07-20'],
    ['utility_model', '1999-09-06', '2009-09-05'],
    ['design_patent', '2021-05-31', '2031-05-30'],
    ['design_patent', '2021-06-01', '2036-05-31'],
    ['invention_patent', '2024-02-29', '2044-02-28'],
  ] as const)('%s filed on %s protects until %s', (kind, filedOn, expected) => {
    expect(patentExpiry(kind, filedOn)).toBe(expected)
  })
})
