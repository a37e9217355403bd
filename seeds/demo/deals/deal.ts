import type { TransferMode } from '@market/domain/codes'
import type { ContractSubType } from '@market/domain/regimes'

/** How far a deal has come; most are registered. */
export type DealStage =
  | 'registered'
  | 'registration_refused'
  | 'under_review'
  | 'correction_requested'
  | 'accepted'
  | 'submitted'
  | 'registration_draft'
  | 'entrusted'
  | 'one_side_confirmed'
  | 'contract_draft'

/** What was entered in the register afterwards. */
export type DealAftermath =
  | { entry: 'changed'; on: string; contractWan: number; technologyWan: number; reason: string }
  | { entry: 'cancelled'; on: string; reason: string }
  | { entry: 'revoked'; on: string; reason: string }

export interface DemoDeal {
  key: string
  listing: string
  buyer: string
  mode: TransferMode
  title: string
  /** 万元. */
  contractWan: number
  /** 万元; at most the contract amount. */
  technologyWan: number
  /** Day of registration, or of the last step of a deal that has not come so far. */
  lastOn: string
  agency: 'wuxiang' | 'guizhi' | 'dongmeng'
  stage: DealStage
  /** Where the contract is of another sub-type than its transfer mode suggests. */
  subType?: ContractSubType
  termMonths?: number
  aftermath?: DealAftermath
  /** Its text is written and signed on the market; the others are signed on paper. */
  signedHere?: true
}

type Extras = Partial<Pick<DemoDeal, 'stage' | 'subType' | 'termMonths' | 'aftermath' | 'signedHere'>>

const AGENCIES = { w: 'wuxiang', g: 'guizhi', d: 'dongmeng' } as const

/** One line of a ledger: who buys what, how, for how much (contract/technology, 万元), when, through whom. */
export type DealRow = readonly [
  listing: string,
  buyer: string,
  mode: TransferMode,
  title: string,
  contractWan: number,
  technologyWan: number,
  lastOn: string,
  agency: keyof typeof AGENCIES,
  extras?: Extras,
]

export const dealsOf = (prefix: string, rows: readonly DealRow[]): DemoDeal[] =>
  rows.map(
    ([listing, buyer, mode, title, contractWan, technologyWan, lastOn, agency, extras = {}], index) => ({
      key: `${prefix}-${index + 1}`,
      listing,
      buyer,
      mode,
      title,
      contractWan,
      technologyWan,
      lastOn,
      agency: AGENCIES[agency],
      stage: 'registered',
      ...extras,
    }),
  )
