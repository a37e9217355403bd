import { formatYuan } from '@market/domain'
import type { ContractAccount } from '@market/services/payments'

const HEAD = [
  '合同 Contract',
  '登记编号 Number',
  '卖方 Seller',
  '买方 Buyer',
  '签订日期 Signed on',
  '合同金额（元） Contract amount',
  '应付（元） Due',
  '已收（元） Received',
  '已退（元） Refunded',
  '未付（元） Outstanding',
  '逾期（元） Overdue',
  '多付（元） Overpaid',
]

const MONEY = [
  'contractAmountFen',
  'dueFen',
  'receivedFen',
  'refundedFen',
  'outstandingFen',
  'overdueFen',
  'overpaidFen',
] as const

/** Signed against paid as a sheet, in yuan. */
export async function* accountRows(accounts: readonly ContractAccount[]): AsyncIterable<string[]> {
  yield HEAD
  for (const account of accounts) {
    const { title, number, seller, buyer, signedOn } = account
    const words = [title, number ?? '', seller.nameZh, buyer.nameZh, signedOn]
    yield [...words, ...MONEY.map((name) => formatYuan(account[name]))]
  }
}
