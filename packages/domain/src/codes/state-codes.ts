import type { AmendmentState } from '../contracts/amendments/states.ts'
import type { ContractState } from '../contracts/states.ts'
import type { AnswerState, NeedState } from '../demands/states.ts'
import type { BrokerageState, OfferState, RequestState } from '../licensing/states.ts'
import type { ListingState } from '../listings/states.ts'
import type { RegistrationState, RegistrationStatus } from '../registration/states.ts'
import type { CodeItem } from './code-list.ts'

export const LISTING_STATE_NAMES = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'submitted', zh: '待审核', en: 'Submitted' },
  { code: 'published', zh: '已发布', en: 'Published' },
  { code: 'under_negotiation', zh: '洽谈中', en: 'Under negotiation' },
  { code: 'transferred', zh: '已转化', en: 'Transferred' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'expired', zh: '已失效', en: 'Expired' },
] as const satisfies readonly CodeItem<ListingState>[]

export const NEED_STATE_NAMES = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'submitted', zh: '待审核', en: 'Submitted' },
  { code: 'published', zh: '征集中', en: 'Open' },
  { code: 'in_talks', zh: '对接中', en: 'In talks' },
  { code: 'solved', zh: '已解决', en: 'Solved' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'expired', zh: '已到期', en: 'Expired' },
] as const satisfies readonly CodeItem<NeedState>[]

export const ANSWER_STATE_NAMES = [
  { code: 'submitted', zh: '待答复', en: 'Awaiting an answer' },
  { code: 'shortlisted', zh: '入围', en: 'Shortlisted' },
  { code: 'taken_up', zh: '已进入洽谈', en: 'Taken up' },
  { code: 'declined', zh: '已谢绝', en: 'Declined' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
] as const satisfies readonly CodeItem<AnswerState>[]

export const REQUEST_STATE_NAMES = [
  { code: 'submitted', zh: '待答复', en: 'Awaiting an answer' },
  { code: 'accepted', zh: '同意洽谈', en: 'Accepted for talks' },
  { code: 'negotiating', zh: '洽谈中', en: 'Negotiating' },
  { code: 'agreed', zh: '已达成一致', en: 'Agreed' },
  { code: 'contracted', zh: '已签约', en: 'Contracted' },
  { code: 'declined', zh: '已谢绝', en: 'Declined' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'lapsed', zh: '逾期失效', en: 'Lapsed' },
] as const satisfies readonly CodeItem<RequestState>[]

export const OFFER_STATE_NAMES = [
  { code: 'open', zh: '待答复', en: 'Open' },
  { code: 'accepted', zh: '已接受', en: 'Accepted' },
  { code: 'superseded', zh: '已被新报价取代', en: 'Superseded' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
] as const satisfies readonly CodeItem<OfferState>[]

export const BROKERAGE_STATE_NAMES = [
  { code: 'proposed', zh: '待同意', en: 'Proposed' },
  { code: 'active', zh: '居间中', en: 'Brokering' },
  { code: 'refused', zh: '未获同意', en: 'Not agreed to' },
  { code: 'ended', zh: '已结束', en: 'Ended' },
] as const satisfies readonly CodeItem<BrokerageState>[]

export const AMENDMENT_STATE_NAMES = [
  { code: 'proposed', zh: '待签署', en: 'Proposed' },
  { code: 'signed_by_one', zh: '一方已签署', en: 'Signed by one side' },
  { code: 'in_force', zh: '已生效', en: 'In force' },
  { code: 'withdrawn', zh: '已撤回', en: 'Taken back' },
  { code: 'declined', zh: '未接受', en: 'Declined' },
] as const satisfies readonly CodeItem<AmendmentState>[]

export const CONTRACT_STATE_NAMES = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'ready', zh: '待签署', en: 'Ready to sign' },
  { code: 'signed', zh: '已签署', en: 'Signed' },
  { code: 'in_force', zh: '生效', en: 'In force' },
  { code: 'performed', zh: '履行完毕', en: 'Performed' },
  { code: 'terminated', zh: '已解除', en: 'Terminated' },
  { code: 'expired', zh: '已到期', en: 'Expired' },
] as const satisfies readonly CodeItem<ContractState>[]

export const REGISTRATION_STATE_NAMES = [
  { code: 'draft', zh: '草稿', en: 'Draft' },
  { code: 'submitted', zh: '已提交', en: 'Submitted' },
  { code: 'accepted', zh: '已受理', en: 'Accepted' },
  { code: 'correction_requested', zh: '待补正', en: 'Correction requested' },
  { code: 'under_review', zh: '复核中', en: 'Under review' },
  { code: 'registered', zh: '已登记', en: 'Registered' },
  { code: 'refused', zh: '不予登记', en: 'Refused' },
] as const satisfies readonly CodeItem<RegistrationState>[]

export const REGISTRATION_STATUS_NAMES = [
  { code: 'valid', zh: '有效', en: 'Valid' },
  { code: 'changed', zh: '已变更', en: 'Changed' },
  { code: 'cancelled', zh: '已注销', en: 'Cancelled' },
  { code: 'revoked', zh: '已撤销', en: 'Revoked' },
] as const satisfies readonly CodeItem<RegistrationStatus>[]
