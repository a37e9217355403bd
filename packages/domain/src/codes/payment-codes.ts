import { MAX_PARTS } from '../licensing/use-first.ts'
import type { LedgerAccount, PostingKind } from '../payments/ledger.ts'
import type { Channel, DueKind, DueState, PaymentState } from '../payments/states.ts'
import type { CodeItem } from './code-list.ts'

export const DUE_KIND_NAMES = [
  { code: 'upfront', zh: '首付款', en: 'Upfront' },
  { code: 'instalment', zh: '分期款', en: 'Instalment' },
  { code: 'milestone', zh: '里程碑款', en: 'Milestone' },
  { code: 'royalty', zh: '提成费', en: 'Royalty' },
  { code: 'deposit', zh: '保证金', en: 'Deposit' },
] as const satisfies readonly CodeItem<DueKind>[]

const DEFERRED_PARTS = Array.from({ length: MAX_PARTS }, (_, index) => index + 1)

/** The titles the market itself gives to what a term sheet implies; any other title is in the parties' own words. */
export const IMPLIED_TITLE_NAMES = [
  { code: '首付款', zh: '首付款', en: 'Upfront payment' },
  { code: '余款', zh: '余款', en: 'Remainder' },
  ...DEFERRED_PARTS.map((number) => ({ code: `第${number}期`, zh: `第${number}期`, en: `Part ${number}` })),
] as const satisfies readonly CodeItem[]

export const DUE_STATE_NAMES = [
  { code: 'planned', zh: '已计划', en: 'Planned' },
  { code: 'open', zh: '待付', en: 'Open' },
  { code: 'settled', zh: '已付清', en: 'Settled' },
  { code: 'waived', zh: '已免除', en: 'Waived' },
] as const satisfies readonly CodeItem<DueState>[]

export const PAYMENT_STATE_NAMES = [
  { code: 'submitted', zh: '待确认', en: 'To be confirmed' },
  { code: 'awaiting_second', zh: '待复核', en: 'Awaits a second person' },
  { code: 'intended', zh: '处理中', en: 'Processing' },
  { code: 'pending', zh: '处理中', en: 'Processing' },
  { code: 'authorised', zh: '已授权', en: 'Authorised' },
  { code: 'confirmed', zh: '已到账', en: 'Received' },
  { code: 'rejected', zh: '未到账', en: 'Rejected' },
  { code: 'withdrawn', zh: '已撤回', en: 'Withdrawn' },
  { code: 'cancelled', zh: '已取消', en: 'Cancelled' },
] as const satisfies readonly CodeItem<PaymentState>[]

export const CHANNEL_NAMES = [
  { code: 'bank', zh: '银行转账', en: 'Bank transfer' },
  { code: 'stripe', zh: '在线支付', en: 'Online payment' },
] as const satisfies readonly CodeItem<Channel>[]

export const POSTING_KIND_NAMES = [
  { code: 'due', zh: '应付', en: 'Due' },
  { code: 'waiver', zh: '免除', en: 'Waiver' },
  { code: 'receipt', zh: '收款', en: 'Receipt' },
  { code: 'offset', zh: '抵付', en: 'Offset' },
  { code: 'refund', zh: '退款', en: 'Refund' },
  { code: 'payout', zh: '划付', en: 'Payout' },
  { code: 'refund_failed', zh: '退款失败冲回', en: 'Failed refund' },
] as const satisfies readonly CodeItem<PostingKind>[]

export const LEDGER_ACCOUNT_NAMES = [
  { code: 'due', zh: '合同应付', en: 'Due' },
  { code: 'receivable', zh: '应收', en: 'Receivable' },
  { code: 'received_bank', zh: '银行收款', en: 'Received by bank' },
  { code: 'received_stripe', zh: '在线收款', en: 'Received online' },
  { code: 'overpaid', zh: '多付', en: 'Overpaid' },
  { code: 'refunded', zh: '退款', en: 'Refunded' },
  { code: 'fee', zh: '平台服务费', en: 'Platform fee' },
  { code: 'paid_out', zh: '已划付', en: 'Paid out' },
] as const satisfies readonly CodeItem<LedgerAccount>[]
