import type { CodeOf } from './code-list.ts'

/** What kind of help a company looks for. */
export const NEED_TYPES = [
  { code: 'key_technology', zh: '关键技术攻关', en: 'Key technology' },
  { code: 'product_upgrade', zh: '产品升级', en: 'Product upgrade' },
  { code: 'process_improvement', zh: '工艺改进', en: 'Process improvement' },
  { code: 'supporting', zh: '配套', en: 'Supporting part or service' },
  { code: 'introduction', zh: '成果引进', en: 'Bringing in a finished result' },
] as const
export type NeedType = CodeOf<typeof NEED_TYPES>

export const COOPERATION_MODES = [
  { code: 'commission', zh: '委托', en: 'Commission' },
  { code: 'joint', zh: '合作', en: 'Joint work' },
  { code: 'assignment', zh: '转让', en: 'Assignment' },
  { code: 'licence', zh: '许可', en: 'Licence' },
  { code: 'equity', zh: '入股', en: 'Equity' },
  { code: 'consulting', zh: '咨询', en: 'Consulting' },
] as const
export type CooperationMode = CodeOf<typeof COOPERATION_MODES>

/** To whom the results are to belong. */
export const IP_WISHES = [
  { code: 'poster', zh: '归需求方所有', en: 'Owned by the company that asks' },
  { code: 'shared', zh: '双方共有', en: 'Owned jointly' },
  { code: 'solver', zh: '归解决方所有，需求方获许可', en: 'Owned by the solver, licensed to the company' },
  { code: 'negotiable', zh: '面议', en: 'Negotiable' },
] as const
export type IpWish = CodeOf<typeof IP_WISHES>

export const BUDGET_MODES = [
  { code: 'range', zh: '预算区间', en: 'Range' },
  { code: 'negotiable', zh: '面议', en: 'Negotiable' },
] as const
export type BudgetMode = CodeOf<typeof BUDGET_MODES>

export const NEED_VISIBILITIES = [
  { code: 'public', zh: '公开', en: 'Public' },
  { code: 'anonymous', zh: '公开，不显示名称', en: 'Public, without our name' },
  { code: 'verified', zh: '仅已核验机构', en: 'Verified organizations only' },
  { code: 'invited', zh: '仅受邀机构', en: 'Invited organizations only' },
] as const
export type NeedVisibility = CodeOf<typeof NEED_VISIBILITIES>

/** Who sees the contact person; never wider than the need itself. */
export const CONTACT_VISIBILITIES = [
  { code: 'everyone', zh: '所有能看到需求的人', en: 'Everybody who sees the need' },
  { code: 'verified', zh: '已核验机构', en: 'Verified organizations' },
  { code: 'answerers', zh: '已应答的机构', en: 'Organizations that answered' },
] as const
export type ContactVisibility = CodeOf<typeof CONTACT_VISIBILITIES>

/** Why a listing does not fit a need; each class moves the ranking of that need in its own way. */
export const MISFIT_REASONS = [
  { code: 'wrong_field', zh: '领域不对', en: 'Wrong field' },
  { code: 'other_problem', zh: '解决的不是这个问题', en: 'Solves another problem' },
  { code: 'too_early', zh: '成熟度不够', en: 'Not mature enough' },
  { code: 'too_expensive', zh: '价格过高', en: 'Too expensive' },
  { code: 'mode_unsuitable', zh: '合作方式不合适', en: 'Mode does not suit' },
  { code: 'too_far', zh: '距离太远', en: 'Too far away' },
  { code: 'other', zh: '其他', en: 'Other' },
] as const
export type MisfitReason = CodeOf<typeof MISFIT_REASONS>

/** Why a reviewer returns a need. */
export const NEED_RETURN_REASONS = [
  { code: 'goal_not_measurable', zh: '目标不可考核', en: 'Goal not measurable' },
  { code: 'description_unclear', zh: '描述不清楚', en: 'Description unclear' },
  {
    code: 'translation_incomplete',
    zh: '中英文内容不一致或不完整',
    en: 'The two languages differ or are incomplete',
  },
  { code: 'classification_wrong', zh: '分类不正确', en: 'Classification wrong' },
  { code: 'budget_implausible', zh: '预算与目标不相称', en: 'Budget does not fit the goal' },
  { code: 'confidential_content', zh: '含不宜公开的内容', en: 'Contains content not fit for publication' },
  { code: 'advertising', zh: '含广告性用语', en: 'Advertising language' },
  { code: 'other', zh: '其他（请说明）', en: 'Other (with words)' },
] as const
export type NeedReturnReason = CodeOf<typeof NEED_RETURN_REASONS>
