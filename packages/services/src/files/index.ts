export { assertAttachable, type FileFacts, withFileFacts } from './attachments.ts'
export { limitContent, readHead, refuseFile } from './detect-content.ts'
export { cleanFileName } from './file-name.ts'
export {
  findFile,
  type OpenedFile,
  type OpenedRendition,
  openFile,
  openPart,
  openRendition,
} from './open-file.ts'
export { ownFileProblems } from './own-file-problems.ts'
export { dropObjects, putNoted, settleObjects } from './pending-objects.ts'
export { type FileRecord, type FileTools, type StoreFileInput, storeFile } from './store-file.ts'
export { sweepStorage } from './sweep-storage.ts'
