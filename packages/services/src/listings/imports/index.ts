export {
  type CreateListingImportInput,
  createListingImport,
  type ImportFiles,
  requireImporter,
} from './create-listing-import.ts'
export { type DecideRepairsInput, decideRepairs } from './decide-repairs.ts'
export { forgetAbandonedImports } from './forget-abandoned-imports.ts'
export {
  getListingImport,
  LISTING_IMPORT_ACTIONS,
  type ListingImportAction,
  type ListingImportProblemRecord,
  type ListingImportView,
  type ListProblemsInput,
  listListingImportProblems,
  listListingImports,
  type ProblemKindCount,
  type ReportedProblem,
} from './read-listing-imports.ts'
export type { ListingImportRecord } from './records.ts'
export { reportListingImport } from './report-listing-import.ts'
export { cancelListingImport, commitListingImport, mapListingImport } from './step-listing-import.ts'
export type { ImportWorkContext } from './work/lease.ts'
export { workOnListingImports } from './work/work-on-imports.ts'
