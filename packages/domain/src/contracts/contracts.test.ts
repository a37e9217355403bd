import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, LISTING_KINDS, TRANSFER_MODES } from '../codes/index.ts'
import { isTypeOfRegime, REGIMES } from '../regimes/index.ts'
import {
  amountProblems,
  type ContractDraft,
  contractProblems,
  earliestExpiry,
  readinessProblems,
  suggestContractType,
  suggestEnd,
} from './index.ts'

const draft: ContractDraft = {
  title: '吸附材料专利实施许可合同',
  type: 'XK',
  subType: 'XK_PATENT',
  transferMode: 'ordinary_licence',
  contractAmountFen: 20_000_000,
  technologyAmountFen: 18_000_000,
  signedOn: '2026-03-01',
  effectiveOn: '2026-03-02',
  endsOn: '2031-03-01',
  rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
}

const codes = (changes: Partial<ContractDraft>) =>
  contractProblems({ ...draft, ...changes }).map(({ path, code }) => `${path} ${code}`)

describe('contract type', () => {
  it.each([
    ['ordinary_licence', 'granted_patent', '2026-03-01', 'XK', 'XK_PATENT'],
    ['ordinary_licence', 'granted_patent', '2018-03-01', 'ZR', 'XK_PATENT'],
    ['assignment', 'patent_application', '2026-03-01', 'ZR', 'ZR_APPLICATION'],
    ['equity_contribution', 'know_how', '2026-03-01', 'ZR', 'ZR_KNOW_HOW'],
    ['joint_development', 'research_result', '2026-03-01', 'KF', 'KF_JOINT'],
    ['technical_service', 'software_copyright', '2026-03-01', 'FW', 'FW_GENERAL'],
  ] as const)('%s of %s signed on %s is %s', (mode, kind, signedOn, type, subType) => {
    expect(suggestContractType(mode, kind, signedOn)).toEqual({ type, subType })
  })

  it('is known to the regime of the signing date for every mode, kind and regime', () => {
    for (const regime of REGIMES) {
      for (const mode of codesOf(TRANSFER_MODES)) {
        for (const kind of codesOf(LISTING_KINDS)) {
          const { type, subType } = suggestContractType(mode, kind, regime.since)
          expect(isTypeOfRegime(regime, type, subType)).toBe(true)
        }
      }
    }
  })
})

describe('contract draft', () => {
  it('finds nothing wrong with a sound draft', () => {
    expect(codes({})).toEqual([])
    expect(readinessProblems(draft)).toEqual([])
  })

  it('accepts amounts exactly when 0 < technology ≤ contract', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5, max: 50 }),
        fc.integer({ min: -5, max: 50 }),
        (contract, technology) => {
          const problems = amountProblems({ contractAmountFen: contract, technologyAmountFen: technology })
          expect(problems.length === 0).toBe(technology > 0 && technology <= contract)
        },
      ),
    )
  })

  it('keeps the dates in order', () => {
    expect(codes({ effectiveOn: '2026-02-28' })).toEqual(['effectiveOn contract.effective_before_signed'])
    expect(codes({ endsOn: '2026-03-01' })).toEqual(['endsOn contract.ends_before_effective'])
    expect(codes({ signedOn: null, effectiveOn: null, endsOn: null })).toEqual([])
  })

  it('a licence ends with its earliest patent at the latest', () => {
    const rights = [
      { kind: 'invention_patent', filedOn: '2023-01-03' },
      { kind: 'utility_model', filedOn: '2020-05-10' },
    ] as const
    expect(earliestExpiry(rights)).toBe('2030-05-09')
    expect(codes({ rights })).toEqual(['endsOn contract.licence_beyond_patent'])
    expect(codes({ rights, endsOn: '2030-05-09' })).toEqual([])
    expect(suggestEnd('sole_licence', '2026-03-02', 60, rights)).toBe('2030-05-09')
    expect(suggestEnd('sole_licence', '2026-03-02', 12, rights)).toBe('2027-03-01')
  })

  it('a type of another regime is refused', () => {
    expect(codes({ signedOn: '2020-12-31', effectiveOn: '2021-01-05' })).toEqual([
      'type contract.type_not_in_regime',
    ])
  })

  it('is not ready without its dates', () => {
    const missing = readinessProblems({ ...draft, signedOn: null, endsOn: null })
    expect(missing.map(({ path }) => path)).toEqual(['signedOn', 'endsOn'])
  })
})
