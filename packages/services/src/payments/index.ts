export {
  type EditBankAccountInput,
  editBankAccount,
  getPayoutAccount,
  openPayoutAccount,
  type PayoutAccountView,
  refreshPayoutAccount,
} from './accounts/payout-account.ts'
export { feedReceipts, feedRegistration } from './feed-receipts.ts'
export {
  type ContractPayments,
  type DueView,
  getContractPayments,
  type PaymentView,
  type StatementLine,
} from './get-contract-payments.ts'
export { getReceipt, type Receipt } from './get-receipt.ts'
export {
  type ContractAccount,
  type ContractAccountFilter,
  exportContractAccounts,
  listContractAccounts,
} from './list-contract-accounts.ts'
export { type DueSummary, type ListDuesInput, listDues } from './list-dues.ts'
export { keepGatewayEvent, processGatewayEvent } from './online/gateway-events.ts'
export {
  type DifferenceRecord,
  listDifferences,
  type ReconciliationList,
} from './online/list-reconciliations.ts'
export type { OnlineSettings } from './online/online-context.ts'
export { reconcilePayments } from './online/reconcile.ts'
export { captureDeposit, recheckPayment, releaseDeposit } from './online/settle-deposit.ts'
export { startCheckout } from './online/start-checkout.ts'
export { synchronizePayment } from './online/synchronize-payment.ts'
export { type RecordInvoiceInput, recordInvoice } from './record-invoice.ts'
export type { DueRow, PaymentAction, PaymentRow, RefundRow } from './records.ts'
export {
  type ConfirmRefundInput,
  confirmRefund,
  type RefundPaymentInput,
  refundPayment,
} from './refund-payment.ts'
export { remindPayers } from './remind-payers.ts'
export { approveReward } from './rewards/approve-reward.ts'
export { distributeReceipts } from './rewards/distribute-receipts.ts'
export { type DraftRewardInput, draftReward } from './rewards/draft-reward.ts'
export { getReward, type RewardRecord } from './rewards/get-reward.ts'
export {
  type CallDueInput,
  callDue,
  offsetCredit,
  type WaiveDueInput,
  waiveDue,
} from './schedule/move-due.ts'
export { openSchedule } from './schedule/open-schedule.ts'
export { type PlanScheduleInput, planSchedule } from './schedule/plan-schedule.ts'
export { type ReportRoyaltyInput, reportRoyalty } from './schedule/report-royalty.ts'
export {
  type ConfirmTransferInput,
  confirmTransfer,
  type RejectTransferInput,
  rejectTransfer,
} from './transfers/confirm-transfer.ts'
export { type SubmitTransferInput, submitTransfer, withdrawTransfer } from './transfers/submit-transfer.ts'
