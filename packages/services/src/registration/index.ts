export { acceptRegistration } from './accept-registration.ts'
export type { RegistrationAction } from './allowed-actions.ts'
export { type AssignRegistrationInput, assignRegistration } from './assign-registration.ts'
export { type CreateBatchListInput, createBatchList } from './batch-lists/create-batch-list.ts'
export { getBatchList, verifyBatchList } from './batch-lists/get-batch-list.ts'
export {
  type BatchListSummaryRecord,
  type ListBatchListsInput,
  listBatchLists,
} from './batch-lists/list-batch-lists.ts'
export type { BatchListDetails } from './batch-lists/records.ts'
export { cancelRegistration, type EndRegistrationInput } from './cancel-registration.ts'
export { type ChangeRegistrationInput, changeRegistration } from './change-registration.ts'
export { type ChecklistTick, type TickChecklistInput, tickChecklist } from './checklist.ts'
export { discardRegistration } from './discard-registration.ts'
export { type EditRegistrationInput, editRegistration } from './edit-registration.ts'
export { type FileRegistrationInput, fileRegistration } from './file-registration.ts'
export type { RegistrationForm } from './form.ts'
export { formOf } from './form.ts'
export { type CertificateRecord, type GetCertificateInput, getCertificate } from './get-certificate.ts'
export { getRegistration, type RegistrationDetails } from './get-registration.ts'
export { getRegistrationCertificate } from './get-registration-certificate.ts'
export { checkImport } from './imports/check-import.ts'
export { type CreateImportInput, createImport, MAX_IMPORT_BYTES } from './imports/create-import.ts'
export { type ExportInput, exportRegistrations } from './imports/export-registrations.ts'
export {
  getImport,
  type ImportAction,
  type ImportProblemRecord,
  type ImportView,
  listImportProblems,
  listImports,
} from './imports/read-imports.ts'
export type { ImportRecord } from './imports/records.ts'
export { runImport } from './imports/run-import.ts'
export { cancelImport, commitImport } from './imports/step-import.ts'
export type { ImportContext } from './imports/work-on-import.ts'
export { type ExaminerRecord, listExaminers } from './list-examiners.ts'
export {
  type ListRegistrationsInput,
  listRegistrations,
  type RegistrationQueue,
} from './list-registrations.ts'
export {
  getTaxEvidence,
  type TaxEvidence,
  type TaxEvidenceInput,
} from './receipts/get-tax-evidence.ts'
export { listReceipts, type ReceiptAction, type ReceiptList } from './receipts/list-receipts.ts'
export {
  type CorrectReceiptInput,
  correctReceipt,
  type RecordReceiptInput,
  recordReceipt,
} from './receipts/record-receipt.ts'
export { type ConfirmedPayment, takeOverPayment } from './receipts/take-over-payment.ts'
export { type VerifyReceiptInput, verifyReceipt } from './receipts/verify-receipt.ts'
export type { RegistrationRecord } from './records.ts'
export { type RefuseRegistrationInput, refuseRegistration } from './refuse-registration.ts'
export { registerContract } from './register-contract.ts'
export { remindRegistrars } from './remind-registrars.ts'
export { type RequestCorrectionInput, requestCorrection } from './request-correction.ts'
export { revokeRegistration } from './revoke-registration.ts'
export { sendToReview } from './send-to-review.ts'
export { submitRegistration } from './submit-registration.ts'
export { unassignRegistration } from './unassign-registration.ts'
export type { RegistrationVersionRecord } from './versions.ts'
export type { RegistrationSummaryRecord } from './view.ts'
