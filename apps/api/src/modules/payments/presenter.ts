import type {
  ContractPayments,
  DueItem,
  Payment,
  PaymentAction,
  PaymentDue,
  PayoutAccount,
} from '@market/contracts/payments'
import { PaymentAction as PaymentActions } from '@market/contracts/payments'
import type {
  DifferenceRecord,
  DueSummary,
  DueView,
  PaymentView,
  PayoutAccountView,
  ContractPayments as Record_,
} from '@market/services/payments'

const actionsOf = (actions: readonly string[]): PaymentAction[] =>
  actions.flatMap((action) => {
    const known = PaymentActions.safeParse(action)
    return known.success ? [known.data] : []
  })

const presentDue = ({ due, outstandingFen, overdue, actions }: DueView): PaymentDue => {
  const { id, kind, state, title, amountFen, dueOn, reference, waivedReason } = due
  return {
    ...{ id, kind, state, title, amountFen, currency: 'CNY' as const, dueOn, reference, waivedReason },
    ...{ outstandingFen, overdue, actions: actionsOf(actions) },
  }
}

const presentPayment = ({ payment, proofName, refunds, actions }: PaymentView): Payment => {
  const { id, dueId, channel, state, amountFen, receivedFen, paidOn, note, proofFileId } = payment
  const { firstConfirmedFen, rejectedReason, manualCapture, createdAt, confirmedAt } = payment
  return {
    ...{ id, dueId, channel, state, amountFen, receivedFen, paidOn, note },
    proof: proofFileId === null ? null : { fileId: proofFileId, name: proofName ?? '' },
    ...{ firstConfirmedFen, rejectedReason, manualCapture },
    createdAt: createdAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
    refunds: refunds.map((refund) => ({
      id: refund.id,
      state: refund.state,
      amountFen: refund.amountFen,
      reason: refund.reason,
      proofFileId: refund.proofFileId,
      createdAt: refund.createdAt.toISOString(),
    })),
    actions: actionsOf(actions),
  }
}

export const presentDifference = ({ difference, at, contract }: DifferenceRecord) => {
  const { id, kind, gatewayId, ours, theirs, mended } = difference
  return { id, at: at.toISOString(), kind, gatewayId, ours, theirs, mended, contract }
}

type Account = { holder: string | null; bank: string | null; accountNumber: string | null }

const bankOf = (account: Account | null) => {
  if (!account?.holder || !account.bank || !account.accountNumber) return null
  const { holder, bank, accountNumber } = account
  return { holder, bank, accountNumber }
}

const partyOf = ({ id, nameZh, nameEn }: Record_['seller']) => ({ id, nameZh, nameEn })

export const presentContractPayments = (record: Record_): ContractPayments => {
  const { contract, side, implied, summary, secondPersonAboveFen } = record
  return {
    contractId: contract.id,
    title: contract.title,
    contractAmountFen: contract.contractAmountFen,
    seller: partyOf(record.seller),
    buyer: partyOf(record.buyer),
    ...{ side, implied, summary, secondPersonAboveFen },
    dues: record.dues.map(presentDue),
    payments: record.payments.map(presentPayment),
    invoices: record.invoices.map(({ id, number, issuedOn, amountFen, fileId }) => ({
      ...{ id, number, issuedOn, amountFen, fileId },
    })),
    statement: record.statement.map(({ id, kind, occurredOn, recordedAt, entries }) => ({
      ...{ id, kind, occurredOn, recordedAt: recordedAt.toISOString() },
      entries: entries.map(({ account, amountFen, title }) => ({ account, amountFen, title })),
    })),
    bankAccount: bankOf(record.receiverAccount),
    actions: actionsOf(record.actions),
    differences: record.differences.map(presentDifference),
  }
}

export const presentDueItem = ({
  due,
  contract,
  counterparty,
  outstandingFen,
  running,
}: DueSummary): DueItem => {
  const { id, kind, state, title, amountFen, dueOn } = due
  return { id, kind, state, title, amountFen, dueOn, outstandingFen, contract, counterparty, running }
}

export const presentPayoutAccount = (
  { account, canEdit }: PayoutAccountView,
  onlineOffered: boolean,
): PayoutAccount => ({
  bank: bankOf(account),
  online:
    account === null || account.gatewayAccountId === null
      ? null
      : {
          chargesEnabled: account.chargesEnabled,
          payoutsEnabled: account.payoutsEnabled,
          detailsSubmitted: account.detailsSubmitted,
        },
  onlineOffered,
  canEdit,
})
