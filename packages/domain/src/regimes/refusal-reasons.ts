import type { Bilingual, RefusalReason } from './regime.ts'

const PRACTICE: Bilingual = {
  zh: '技术合同认定登记常见问题解答（2021年1月13日）',
  en: 'Questions and answers on contract recognition (13 January 2021)',
}
const MONOPOLY: Bilingual = {
  zh: '民法典第八百五十条；技术合同司法解释第十条',
  en: 'Civil Code art. 850; Supreme Court interpretation on technology contracts, art. 10',
}
const RULES: Bilingual = {
  zh: '技术合同认定登记规则第三十九条（文本未核实）',
  en: 'Rules for contract recognition and registration, art. 39 (text not confirmed)',
}

export const PRACTICE_REFUSALS: readonly RefusalReason[] = [
  { code: 'not_effective', zh: '合同无效或未生效', en: 'Contract void or not in effect', basis: PRACTICE },
  { code: 'not_technology', zh: '不属于技术合同', en: 'Not a technology contract', basis: PRACTICE },
  {
    code: 'essentials_unclear',
    zh: '主体、标的或价款不明确',
    en: 'Parties, subject or price unclear',
    basis: PRACTICE,
  },
  { code: 'approval_missing', zh: '需经审批而未审批', en: 'Required approval missing', basis: PRACTICE },
  {
    code: 'name_and_content_differ',
    zh: '合同名称与权利义务不一致且未补正',
    en: 'Name and obligations differ and were not corrected',
    basis: PRACTICE,
  },
  {
    code: 'monopoly_or_infringement',
    zh: '含非法垄断技术、妨碍技术进步的条款',
    en: 'Terms that monopolize technology or hinder its progress',
    basis: MONOPOLY,
  },
  {
    code: 'evidence_missing',
    zh: '不出具证明材料或材料不符合要求',
    en: 'Evidence missing or not as required',
    basis: PRACTICE,
  },
  {
    code: 'seal_mismatch',
    zh: '印章不齐全或与书写名称不一致',
    en: 'Seals incomplete or not matching the names',
    basis: PRACTICE,
  },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)', basis: PRACTICE },
]

export const RULES_REFUSALS: readonly RefusalReason[] = [
  { code: 'parties_unclear', zh: '合同主体不明确', en: 'Parties unclear', basis: RULES },
  {
    code: 'subject_unclear',
    zh: '合同标的不明确，不能使登记人员了解其技术内容',
    en: 'Subject unclear: the technology cannot be understood from it',
    basis: RULES,
  },
  {
    code: 'price_unclear',
    zh: '价款、报酬或使用费约定不明确',
    en: 'Price, remuneration or royalty unclear',
    basis: RULES,
  },
  {
    code: 'monopoly_or_infringement',
    zh: '含有非法垄断技术或侵害他人技术成果的条款',
    en: 'Terms that monopolize technology or infringe the technology of others',
    basis: MONOPOLY,
  },
  {
    code: 'evidence_missing',
    zh: '不出具证明材料或材料不符合要求',
    en: 'Evidence missing or not as required',
    basis: RULES,
  },
  {
    code: 'seal_mismatch',
    zh: '书写单位名称与印章不一致',
    en: 'Written names and seals differ',
    basis: RULES,
  },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)', basis: RULES },
]
