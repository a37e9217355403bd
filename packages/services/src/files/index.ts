export { type OpenedFile, openFile } from './open-file.ts'
export { type FileRecord, MAX_FILE_BYTES, type StoreFileInput, storeFile } from './store-file.ts'
