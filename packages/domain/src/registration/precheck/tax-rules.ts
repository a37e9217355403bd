import { addDays, addYears } from '../../index.ts'
import type { ContractType } from '../../regimes/index.ts'
import {
  BY_APPLICATION,
  BY_SIGNING,
  INCOME_TAX_LAW,
  INCOME_TAX_SCOPE,
  STAMP_DUTY_LAW,
  VAT_RULES,
} from './bases.ts'
import type { PrecheckFacts } from './facts.ts'
import { ALL_STAGES, FORM_STAGES, type PrecheckRule, when } from './rule.ts'

const RELIEF_YEARS = 5
const EXEMPT_FEN = 500_000_000
const EXEMPTABLE: readonly ContractType[] = ['KF', 'ZR', 'XK']

const sellsTechnology = ({ type }: PrecheckFacts): boolean => type === 'ZR' || type === 'XK'
const byCompany = ({ seller }: PrecheckFacts): boolean =>
  seller.organizationKind === 'company' || seller.organizationKind === 'provider'

/** A licence shorter than five years, which income-tax relief leaves out. */
const isShortLicence = ({ type, effectiveOn, endsOn }: PrecheckFacts): boolean =>
  type === 'XK' &&
  effectiveOn !== null &&
  endsOn !== null &&
  // The last day of five years is the one before the fifth anniversary, however the contract counts.
  addYears(effectiveOn, RELIEF_YEARS) > addDays(endsOn, 1)

/** Hints, never a decision: the tax office decides. */
export const TAX_RULES: readonly PrecheckRule[] = [
  {
    id: 'tax.vat_exemption',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...VAT_RULES,
    message: {
      zh: '技术转让（含许可）、技术开发及相关咨询、服务经认定后可申请免征增值税，以税务机关认定为准。',
      en: 'Transfer, licence and development, with related consulting, may be exempt from VAT once recognised; the tax office decides.',
    },
    todo: {
      zh: '登记后持证明备案；相关咨询、服务与技术价款开在同一张发票上。',
      en: 'File the certificate; put related consulting and the technology’s price on one invoice.',
    },
    find: ({ type }) => when(EXEMPTABLE.includes(type)),
  },
  {
    id: 'tax.no_vat_exemption',
    severity: 'informs',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...VAT_RULES,
    message: {
      zh: '单独订立的技术咨询、技术服务合同不免征增值税。',
      en: 'Consulting or service on its own is not exempt from VAT.',
    },
    todo: {
      zh: '与技术转让、开发相关的，应与其一并订立并开票。',
      en: 'Where it belongs to a transfer or development, contract and invoice them together.',
    },
    find: ({ type }) => when(type === 'ZX' || type === 'FW'),
  },
  {
    id: 'tax.income_relief',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...INCOME_TAX_LAW,
    message: {
      zh: '居民企业年度技术转让所得不超过500万元的部分免征企业所得税，超过部分减半；按全年累计计算。',
      en: 'Of a year’s income from technology, 5 million yuan are free of income tax and the rest is halved, over all contracts of the year.',
    },
    todo: {
      zh: '按合同单独归集成本，年度汇算时申报。',
      en: 'Keep costs per contract and declare them for the year.',
    },
    find: (facts) => when(sellsTechnology(facts) && byCompany(facts) && !isShortLicence(facts)),
  },
  {
    id: 'tax.income_beyond_exempt',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...INCOME_TAX_LAW,
    message: {
      zh: '仅本合同技术交易额即超过500万元，超过部分的所得减半征收。',
      en: 'This contract alone passes 5 million yuan: income beyond that is taxed by half.',
    },
    todo: { zh: '预计全年累计所得。', en: 'Estimate the year’s total.' },
    find: (facts) =>
      when(sellsTechnology(facts) && byCompany(facts) && facts.technologyAmountFen > EXEMPT_FEN, {
        path: 'technologyAmountFen',
      }),
  },
  {
    id: 'tax.short_licence',
    severity: 'warns',
    stages: ALL_STAGES,
    period: BY_SIGNING,
    ...INCOME_TAX_SCOPE,
    message: {
      zh: '许可期限不足五年，不属于企业所得税技术转让优惠范围。',
      en: 'A licence shorter than five years is outside the income-tax relief.',
    },
    todo: {
      zh: '卖方拟享受优惠的，约定五年以上使用权。',
      en: 'Agree on five years or more if relief is wanted.',
    },
    find: (facts) => when(byCompany(facts) && isShortLicence(facts), { path: 'endsOn' }),
  },
  {
    id: 'tax.related_parties',
    severity: 'warns',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...INCOME_TAX_SCOPE,
    message: {
      zh: '买卖双方为关联方：直接或间接持股100%的关联方之间的转让不享受所得税优惠。',
      en: 'Related parties: between wholly owned ones there is no income-tax relief.',
    },
    todo: { zh: '核对持股关系和价格公允性。', en: 'Check shareholdings and the fairness of the price.' },
    find: (facts) =>
      when(sellsTechnology(facts) && facts.filing?.relatedParties === true, { path: 'relatedParties' }),
  },
  {
    id: 'tax.public_funds',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_SIGNING,
    ...INCOME_TAX_SCOPE,
    message: {
      zh: '主要由财政资金形成的技术，转让须经省级以上科技部门审批方可享受优惠。',
      en: 'For technology from public funds the relief needs approval by the province’s science department.',
    },
    todo: { zh: '附审批文件。', en: 'Add the approval.' },
    find: (facts) =>
      when(sellsTechnology(facts) && facts.filing !== null && facts.filing.planSource !== 'none', {
        path: 'planSource',
      }),
  },
  {
    id: 'tax.stamp_duty',
    severity: 'informs',
    stages: ['contract'],
    period: { by: 'signing', since: '2022-07-01', until: null },
    ...STAMP_DUTY_LAW,
    message: {
      zh: '技术合同应缴印花税；增值税税款单独列明的，不计入计税依据。',
      en: 'Stamp duty is due; VAT stated apart does not count towards it.',
    },
    todo: { zh: '在合同中单独列明增值税税款。', en: 'State the VAT apart in the contract.' },
    find: () => [{ path: 'contractAmountFen' }],
  },
  {
    id: 'tax.certificate_amount',
    severity: 'informs',
    stages: FORM_STAGES,
    period: BY_APPLICATION,
    ...INCOME_TAX_SCOPE,
    message: {
      zh: '税收优惠以核定的技术交易额（{technologyAmountFen}）而非成交额为准。',
      en: 'Relief stands on the technology amount ({technologyAmountFen}), not on the contract amount.',
    },
    todo: { zh: '核对技术交易额的构成。', en: 'Check what the technology amount is made of.' },
    find: ({ type, contractAmountFen, technologyAmountFen }) =>
      when(EXEMPTABLE.includes(type) && technologyAmountFen < contractAmountFen, {
        path: 'technologyAmountFen',
        params: { technologyAmountFen },
      }),
  },
]
