export { chooseStorage, type StorageConfig } from './choose-storage.ts'
export { createLocalStorage } from './create-local-storage.ts'
export { createS3Storage, type S3Options } from './create-s3-storage.ts'
export type { ByteRange, FileContent, FileStorage, StoredFile } from './file-storage.ts'
