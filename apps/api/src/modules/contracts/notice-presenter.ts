import type { ContractNotice, PublicNotice, PublicNoticeSummary } from '@market/contracts/contracts'
import type { ContractNoticeRecord, ListedNotice, NoticeRecord } from '@market/services/contracts'
import { presentOrganizationSummary } from '../organizations/presenter.ts'

export const presentNoticeSummary = ({ notice, phase, seller }: ListedNotice): PublicNoticeSummary => {
  const { id, title, transferMode, priceFen, relatedParty, postedOn, endsOn } = notice
  return {
    ...{ id, title, transferMode, priceFen, relatedParty, postedOn, endsOn, phase },
    seller: presentOrganizationSummary(seller),
  }
}

const presentDecision = ({ notice, minutes }: NoticeRecord): PublicNotice['decision'] => {
  const { decidedOn, decidedByBody: body, priceReason } = notice
  if (decidedOn === null || body === null || priceReason === null) return null
  const file = minutes && { fileId: minutes.id, name: minutes.name, sha256: minutes.sha256 }
  return { decidedOn, body, priceReason, minutes: file }
}

const presentWithdrawal = ({ notice }: NoticeRecord): PublicNotice['withdrawal'] => {
  const { withdrawnAt, withdrawReason } = notice
  return withdrawnAt && { at: withdrawnAt.toISOString(), reason: withdrawReason ?? '' }
}

/** Names, contacts and minutes go to the owner and the authorities only. */
export const presentNotice = (record: NoticeRecord): PublicNotice => {
  const { notice, objections, inside, contractId, actions } = record
  const { summary, priceNote, relation, basisZh, basisEn, basisVerified, sha256, postedAt } = notice
  return {
    ...presentNoticeSummary(record),
    ...{ summary, priceNote, relation, sha256, inside, contractId, actions },
    basis: { zh: basisZh, en: basisEn, verified: basisVerified },
    postedAt: postedAt.toISOString(),
    withdrawal: presentWithdrawal(record),
    decision: presentDecision(record),
    objections: objections.map(({ id, state, name, contact, body, raisedAt, answer, answeredAt }) => ({
      ...{ id, state, body, answer },
      by: inside ? { name, contact } : null,
      raisedAt: raisedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    })),
  }
}

export const presentContractNotice = (record: ContractNoticeRecord): ContractNotice => {
  const { owed, mayPost, bars, rule, notice } = record
  return {
    owed,
    mayPost,
    bars: bars.map(({ code, details }) => ({ code, details })),
    rule: rule && { calendarDays: rule.calendarDays, ...rule.basis, verified: rule.verified },
    notice: notice && presentNotice(notice),
  }
}
