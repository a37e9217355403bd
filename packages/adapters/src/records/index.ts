export { createRecordFiles } from './create-record-files.ts'
export type {
  OpenContent,
  RecordFiles,
  RecordFormat,
  SourceRecord,
  UnreadableReason,
} from './record-files.ts'
