import type {
  ImportProblem,
  RegistrationImport,
  RegistrationImportDetails,
} from '@market/contracts/registration'
import type { ImportProblemRecord, ImportRecord, ImportView } from '@market/services/registration'

export const presentImport = (record: ImportRecord): RegistrationImport => {
  const { id, state, fileName, format, sizeBytes, sha256, source } = record
  const { rowCount, processedRows, errorCount, warningCount, failureCode } = record
  return {
    id,
    state,
    fileName,
    format,
    sizeBytes,
    sha256,
    source,
    rowCount,
    processedRows,
    errorCount,
    warningCount,
    failureCode,
    createdAt: record.createdAt.toISOString(),
    checkedAt: record.checkedAt?.toISOString() ?? null,
    startedAt: record.startedAt?.toISOString() ?? null,
    finishedAt: record.finishedAt?.toISOString() ?? null,
  }
}

export const presentImportDetails = ({ record, actions }: ImportView): RegistrationImportDetails => ({
  ...presentImport(record),
  actions,
})

export const presentImportProblem = ({ importId: _, ...problem }: ImportProblemRecord): ImportProblem =>
  problem
