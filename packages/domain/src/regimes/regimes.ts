import type { CalendarDate } from '../index.ts'
import type { ContractSubType, ContractType } from './contract-types.ts'
import { PRACTICE_REFUSALS, RULES_REFUSALS } from './refusal-reasons.ts'
import type { Bilingual, Regime } from './regime.ts'
import { FIVE_TYPES, FOUR_TYPES } from './type-trees.ts'

const MEASURES_2000: Bilingual = {
  zh: '技术合同认定登记管理办法（2000年）；技术合同认定规则（2001年）',
  en: 'Measures for contract registration (2000); recognition rules (2001)',
}
const MEASURES_2026: Bilingual = {
  zh: '技术合同认定登记管理办法（2026年）；条文依2024年征求意见稿，待核实',
  en: 'Measures for contract registration (2026); values from the 2024 draft, to be confirmed',
}

/** The measures of 2000 with the rules of 2001, as practised until 2026. */
const PRACTICE_SINCE_2000 = {
  applicant: { side: 'seller', imports: 'seller', basis: MEASURES_2000, verified: false },
  registry: { withinRegion: true, basis: MEASURES_2000, verified: false },
  application: { withinValidity: false, basis: MEASURES_2000, verified: false },
  decision: {
    days: 30,
    kind: 'calendar',
    restartsOnCorrection: true,
    basis: MEASURES_2000,
    verified: false,
  },
  largeContracts: {
    thresholdFen: null,
    deadline: null,
    secondReview: false,
    basis: MEASURES_2000,
    verified: false,
  },
  refusals: {
    reasons: PRACTICE_REFUSALS,
    basis: { zh: '认定登记实务', en: 'Practice of recognition' },
    verified: false,
  },
  certificate: {
    states: ['contract_amount', 'technology_amount', 'verified_income'],
    basis: MEASURES_2000,
    verified: false,
  },
} as const satisfies Partial<Regime>

const LARGE_FROM_FEN = 500_000_000

/** In order of time, without gaps; the last one is in force. */
export const REGIMES: readonly Regime[] = [
  {
    key: 'R2001',
    name: { zh: '2000年办法与2001年认定规则', en: 'Measures of 2000 and rules of 2001' },
    since: '2000-02-28',
    until: '2020-12-31',
    types: FOUR_TYPES,
    ...PRACTICE_SINCE_2000,
  },
  {
    key: 'R2021',
    name: { zh: '2000年办法，合同类型依民法典', en: 'Measures of 2000 with the Civil Code’s contract types' },
    since: '2021-01-01',
    until: '2022-10-31',
    types: FIVE_TYPES,
    ...PRACTICE_SINCE_2000,
  },
  {
    key: 'R2022',
    name: { zh: '技术合同认定登记工作指引（2022年）', en: 'Guidance on contract registration (2022)' },
    since: '2022-11-01',
    until: '2026-02-28',
    types: FIVE_TYPES,
    ...PRACTICE_SINCE_2000,
  },
  {
    key: 'R2026',
    name: { zh: '技术合同认定登记管理办法（2026年）', en: 'Measures for contract registration (2026)' },
    since: '2026-03-01',
    until: null,
    types: FIVE_TYPES,
    applicant: { side: 'seller', imports: 'buyer', basis: MEASURES_2026, verified: false },
    registry: { withinRegion: true, basis: MEASURES_2026, verified: false },
    application: { withinValidity: true, basis: MEASURES_2026, verified: false },
    decision: {
      days: 15,
      kind: 'working',
      restartsOnCorrection: true,
      basis: MEASURES_2026,
      verified: false,
    },
    largeContracts: {
      thresholdFen: LARGE_FROM_FEN,
      deadline: { days: 30, kind: 'working', restartsOnCorrection: true },
      secondReview: true,
      basis: MEASURES_2026,
      verified: false,
    },
    refusals: { reasons: RULES_REFUSALS, basis: MEASURES_2026, verified: false },
    certificate: {
      states: ['contract_amount', 'technology_amount'],
      basis: MEASURES_2026,
      verified: false,
    },
  },
]

/**
 * The regime in force on a day: the signing date for a contract's type, the application date for procedure. What is older
 * than the first one we know, as contracts registered elsewhere may be, is judged by that one.
 */
export const regimeFor = (date: CalendarDate): Regime => {
  const regime = REGIMES.findLast(({ since }) => since <= date) ?? REGIMES[0]
  if (!regime) throw new Error('No regime is known.')
  return regime
}

export const findRegime = (key: string): Regime | undefined => REGIMES.find((regime) => regime.key === key)

/** The type a sub-type stands under in this regime. */
export const typeOfSubType = (regime: Regime, subType: ContractSubType): ContractType | null =>
  regime.types.tree.find(({ subTypes }) => subTypes.includes(subType))?.type ?? null

/** Whether the regime knows this type and, when given, this sub-type under it. */
export const isTypeOfRegime = (
  regime: Regime,
  type: ContractType,
  subType: ContractSubType | null,
): boolean =>
  regime.types.tree.some(
    (branch) => branch.type === type && (subType === null || branch.subTypes.includes(subType)),
  )

/** Whether the technology amount makes the contract a large one under this regime. */
export const isLargeContract = (regime: Regime, technologyAmountFen: number): boolean => {
  const { thresholdFen } = regime.largeContracts
  return thresholdFen !== null && technologyAmountFen >= thresholdFen
}
