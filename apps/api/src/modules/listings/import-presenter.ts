import type { ListingImport, ListingImportDetails, ListingImportProblem } from '@market/contracts/listings'
import type { ListingImportRecord, ListingImportView, ReportedProblem } from '@market/services/listings'

export const presentListingImport = (record: ListingImportRecord): ListingImport => {
  const { id, state, fileName, format, sizeBytes, sha256, rowCount, emptyRows } = record
  const { readyCount, draftCount, progress, failureCode, failureRow, createdAt, finishedAt } = record
  return {
    id,
    state,
    fileName,
    format,
    sizeBytes,
    sha256,
    rowCount,
    emptyRows,
    readyCount,
    draftCount,
    progress,
    failureCode,
    failureRow,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  }
}

export const presentListingImportDetails = ({
  record,
  actions,
  kinds,
  preview,
}: ListingImportView): ListingImportDetails => {
  const { columns, mapping, mappingRemembered } = record
  return { ...presentListingImport(record), columns, mapping, mappingRemembered, actions, kinds, preview }
}

export const presentListingImportProblem = ({
  importId: _,
  ...problem
}: ReportedProblem): ListingImportProblem => problem
