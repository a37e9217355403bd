import { addTurnover, type TurnoverSum, type TurnoverView, ZERO_TURNOVER } from '@market/domain/indicators'
import type { ContractSubType, ContractType } from '@market/domain/regimes'

/** A contract as the register should know it, kept in plain JavaScript beside the real one. */
export interface ModelContract {
  id: string
  /** The signed contract behind it; null for an imported one. */
  contractId: string | null
  office: number
  number: string
  businessOn: string
  version: number
  contractAmountFen: number
  technologyAmountFen: number
  /** Technical income verified receipt by receipt. */
  verifiedFen: number
  sellerRegion: string
  buyerRegion: string
  field: string
  four: ContractType
  five: ContractType
  live: boolean
  /** Sold by the office's own seller, who records what is received. */
  ofOffice: boolean
  /** Which registrar may amend it without being its filer or its only examiner. */
  amender: 'registrar' | 'secondRegistrar'
}

export interface Kind {
  type: ContractType
  subType: ContractSubType
  four: ContractType
  five: ContractType
}

/** What a type is called before and since the Civil Code, written down once more by hand. */
export const KINDS: readonly Kind[] = [
  { type: 'KF', subType: 'KF_COMMISSIONED', four: 'KF', five: 'KF' },
  { type: 'ZR', subType: 'ZR_PATENT', four: 'ZR', five: 'ZR' },
  { type: 'XK', subType: 'XK_PATENT', four: 'ZR', five: 'XK' },
  { type: 'FW', subType: 'FW_TRAINING', four: 'FW', five: 'FW' },
]

/** Under the Contract Law a licence was a sub-type of the transfer. */
export const OLD_KINDS: readonly Kind[] = [
  { type: 'ZR', subType: 'XK_PATENT', four: 'ZR', five: 'XK' },
  { type: 'ZR', subType: 'ZR_PATENT', four: 'ZR', five: 'ZR' },
  { type: 'KF', subType: 'KF_COMMISSIONED', four: 'KF', five: 'KF' },
]

const inside = (region: string): boolean => region.startsWith('4501')

const inView: Readonly<Record<TurnoverView, (contract: ModelContract) => boolean>> = {
  registered: () => true,
  output: ({ sellerRegion }) => inside(sellerRegion),
  intake: ({ buyerRegion }) => inside(buyerRegion),
  self: ({ sellerRegion, buyerRegion }) => inside(sellerRegion) && inside(buyerRegion),
  unique: ({ sellerRegion, buyerRegion }) => inside(sellerRegion) || inside(buyerRegion),
}

export const MODEL_BREAKDOWNS = ['total', 'type', 'fourType', 'field', 'sellerRegion', 'month'] as const
export type ModelBreakdown = (typeof MODEL_BREAKDOWNS)[number]

const codeIn: Readonly<Record<ModelBreakdown, (contract: ModelContract) => string>> = {
  total: () => '',
  type: ({ five }) => five,
  fourType: ({ four }) => four,
  field: ({ field }) => field,
  sellerRegion: ({ sellerRegion }) => sellerRegion,
  month: ({ businessOn }) => businessOn.slice(0, 7),
}

/** What a figure should say, added up contract by contract. */
export const expectedTurnover = (
  contracts: readonly ModelContract[],
  view: TurnoverView,
  by: ModelBreakdown,
): Map<string, TurnoverSum> => {
  const sums = new Map<string, TurnoverSum>()
  for (const contract of contracts) {
    if (!contract.live || !inView[view](contract)) continue
    const code = codeIn[by](contract)
    const { contractAmountFen, technologyAmountFen } = contract
    const one = { contractCount: 1, contractAmountFen, technologyAmountFen }
    sums.set(code, addTurnover(sums.get(code) ?? ZERO_TURNOVER, one))
  }
  return new Map([...sums].sort(([left], [right]) => (left < right ? -1 : 1)))
}

/** A licence of a patent, as the register of grants should know it. */
export interface ModelLicence {
  number: string
  kind: 'exclusive' | 'sole' | 'ordinary'
  /** GB/T 2260, or 100000 for the whole country. */
  territory: string
  startsOn: string
  endsOn: string
}

const placesWithin = (territory: string): string =>
  territory === '100000' ? '' : territory.replace(/(00)+$/, '')

/** Invariant 4, written down once more by hand: no room beside an exclusive or sole licence where both hold. */
export const licencesCollide = (one: ModelLicence, other: ModelLicence): boolean => {
  const [left, right] = [placesWithin(one.territory), placesWithin(other.territory)]
  const alone = [one, other].some(({ kind }) => kind !== 'ordinary')
  const atOnce = one.startsOn <= other.endsOn && other.startsOn <= one.endsOn
  return one.number === other.number && alone && atOnce && (left.startsWith(right) || right.startsWith(left))
}

export interface Closing {
  period: string
  at: Date
  hash: string
  total: TurnoverSum
}

/** What the public was told, and how the register stood then. */
export interface Release {
  at: Date
  contracts: readonly ModelContract[]
  /** Every printed cell by year, view, breakdown and code. */
  cells: ReadonlyMap<string, TurnoverSum>
}

/** Everything the register has been told, and what it was right to answer at every instant so far. */
export class HistoryModel {
  contracts: ModelContract[] = []
  licences: readonly ModelLicence[] = []
  readonly instants: {
    at: Date
    contracts: readonly ModelContract[]
    licences: readonly ModelLicence[]
  }[] = []
  readonly closings: Closing[] = []
  readonly releases: Release[] = []

  live(): ModelContract[] {
    return this.contracts.filter(({ live }) => live)
  }

  change(id: string, change: Partial<ModelContract>): void {
    this.contracts = this.contracts.map((one) => (one.id === id ? { ...one, ...change } : one))
  }

  remember(at: Date): void {
    this.instants.push({ at, contracts: this.contracts, licences: this.licences })
  }
}
