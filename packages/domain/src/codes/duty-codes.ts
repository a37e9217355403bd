import type { NoticePhase, ObjectionState } from '../contracts/states.ts'
import type { CostKind, RewardRule } from '../payments/reward.ts'
import type { CodeItem } from './code-list.ts'

export const NOTICE_PHASE_NAMES = [
  { code: 'running', zh: '公示中', en: 'Running' },
  { code: 'over', zh: '公示期满', en: 'Over' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
] as const satisfies readonly CodeItem<NoticePhase>[]

export const OBJECTION_STATE_NAMES = [
  { code: 'open', zh: '待答复', en: 'To be answered' },
  { code: 'upheld', zh: '异议成立', en: 'Upheld' },
  { code: 'rejected', zh: '异议不成立', en: 'Rejected' },
] as const satisfies readonly CodeItem<ObjectionState>[]

export const REWARD_RULE_NAMES = [
  { code: 'statutory', zh: '法定比例', en: 'By the law' },
  { code: 'own_rule', zh: '单位规定', en: 'By the institution’s rule' },
  { code: 'agreed', zh: '与完成人约定', en: 'Agreed with the inventors' },
] as const satisfies readonly CodeItem<RewardRule>[]

export const COST_KIND_NAMES = [
  { code: 'evaluation', zh: '评估费', en: 'Valuation' },
  { code: 'agent', zh: '中介服务费', en: 'Agent' },
  { code: 'tax', zh: '税费', en: 'Tax' },
  { code: 'patent_upkeep', zh: '专利维持费', en: 'Patent upkeep' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const satisfies readonly CodeItem<CostKind>[]
