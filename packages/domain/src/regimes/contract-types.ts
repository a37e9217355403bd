import type { CodeItem } from '../codes/index.ts'

export const CONTRACT_TYPES = [
  { code: 'KF', zh: '技术开发', en: 'Technology development' },
  { code: 'ZR', zh: '技术转让', en: 'Technology transfer' },
  { code: 'XK', zh: '技术许可', en: 'Technology licence' },
  { code: 'ZX', zh: '技术咨询', en: 'Technical consulting' },
  { code: 'FW', zh: '技术服务', en: 'Technical service' },
] as const satisfies readonly CodeItem[]
export type ContractType = (typeof CONTRACT_TYPES)[number]['code']

/** `type` is the five-type view of today; each regime says which of them it had and where they stood. */
export const CONTRACT_SUB_TYPES = [
  { code: 'KF_COMMISSIONED', type: 'KF', zh: '委托开发', en: 'Commissioned development' },
  { code: 'KF_JOINT', type: 'KF', zh: '合作开发', en: 'Joint development' },
  { code: 'KF_CONVERSION', type: 'KF', zh: '科技成果实施转化', en: 'Conversion of a research result' },
  { code: 'ZR_PATENT', type: 'ZR', zh: '专利权转让', en: 'Patent assignment' },
  { code: 'ZR_APPLICATION', type: 'ZR', zh: '专利申请权转让', en: 'Assignment of a patent application' },
  { code: 'ZR_KNOW_HOW', type: 'ZR', zh: '技术秘密转让', en: 'Know-how transfer' },
  { code: 'ZR_LAYOUT', type: 'ZR', zh: '集成电路布图设计专有权转让', en: 'Layout right assignment' },
  { code: 'ZR_VARIETY', type: 'ZR', zh: '植物新品种权转让', en: 'Plant variety right assignment' },
  { code: 'ZR_SOFTWARE', type: 'ZR', zh: '计算机软件著作权转让', en: 'Software copyright assignment' },
  { code: 'XK_PATENT', type: 'XK', zh: '专利实施许可', en: 'Patent licence' },
  { code: 'XK_KNOW_HOW', type: 'XK', zh: '技术秘密使用许可', en: 'Know-how licence' },
  { code: 'XK_LAYOUT', type: 'XK', zh: '集成电路布图设计专有权许可', en: 'Layout right licence' },
  { code: 'XK_VARIETY', type: 'XK', zh: '植物新品种权许可', en: 'Plant variety licence' },
  { code: 'XK_SOFTWARE', type: 'XK', zh: '计算机软件著作权许可', en: 'Software copyright licence' },
  { code: 'ZX_GENERAL', type: 'ZX', zh: '技术咨询', en: 'Technical consulting' },
  { code: 'FW_GENERAL', type: 'FW', zh: '一般技术服务', en: 'General technical service' },
  { code: 'FW_TRAINING', type: 'FW', zh: '技术培训', en: 'Technical training' },
  { code: 'FW_BROKERAGE', type: 'FW', zh: '技术中介', en: 'Technology brokerage' },
] as const satisfies readonly (CodeItem & { type: ContractType })[]
export type ContractSubType = (typeof CONTRACT_SUB_TYPES)[number]['code']
