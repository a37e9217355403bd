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

/** What puts each reason right, as the filer's to-do list says it. */
const REMEDIES = {
  not_effective: {
    zh: '补签或补办使合同生效的手续（签字盖章、生效条件、登记或批准），取得生效证明后重新申报。',
    en: 'Complete what the contract needs to take effect (signatures and seals, conditions, approvals), and file anew with evidence of it.',
  },
  not_technology: {
    zh: '核对合同内容是否属于技术开发、转让、许可、咨询或服务；不属于的不能登记，属于而写得不清的，先与对方签订补充协议写明技术内容。',
    en: 'Compare the contract with the types of technology contracts. What is none cannot be registered; where it is one but does not say so, agree on an amendment that states the technology first.',
  },
  essentials_unclear: {
    zh: '与对方签订补充协议，写明当事人、技术标的和价款，再上传签署后的文本。',
    en: 'Agree on an amendment that states parties, subject and price, and upload the signed text.',
  },
  approval_missing: {
    zh: '向主管部门取得合同所需的批准（如技术出口、涉密技术、国有资产），把批准文件附在材料里。',
    en: 'Obtain the approval the contract needs (export of technology, secret technology, state assets) and attach it.',
  },
  name_and_content_differ: {
    zh: '改正合同名称或合同类型，使之与约定的权利义务一致；需要改合同的，签订补充协议。',
    en: 'Correct the name or the type so that it fits the obligations agreed on; where the contract itself has to change, agree on an amendment.',
  },
  monopoly_or_infringement: {
    zh: '与对方协商删改限制改进、限制竞争、搭售等条款，涉及他人权利的先取得其同意，再上传修改后的文本。',
    en: 'Agree on striking the terms that restrict improvement or competition or tie in purchases; where rights of others are touched obtain their consent; then upload the changed text.',
  },
  evidence_missing: {
    zh: '对照材料清单补齐证明材料（权利证明、授权书、清单），不清楚或不一致的换成合格的文件。',
    en: 'Complete the evidence (title to the rights, powers of attorney, breakdowns) and replace what is illegible or contradictory.',
  },
  seal_mismatch: {
    zh: '请双方按营业执照上的全称补盖印章，再上传盖章齐全的文本。',
    en: 'Have both parties seal the contract under their full registered names, and upload the sealed text.',
  },
  parties_unclear: {
    zh: '写明双方的全称和统一社会信用代码；合同文本不清的，签订补充协议。',
    en: 'State both parties with full name and unified social credit code; where the contract is unclear, agree on an amendment.',
  },
  subject_unclear: {
    zh: '在合同或补充协议里写明技术的名称、内容、指标和范围，使登记人员能够了解。',
    en: 'State the technology with name, content, targets and scope in the contract or an amendment, so that the examiner can understand it.',
  },
  price_unclear: {
    zh: '写明价款、报酬或使用费的数额或计算方法和支付方式，并拆出非技术性费用。',
    en: 'State price, remuneration or royalty as an amount or a way to compute it, with the way of payment, and set apart what is not technology.',
  },
  other: {
    zh: '按登记员写明的意见处理；看不明白的，可在重新申报前向登记机构询问。',
    en: 'Act on the words of the registrar; where they are unclear, ask the agency before you file anew.',
  },
} as const satisfies Record<string, Bilingual>

const reason = (code: keyof typeof REMEDIES, zh: string, en: string, basis: Bilingual): RefusalReason => ({
  code,
  zh,
  en,
  basis,
  remedy: REMEDIES[code],
})

export const PRACTICE_REFUSALS: readonly RefusalReason[] = [
  reason('not_effective', '合同无效或未生效', 'Contract void or not in effect', PRACTICE),
  reason('not_technology', '不属于技术合同', 'Not a technology contract', PRACTICE),
  reason('essentials_unclear', '主体、标的或价款不明确', 'Parties, subject or price unclear', PRACTICE),
  reason('approval_missing', '需经审批而未审批', 'Required approval missing', PRACTICE),
  reason(
    'name_and_content_differ',
    '合同名称与权利义务不一致且未补正',
    'Name and obligations differ and were not corrected',
    PRACTICE,
  ),
  reason(
    'monopoly_or_infringement',
    '含非法垄断技术、妨碍技术进步的条款',
    'Terms that monopolize technology or hinder its progress',
    MONOPOLY,
  ),
  reason(
    'evidence_missing',
    '不出具证明材料或材料不符合要求',
    'Evidence missing or not as required',
    PRACTICE,
  ),
  reason(
    'seal_mismatch',
    '印章不齐全或与书写名称不一致',
    'Seals incomplete or not matching the names',
    PRACTICE,
  ),
  reason('other', '其他（请说明）', 'Other (with words)', PRACTICE),
]

export const RULES_REFUSALS: readonly RefusalReason[] = [
  reason('parties_unclear', '合同主体不明确', 'Parties unclear', RULES),
  reason(
    'subject_unclear',
    '合同标的不明确，不能使登记人员了解其技术内容',
    'Subject unclear: the technology cannot be understood from it',
    RULES,
  ),
  reason('price_unclear', '价款、报酬或使用费约定不明确', 'Price, remuneration or royalty unclear', RULES),
  reason(
    'monopoly_or_infringement',
    '含有非法垄断技术或侵害他人技术成果的条款',
    'Terms that monopolize technology or infringe the technology of others',
    MONOPOLY,
  ),
  reason('evidence_missing', '不出具证明材料或材料不符合要求', 'Evidence missing or not as required', RULES),
  reason('seal_mismatch', '书写单位名称与印章不一致', 'Written names and seals differ', RULES),
  reason('other', '其他（请说明）', 'Other (with words)', RULES),
]
