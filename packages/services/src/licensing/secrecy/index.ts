export { type AcceptNdaInput, acceptNda } from './accept-nda.ts'
export { type ConfidentialityRecord, getConfidentiality, type SecrecyAction } from './get-confidentiality.ts'
export {
  type ListNdasInput,
  listNdas,
  listOpenings,
  type NdaSummaryRecord,
  type OpeningRecord,
} from './list-ndas.ts'
export {
  getNdaTemplate,
  type NdaTemplateRecord,
  type SaveNdaTemplateInput,
  saveNdaTemplate,
} from './nda-templates.ts'
export {
  type MarkedFile,
  type MarkingTools,
  type OpenConfidentialFileInput,
  openConfidentialFile,
} from './open-confidential-file.ts'
export { type WithdrawNdaInput, withdrawNda } from './withdraw-nda.ts'
