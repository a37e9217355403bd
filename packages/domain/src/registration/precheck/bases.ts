import { legalBasis as basis, type LegalBasis } from '../../regimes/index.ts'
import type { PrecheckPeriod } from './rule.ts'

export {
  civilCode,
  conversionLaw,
  courtInterpretation,
  patentLaw,
  patentRules,
  recognitionRules,
} from '../../regimes/index.ts'

const ALWAYS = '2000-02-28'
const CIVIL_CODE_SINCE = '2021-01-01'

/** For contracts signed since the first regime we know. */
export const BY_SIGNING: PrecheckPeriod = { by: 'signing', since: ALWAYS, until: null }
export const BY_APPLICATION: PrecheckPeriod = { by: 'application', since: ALWAYS, until: null }
export const SINCE_CIVIL_CODE: PrecheckPeriod = { by: 'signing', since: CIVIL_CODE_SINCE, until: null }
export const SINCE_MEASURES_2026: PrecheckPeriod = { by: 'application', since: '2026-03-01', until: null }
/** State institutions decide, price and publish for themselves since the revised conversion law. */
export const SINCE_CONVERSION_LAW: PrecheckPeriod = { by: 'signing', since: '2015-10-01', until: null }

export const newRules = (articles: string): LegalBasis =>
  basis(
    `技术合同认定登记规则第${articles}条（文本未核实）`,
    `Rules for recognition and registration, art. ${articles} (text not confirmed)`,
    false,
  )
export const MEASURES_2000 = basis(
  '技术合同认定登记管理办法（2000年，据摘录）',
  'Measures for contract registration (2000, from extracts)',
  false,
)
export const MEASURES_2026 = basis(
  '技术合同认定登记管理办法（2026年；依2024年征求意见稿，待核实）',
  'Measures for contract registration (2026; values from the 2024 draft, to be confirmed)',
  false,
)
export const NATIONAL_FORM = basis(
  '技术合同登记表填写说明（据转载）',
  'Notes to the national registration form (from a reprint)',
  false,
)
export const FEE_GUIDANCE = basis(
  '专利开放许可使用费估算指引（2024年7月，据转载）',
  'Guidance on open-licence fees (July 2024, from a reprint)',
  false,
)
export const PRACTICE = basis('认定登记实务', 'Practice of recognition', false)
export const VAT_RULES = basis(
  '财税〔2016〕36号附件3第一条第（二十六）项；2026年增值税法施行后是否延续，待核实',
  'Caishui [2016] 36, annex 3, 1(26); whether carried over under the VAT Law of 2026 is not confirmed',
  false,
)
export const INCOME_TAX_LAW = basis(
  '企业所得税法第二十七条；实施条例第九十条',
  'Enterprise Income Tax Law art. 27; its regulations art. 90',
  true,
)
export const INCOME_TAX_SCOPE = basis(
  '财税〔2010〕111号；财税〔2015〕116号（据转载）',
  'Caishui [2010] 111; Caishui [2015] 116 (from reprints)',
  false,
)
export const STAMP_DUTY_LAW = basis('印花税法第五条、第六条', 'Stamp Duty Law arts. 5, 6', true)
export const TECHNOLOGY_TRADE = basis(
  '技术进出口管理条例第十七至二十条、第三十六至三十九条',
  'Regulations on technology import and export, arts. 17-20, 36-39',
  true,
)
