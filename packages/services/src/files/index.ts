export { limitContent } from './detect-content.ts'
export { cleanFileName } from './file-name.ts'
export { type OpenedFile, openFile } from './open-file.ts'
export { type FileRecord, type StoreFileInput, storeFile } from './store-file.ts'
