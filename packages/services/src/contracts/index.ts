export { acceptOffer } from './accept-offer.ts'
export { asAmended } from './amendments/amendment-records.ts'
export { getAmendmentEvidence } from './amendments/get-amendment-evidence.ts'
export {
  type AmendmentRecord,
  type AmendmentsRecord,
  listAmendments,
} from './amendments/list-amendments.ts'
export { type ProposeAmendmentInput, proposeAmendment } from './amendments/propose-amendment.ts'
export { type RegisterGap, readRegisterGap } from './amendments/read-register-gap.ts'
export {
  type AmendmentInput,
  type DeclineAmendmentInput,
  declineAmendment,
  withdrawAmendment,
} from './amendments/settle-amendment.ts'
export { type SignAmendmentInput, signAmendment } from './amendments/sign-amendment.ts'
export { type AttachSignedFileInput, attachSignedFile } from './attach-signed-file.ts'
export type { ContractAction } from './contract-actions.ts'
export { type ContractRow, rightsOf } from './contract-records.ts'
export { type EditContractInput, editContract } from './edit-contract.ts'
export { type EntrustContractInput, entrustContract } from './entrust-contract.ts'
export { type ContractRecord, getContract } from './get-contract.ts'
export { getSigningEvidence, type SigningEvidence } from './get-signing-evidence.ts'
export type { SigningTools } from './keep-signed-pages.ts'
export * from './licence-offers/index.ts'
export { type ContractSide, type ListContractsInput, listContracts } from './list-contracts.ts'
export { type MakeContractReadyInput, makeContractReady } from './make-contract-ready.ts'
export { type AnswerObjectionInput, answerObjection } from './notices/answer-objection.ts'
export type { NoticeRow, ObjectionRow } from './notices/notice-records.ts'
export { type PostNoticeInput, postNotice } from './notices/post-notice.ts'
export { type RaiseObjectionInput, raiseObjection } from './notices/raise-objection.ts'
export { type RecordDecisionInput, recordDecision } from './notices/record-decision.ts'
export {
  type ContractNoticeRecord,
  getContractNotice,
  getNotice,
  getNoticeRecord,
  type ListedNotice,
  type ListNoticesInput,
  listNotices,
  type NoticeAction,
  type NoticeRecord,
} from './notices/view-notice.ts'
export { watchNotices } from './notices/watch-notices.ts'
export { withdrawNotice } from './notices/withdraw-notice.ts'
export { type EndContractInput, endContract } from './performance/end-contract.ts'
export { getPerformance, type PerformanceRecord } from './performance/get-performance.ts'
export { type MarkObligationInput, markObligation } from './performance/mark-obligation.ts'
export { watchContracts } from './performance/watch-contracts.ts'
export { readDealFacts } from './read-deal-facts.ts'
export { readSignatures, type SignatureRecord } from './read-signatures.ts'
export { type RecordConsentInput, recordConsent } from './record-consent.ts'
export { reopenContract } from './reopen-contract.ts'
export type { ConsentRecord } from './right-burdens.ts'
export type { ContractSummaryRecord } from './select-contracts.ts'
export { signContract } from './sign-contract.ts'
export { type SignTextInput, signText } from './sign-text.ts'
export { type AcceptTextInput, acceptText } from './text/accept-text.ts'
export type { ArticleComparison } from './text/compare-articles.ts'
export { type ArticleInput, type EditTextInput, editText } from './text/edit-text.ts'
export { type GenerateTextInput, generateText } from './text/generate-text.ts'
export {
  type ContractTextRecord,
  type GetTextInput,
  getText,
  type TextVersionRecord,
} from './text/get-text.ts'
export { type PrintableText, textDocument } from './text/text-document.ts'
export type { TextRow } from './text/text-records.ts'
