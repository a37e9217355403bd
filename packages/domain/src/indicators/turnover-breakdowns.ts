import type { CodeItem } from '../codes/index.ts'
import { IP_KINDS, PARTY_KINDS, PLAN_INDUSTRIES, PLAN_SOURCES, TECHNICAL_FIELDS } from '../codes/index.ts'
import { CONTRACT_SUB_TYPES, CONTRACT_TYPES } from '../regimes/index.ts'
import { PLACES } from './turnover-views.ts'

interface Breakdown extends CodeItem {
  /** Every code, also those without a contract; null where the register itself is the list. */
  codes: readonly CodeItem[] | null
  /** False where a cell would stand on a single respondent, however many its contracts: for the authority alone. */
  public: boolean
}

const flows: CodeItem[] = PLACES.flatMap((seller) =>
  PLACES.map((buyer) => ({
    code: `${seller.code}-${buyer.code}`,
    zh: `${seller.zh} → ${buyer.zh}`,
    en: `${seller.en} → ${buyer.en}`,
  })),
)

/** Every way a figure can be broken down. `type` is that of today's five, so that years compare (invariant 9). */
export const TURNOVER_BREAKDOWNS = [
  { code: 'total', zh: '合计', en: 'Total', codes: null, public: true },
  { code: 'year', zh: '年', en: 'Year', codes: null, public: true },
  { code: 'quarter', zh: '季度', en: 'Quarter', codes: null, public: true },
  { code: 'month', zh: '月', en: 'Month', codes: null, public: true },
  { code: 'type', zh: '合同类型（五类）', en: 'Contract type (five)', codes: CONTRACT_TYPES, public: true },
  {
    code: 'fourType',
    zh: '合同类型（四类）',
    en: 'Contract type (four)',
    codes: CONTRACT_TYPES.filter(({ code }) => code !== 'XK'),
    public: true,
  },
  {
    code: 'subType',
    zh: '合同子类型',
    en: 'Contract sub-type',
    codes: [...CONTRACT_SUB_TYPES, ...CONTRACT_TYPES],
    public: true,
  },
  { code: 'field', zh: '技术领域', en: 'Technical field', codes: TECHNICAL_FIELDS, public: true },
  { code: 'planIndustry', zh: '规划产业', en: 'Plan industry', codes: PLAN_INDUSTRIES, public: true },
  { code: 'ipKind', zh: '知识产权', en: 'Intellectual property', codes: IP_KINDS, public: true },
  { code: 'planSource', zh: '计划来源', en: 'Programme', codes: PLAN_SOURCES, public: true },
  { code: 'sellerKind', zh: '卖方类别', en: 'Kind of seller', codes: PARTY_KINDS, public: true },
  { code: 'buyerKind', zh: '买方类别', en: 'Kind of buyer', codes: PARTY_KINDS, public: true },
  { code: 'sellerRegion', zh: '卖方地区', en: 'Region of the seller', codes: null, public: true },
  { code: 'buyerRegion', zh: '买方地区', en: 'Region of the buyer', codes: null, public: true },
  { code: 'flow', zh: '流向', en: 'Flow', codes: flows, public: true },
  { code: 'agency', zh: '登记机构', en: 'Registry', codes: null, public: true },
  { code: 'university', zh: '高校', en: 'University', codes: null, public: false },
  { code: 'seller', zh: '卖方', en: 'Seller', codes: null, public: false },
] as const satisfies readonly Breakdown[]
export type TurnoverBreakdown = (typeof TURNOVER_BREAKDOWNS)[number]['code']

export const breakdownOf = (code: TurnoverBreakdown): Breakdown => {
  const found = TURNOVER_BREAKDOWNS.find((breakdown) => breakdown.code === code)
  if (!found) throw new Error(`No breakdown ${code}.`)
  return found
}
