export { commonDateForm, DATE_FORMS, type DateForm, readDate } from './dates.ts'
export {
  isListingImportField,
  isListingImportLabel,
  LISTING_IMPORT_FIELDS,
  type ListingImportField,
  TITLE_FIELDS,
} from './fields.ts'
export { unsavedFormula } from './formulas.ts'
export { splitLabelledText } from './labelled-text.ts'
export {
  columnSignature,
  guessMapping,
  inFileOrder,
  type ListingImportMapping,
  mappingProblems,
  type SourceColumn,
} from './mapping.ts'
export {
  importError,
  importWarning,
  isBlocking,
  LISTING_IMPORT_PROBLEMS,
  type ListingImportProblem,
  type ListingImportProblemCode,
  REPAIR_DECISIONS,
  REPAIR_KINDS,
  type RepairDecision,
  type RepairKind,
} from './problems.ts'
export { type ImportedListing, type ImportedRow, readListingRow } from './read-row.ts'
export {
  ABANDONABLE_IMPORT_STATES,
  LISTING_IMPORT_FORMATS,
  LISTING_IMPORT_STATES,
  type ListingImportCommand,
  type ListingImportFormat,
  type ListingImportState,
  listingImportMachine,
  MAX_LISTING_IMPORT_BYTES,
  MAX_LISTING_IMPORT_ROWS,
  WORKING_IMPORT_STATES,
} from './states.ts'
