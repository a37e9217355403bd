import type { FieldProblem } from '../../index.ts'
import type { Bilingual, LegalBasis } from '../../regimes/index.ts'
import {
  BY_APPLICATION,
  BY_SIGNING,
  civilCode,
  MEASURES_2026,
  NATIONAL_FORM,
  PRACTICE,
  recognitionRules,
  SINCE_MEASURES_2026,
} from './bases.ts'
import { ALL_STAGES, type PrecheckParams, type PrecheckPeriod, type PrecheckRule } from './rule.ts'

/** A problem of the blocking core, given its basis and the way out of it. */
interface Wrapped {
  id: `form.${string}`
  claims: (problem: FieldProblem) => boolean
  on: LegalBasis
  period?: PrecheckPeriod
  message: Bilingual
  todo: Bilingual
}

const coded =
  (code: string) =>
  (problem: FieldProblem): boolean =>
    problem.code === code

const CURRENCY: readonly string[] = ['currencyAmountCents', 'exchangeRate', 'exchangeRateOn']
const CLASSES: readonly string[] = ['technicalField', 'planIndustry', 'ipKind']
const DATES: readonly string[] = ['signedOn', 'effectiveOn', 'endsOn']
const missing =
  (paths: readonly string[]) =>
  ({ path, code }: FieldProblem): boolean =>
    code === 'field.required' && paths.includes(path)

const WRAPPED: readonly Wrapped[] = [
  {
    id: 'form.title_missing',
    claims: missing(['title']),
    on: NATIONAL_FORM,
    message: { zh: '缺少项目（合同）名称。', en: 'The contract has no title.' },
    todo: { zh: '填写与合同文本一致的名称。', en: 'Enter the title as the contract states it.' },
  },
  {
    id: 'form.class_missing',
    claims: missing(CLASSES),
    on: NATIONAL_FORM,
    message: { zh: '分类信息未填写完整。', en: 'A classification is missing.' },
    todo: {
      zh: '选择技术领域、规划产业和知识产权类别。',
      en: 'Choose technical field, plan industry and kind of intellectual property.',
    },
  },
  {
    id: 'form.date_missing',
    claims: missing(DATES),
    on: civilCode('845'),
    message: { zh: '合同日期未填写完整。', en: 'A date of the contract is missing.' },
    todo: {
      zh: '填写签订、生效日期；许可合同还应填写终止日期。',
      en: 'State signing and effective date, and for a licence its end.',
    },
  },
  {
    id: 'form.amount_not_positive',
    claims: ({ path, code }) => code === 'money.must_be_positive' && !path.includes('.'),
    on: recognitionRules('51'),
    message: { zh: '合同金额与技术交易额都应大于零。', en: 'Both amounts must be above zero.' },
    todo: { zh: '按合同约定填写两项金额。', en: 'Enter both amounts as the contract states them.' },
  },
  {
    id: 'form.technology_over_contract',
    claims: coded('contract.technology_over_contract_amount'),
    on: recognitionRules('51'),
    message: {
      zh: '技术交易额大于合同成交额。',
      en: 'The technology amount is larger than the contract amount.',
    },
    todo: {
      zh: '技术交易额为成交额扣除设备、仪器、零部件、原材料等非技术性费用后的余额。',
      en: 'It is the contract amount less equipment, instruments, parts, materials and other non-technical cost.',
    },
  },
  {
    id: 'form.effective_before_signed',
    claims: coded('contract.effective_before_signed'),
    on: PRACTICE,
    message: { zh: '生效日期早于签订日期。', en: 'The contract takes effect before it was signed.' },
    todo: { zh: '核对两个日期，以合同文本为准。', en: 'Compare both dates with the contract.' },
  },
  {
    id: 'form.ends_before_effective',
    claims: coded('contract.ends_before_effective'),
    on: PRACTICE,
    message: { zh: '终止日期早于生效日期。', en: 'The contract ends before it takes effect.' },
    todo: { zh: '核对合同有效期限。', en: 'Check the term of the contract.' },
  },
  {
    id: 'form.type_not_in_regime',
    claims: coded('contract.type_not_in_regime'),
    on: civilCode('843, 863'),
    message: {
      zh: '签订之日的规则（{regime}）没有这一合同类型或子类型。',
      en: 'The rules of the signing date ({regime}) have no such type or sub-type.',
    },
    todo: {
      zh: '按签订日期选择类型：2021年以前，许可属于技术转让。',
      en: 'Choose the type by the signing date: before 2021 a licence was a kind of transfer.',
    },
  },
  {
    id: 'form.region_wrong',
    claims: ({ code }) => code.startsWith('region.'),
    on: NATIONAL_FORM,
    message: { zh: '行政区划代码有误。', en: 'A region code is wrong.' },
    todo: { zh: '选择六位行政区划代码。', en: 'Choose a region by its six digits.' },
  },
  {
    id: 'form.signed_in_future',
    claims: coded('registration.signed_in_future'),
    on: PRACTICE,
    period: BY_APPLICATION,
    message: { zh: '签订日期晚于申请日期。', en: 'The signing date lies after the application.' },
    todo: { zh: '合同签订后再申请登记。', en: 'Apply once the contract is signed.' },
  },
  {
    id: 'form.not_yet_effective',
    claims: coded('registration.not_yet_effective'),
    on: MEASURES_2026,
    period: SINCE_MEASURES_2026,
    message: { zh: '合同尚未生效，不能申请登记。', en: 'The contract is not in effect yet.' },
    todo: { zh: '待合同生效后申请。', en: 'Apply once the contract has taken effect.' },
  },
  {
    id: 'form.validity_over',
    claims: coded('registration.validity_over'),
    on: MEASURES_2026,
    period: SINCE_MEASURES_2026,
    message: { zh: '合同有效期已过，不能申请登记。', en: 'The contract’s term is over.' },
    todo: {
      zh: '如合同已延期，请提交补充协议并更正终止日期。',
      en: 'If it was prolonged, file the supplement and correct the end date.',
    },
  },
  {
    id: 'form.industry_wrong',
    claims: ({ path, code }) => path.endsWith('ndustryClass') && code !== 'field.required',
    on: NATIONAL_FORM,
    message: { zh: '国民经济行业代码有误。', en: 'An industry code is wrong.' },
    todo: { zh: '按GB/T 4754-2017选择行业。', en: 'Choose the industry by GB/T 4754-2017.' },
  },
  {
    id: 'form.country_or_currency_unknown',
    claims: ({ code }) => code === 'registration.country_unknown' || code === 'registration.currency_unknown',
    on: NATIONAL_FORM,
    message: { zh: '国别或币种代码不在代码表中。', en: 'A country or currency is not in the list.' },
    todo: { zh: '从代码表中选择。', en: 'Choose one from the list.' },
  },
  {
    id: 'form.negative',
    claims: coded('registration.not_negative'),
    on: NATIONAL_FORM,
    message: { zh: '该项数值不能为负数。', en: 'This figure cannot be negative.' },
    todo: { zh: '更正数值，没有的留空。', en: 'Correct it, or leave it empty.' },
  },
  {
    id: 'form.currency_incomplete',
    claims: missing(CURRENCY),
    on: NATIONAL_FORM,
    message: {
      zh: '外币合同应填写外币金额、折算汇率和汇率日期。',
      en: 'A contract in foreign currency states amount, rate and the day of the rate.',
    },
    todo: { zh: '补充外币信息。', en: 'Add what is missing.' },
  },
  {
    id: 'form.no_foreign_currency',
    claims: coded('registration.no_foreign_currency'),
    on: NATIONAL_FORM,
    message: {
      zh: '人民币合同不应填写外币信息。',
      en: 'A contract in renminbi has no foreign amount or rate.',
    },
    todo: { zh: '选择币种，或清空外币各项。', en: 'Choose the currency, or empty these fields.' },
  },
  {
    id: 'form.rate_wrong',
    claims: ({ code }) => code === 'registration.rate_in_future' || code === 'registration.rate_malformed',
    on: NATIONAL_FORM,
    message: { zh: '折算汇率或汇率日期有误。', en: 'The rate, or the day of the rate, is wrong.' },
    todo: {
      zh: '填写一单位外币折合人民币的数额及其公布日期。',
      en: 'State the yuan for one unit of the currency and the day it was published.',
    },
  },
  {
    id: 'form.equivalent_differs',
    claims: coded('registration.equivalent_differs'),
    on: NATIONAL_FORM,
    message: {
      zh: '成交额与外币金额按汇率折算的结果（{expectedFen}）不一致。',
      en: 'The contract amount is not the foreign amount at that rate ({expectedFen}).',
    },
    todo: { zh: '更正金额或汇率。', en: 'Correct the amount or the rate.' },
  },
  {
    id: 'form.breakdown_differs',
    claims: coded('registration.breakdown_differs'),
    on: recognitionRules('51'),
    message: {
      zh: '非技术性费用各项之和与“成交额减技术交易额”相差{restFen}。',
      en: 'The items do not explain contract minus technology amount: {restFen} is left.',
    },
    todo: { zh: '核对分项金额。', en: 'Check the items.' },
  },
  {
    id: 'form.breakdown_line',
    claims: ({ path }) => path.startsWith('nonTechnicalItems.'),
    on: recognitionRules('51'),
    message: { zh: '非技术性费用的一项缺少金额或说明。', en: 'An item lacks its amount or its words.' },
    todo: { zh: '每项填写金额；“其他”须说明。', en: 'Give each its amount, and words to “other”.' },
  },
  {
    id: 'form.licence_beyond_patent',
    claims: coded('contract.licence_beyond_patent'),
    on: civilCode('865'),
    message: {
      zh: '许可期限超出专利有效期，最早到期日为{expiresOn}。',
      en: 'The licence runs past its patents; the first ends on {expiresOn}.',
    },
    todo: {
      zh: '将终止日期改为不晚于该日，或另行约定。',
      en: 'Let the licence end no later than that day.',
    },
  },
]

const textual = (params: FieldProblem['params']): PrecheckParams =>
  Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value),
    ]),
  )

const ruleOf = ({ claims, on, period = BY_SIGNING, ...rest }: Wrapped): PrecheckRule => ({
  ...rest,
  ...on,
  severity: 'blocks',
  stages: ALL_STAGES,
  period,
  find: ({ problems }) =>
    problems.filter(claims).map(({ path, code, params }) => ({ path, code, params: textual(params) })),
})

/** Whatever the core finds and nobody above claims still blocks. */
const UNCLAIMED: Wrapped = {
  id: 'form.other',
  claims: (problem) => !WRAPPED.some(({ claims }) => claims(problem)),
  on: PRACTICE,
  message: { zh: '有一项填写不符合要求。', en: 'One field is not as required.' },
  todo: { zh: '更正所标出的项目。', en: 'Correct the field that is marked.' },
}

// A problem found is never lost to a rule's period: the core has judged the dates itself.
export const FORM_RULES: readonly PrecheckRule[] = [...WRAPPED, UNCLAIMED].map(ruleOf)
