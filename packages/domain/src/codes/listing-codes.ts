import type { CodeOf } from './code-list.ts'

export const LISTING_KINDS = [
  { code: 'granted_patent', zh: '授权专利', en: 'Granted patent' },
  { code: 'patent_application', zh: '专利申请', en: 'Patent application' },
  { code: 'know_how', zh: '技术秘密', en: 'Know-how' },
  { code: 'software_copyright', zh: '软件著作权', en: 'Software copyright' },
  { code: 'plant_variety', zh: '植物新品种', en: 'Plant variety' },
  { code: 'ic_layout', zh: '集成电路布图设计', en: 'Integrated circuit layout' },
  { code: 'research_result', zh: '科研成果', en: 'Research result' },
] as const
export type ListingKind = CodeOf<typeof LISTING_KINDS>

export const RIGHT_KINDS = [
  { code: 'invention_patent', zh: '发明专利', en: 'Invention patent' },
  { code: 'utility_model', zh: '实用新型专利', en: 'Utility model patent' },
  { code: 'design_patent', zh: '外观设计专利', en: 'Design patent' },
  { code: 'patent_application', zh: '专利申请权', en: 'Right to a patent application' },
  { code: 'know_how', zh: '技术秘密', en: 'Know-how' },
  { code: 'software_copyright', zh: '计算机软件著作权', en: 'Software copyright' },
  { code: 'plant_variety', zh: '植物新品种权', en: 'Plant variety right' },
  { code: 'ic_layout', zh: '集成电路布图设计专有权', en: 'Integrated circuit layout right' },
] as const
export type RightKind = CodeOf<typeof RIGHT_KINDS>

export const PATENT_RIGHT_KINDS = ['invention_patent', 'utility_model', 'design_patent'] as const
export type PatentRightKind = (typeof PATENT_RIGHT_KINDS)[number]

export const RIGHT_LEGAL_STATUSES = [
  { code: 'pending', zh: '审查中', en: 'Pending' },
  { code: 'in_force', zh: '有效', en: 'In force' },
  { code: 'lapsed', zh: '终止', en: 'Lapsed' },
  { code: 'invalidated', zh: '宣告无效', en: 'Invalidated' },
] as const
export type RightLegalStatus = CodeOf<typeof RIGHT_LEGAL_STATUSES>

export const TRANSFER_MODES = [
  { code: 'assignment', zh: '转让', en: 'Assignment' },
  { code: 'exclusive_licence', zh: '独占许可', en: 'Exclusive licence' },
  { code: 'sole_licence', zh: '排他许可', en: 'Sole licence' },
  { code: 'ordinary_licence', zh: '普通许可', en: 'Ordinary licence' },
  { code: 'open_licence', zh: '开放许可', en: 'Open licence' },
  { code: 'equity_contribution', zh: '作价入股', en: 'Equity contribution' },
  { code: 'commissioned_development', zh: '委托开发', en: 'Commissioned development' },
  { code: 'joint_development', zh: '合作开发', en: 'Joint development' },
  { code: 'technical_service', zh: '技术服务', en: 'Technical service' },
] as const
export type TransferMode = CodeOf<typeof TRANSFER_MODES>

/** How many may use the technology beside the acquirer. */
export const EXCLUSIVITIES = [
  { code: 'exclusive', zh: '独占', en: 'Exclusive' },
  { code: 'sole', zh: '排他', en: 'Sole' },
  { code: 'non_exclusive', zh: '普通', en: 'Non-exclusive' },
  { code: 'not_applicable', zh: '不适用', en: 'Not applicable' },
] as const
export type Exclusivity = CodeOf<typeof EXCLUSIVITIES>

export const PRICE_MODES = [
  { code: 'fixed', zh: '一口价', en: 'Fixed price' },
  { code: 'range', zh: '价格区间', en: 'Price range' },
  { code: 'negotiable', zh: '面议', en: 'Negotiable' },
  { code: 'royalty', zh: '提成', en: 'Royalty' },
  { code: 'fee_and_royalty', zh: '入门费加提成', en: 'Entry fee and royalty' },
] as const
export type PriceMode = CodeOf<typeof PRICE_MODES>

export const MATURITY_SCALE_ID = 'trl9'
/** Level names are working names: the wording of the 2022 national standard is not confirmed. */
export const MATURITY_LEVELS = [
  { code: '1', level: 1, zh: '报告级：发现基本原理', en: 'Report: basic principle observed' },
  { code: '2', level: 2, zh: '方案级：形成技术方案', en: 'Concept: technical scheme formulated' },
  { code: '3', level: 3, zh: '仿真级：关键功能得到仿真验证', en: 'Simulation: key functions simulated' },
  { code: '4', level: 4, zh: '功能级：主要功能通过实验室验证', en: 'Function: validated in the laboratory' },
  {
    code: '5',
    level: 5,
    zh: '初样级：初样通过模拟环境验证',
    en: 'Prototype: tested in a simulated environment',
  },
  { code: '6', level: 6, zh: '正样级：正样满足要求', en: 'Final sample: meets all requirements' },
  { code: '7', level: 7, zh: '环境级：在实际环境中试验', en: 'Environment: trialled in real conditions' },
  { code: '8', level: 8, zh: '产品级：定型并小批量生产', en: 'Product: finalized, small series produced' },
  { code: '9', level: 9, zh: '系统级：实际系统批量应用', en: 'System: in regular use at scale' },
] as const
export type MaturityLevel = (typeof MATURITY_LEVELS)[number]['level']

export const ATTACHMENT_VISIBILITIES = [
  { code: 'public', zh: '公开', en: 'Public' },
  { code: 'confidential', zh: '保密（签署保密协议后可见）', en: 'Confidential (opens under an NDA)' },
] as const
export type AttachmentVisibility = CodeOf<typeof ATTACHMENT_VISIBILITIES>
