import type { IpKind, PlanSource } from '../codes/index.ts'
import { addDays, addMonths, type CalendarDate, type Fen } from '../index.ts'
import {
  type Bilingual,
  type ContractSubType,
  type ContractType,
  typeInFiveTypeView,
} from '../regimes/index.ts'
import type { RegistrationStatus } from './states.ts'

/** What the register knows of a contract that bears on tax relief. */
export interface TaxFacts {
  type: ContractType
  subType: ContractSubType | null
  status: RegistrationStatus
  effectiveOn: CalendarDate
  endsOn: CalendarDate | null
  ipKind: IpKind
  planSource: PlanSource
  relatedParties: boolean
}

/** 'to_check': the register cannot tell; the tax office will ask. */
export type FlagState = 'met' | 'not_met' | 'to_check'

export interface EligibilityFlag {
  code: 'live' | 'type' | 'term' | 'ip_kind' | 'related_parties' | 'public_funds'
  state: FlagState
  reason: Bilingual
  basis: Bilingual
  /** Somebody has read the text of the basis itself. */
  verified: boolean
}

const CIT_LAW: Bilingual = {
  zh: '企业所得税法第二十七条第四项，实施条例第九十条',
  en: 'Enterprise Income Tax Law art. 27(4), Regulations art. 90',
}
const SCOPE_2010: Bilingual = { zh: '财税〔2010〕111号', en: 'Caishui [2010] No. 111' }
const LICENCES_2015: Bilingual = { zh: '财税〔2015〕116号', en: 'Caishui [2015] No. 116' }
const REGISTER: Bilingual = { zh: '登记状态', en: 'State of the register' }

/** Each provision the relief rests on, for the foot of the sheet. */
export const TAX_BASES: readonly { basis: Bilingual; verified: boolean }[] = [
  { basis: CIT_LAW, verified: true },
  { basis: { zh: '国税函〔2009〕212号', en: 'Guoshuihan [2009] No. 212' }, verified: false },
  { basis: SCOPE_2010, verified: false },
  { basis: LICENCES_2015, verified: false },
]

const MINIMUM_TERM_MONTHS = 60
/** Non-exclusive licences of five years or more count from here on. */
const NON_EXCLUSIVE_SINCE = '2015-10-01'
const IP_IN_SCOPE: readonly IpKind[] = [
  'invention_patent',
  'utility_model',
  'software_copyright',
  'plant_animal_variety',
  'ic_layout',
  'biomedical_variety',
]

type Verdict = Pick<EligibilityFlag, 'state' | 'reason'>
const met = (zh: string, en: string): Verdict => ({ state: 'met', reason: { zh, en } })
const notMet = (zh: string, en: string): Verdict => ({ state: 'not_met', reason: { zh, en } })
const toCheck = (zh: string, en: string): Verdict => ({ state: 'to_check', reason: { zh, en } })

const judgeLive = ({ status }: TaxFacts): Verdict =>
  status === 'valid' || status === 'changed'
    ? met('登记有效', 'The registration is in force')
    : notMet('登记已注销或撤销', 'The registration was cancelled or revoked')

const isTransferOrLicence = (type: ContractType): boolean => type === 'ZR' || type === 'XK'

const judgeType = ({ type, subType }: TaxFacts): Verdict =>
  isTransferOrLicence(typeInFiveTypeView(type, subType))
    ? met('技术转让或许可', 'Transfer or licence of technology')
    : notMet('所得减免限于技术转让与许可', 'The relief is for transfers and licences alone')

/** Ownership passes for good; a licence must run for five years. */
const judgeTerm = ({ type, subType, effectiveOn, endsOn }: TaxFacts): Verdict => {
  if (typeInFiveTypeView(type, subType) !== 'XK')
    return met('所有权转让，无期限要求', 'No term is asked of a transfer')
  if (endsOn === null) return toCheck('合同未载明终止日期', 'The contract states no end')
  // The last day belongs to the term: five years from 1 March end on the last of February.
  if (addMonths(effectiveOn, MINIMUM_TERM_MONTHS) > addDays(endsOn, 1)) {
    return notMet('许可期限不足五年', 'The licence is for less than five years')
  }
  return effectiveOn < NON_EXCLUSIVE_SINCE
    ? toCheck(
        '2015年10月1日前须为全球独占许可',
        'Before October 2015 only worldwide exclusive licences count',
      )
    : met('许可期限五年以上', 'The licence is for five years or more')
}

const judgeIpKind = ({ ipKind }: TaxFacts): Verdict => {
  if (IP_IN_SCOPE.includes(ipKind)) return met('属于列举的知识产权', 'One of the rights listed')
  if (ipKind === 'design_patent') {
    return toCheck('外观设计须非简单改变产品图案和形状', 'A design must be more than a simple change of look')
  }
  return notMet('不属于列举的知识产权', 'Not one of the rights listed')
}

const judgeRelated = ({ relatedParties }: TaxFacts): Verdict =>
  relatedParties
    ? toCheck('关联交易：100%控股双方之间不享受', 'Related parties: none between wholly owned companies')
    : met('未申报关联关系', 'No relation was declared')

const judgeFunds = ({ planSource }: TaxFacts): Verdict =>
  planSource === 'none'
    ? met('未列入财政科技计划', 'Outside public programmes')
    : toCheck(
        '财政资金支持的技术须经省级科技部门审批',
        'Publicly funded technology needs provincial approval',
      )

/** What speaks for and against income-tax relief for one contract. The tax office decides, never this list. */
export const eligibilityFlags = (facts: TaxFacts): EligibilityFlag[] => [
  { code: 'live', ...judgeLive(facts), basis: REGISTER, verified: true },
  { code: 'type', ...judgeType(facts), basis: CIT_LAW, verified: true },
  { code: 'term', ...judgeTerm(facts), basis: LICENCES_2015, verified: false },
  { code: 'ip_kind', ...judgeIpKind(facts), basis: SCOPE_2010, verified: false },
  { code: 'related_parties', ...judgeRelated(facts), basis: SCOPE_2010, verified: false },
  { code: 'public_funds', ...judgeFunds(facts), basis: SCOPE_2010, verified: false },
]

/** Whether the income counts into the annual sum: nothing speaks against it, though something may be left to check. */
export const countsForRelief = (flags: readonly EligibilityFlag[]): boolean =>
  flags.every(({ state }) => state !== 'not_met')

const EXEMPT_FEN = 500_000_000

export interface TaxRelief {
  /** Exempt whole, up to five million yuan a year. */
  exemptFen: Fen
  /** The excess, of which half is left out. */
  halvedFen: Fen
  reliefFen: Fen
  taxableFen: Fen
}

/**
 * The relief on a seller's annual sum X, not contract by contract: min(X, 5,000,000) + half of what exceeds it. Exact
 * only where X is income after cost and taxes, which the register does not know. Odd fen are left to the taxable half.
 */
export const taxRelief = (annualFen: Fen): TaxRelief => {
  const exemptFen = Math.min(annualFen, EXEMPT_FEN)
  const halvedFen = annualFen - exemptFen
  const reliefFen = exemptFen + Math.floor(halvedFen / 2)
  return { exemptFen, halvedFen, reliefFen, taxableFen: annualFen - reliefFen }
}
