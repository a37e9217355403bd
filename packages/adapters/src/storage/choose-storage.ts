import { join } from 'node:path'
import { createLocalStorage } from './create-local-storage.ts'
import type { S3Options } from './create-s3-storage.ts'
import type { FileStorage } from './file-storage.ts'

/** The part of an app's configuration that says where files are kept. */
export interface StorageConfig {
  DATA_DIR: string
  S3_ENDPOINT?: string | undefined
  S3_REGION: string
  S3_BUCKET?: string | undefined
  S3_ACCESS_KEY_ID?: string | undefined
  S3_SECRET_ACCESS_KEY?: string | undefined
}

/** Its library takes 20 MB, and most markets keep their files on a disk: loaded by the first file of a bucket. */
const openBucket = (options: S3Options): FileStorage => {
  let opened: Promise<FileStorage> | undefined
  const storage = (): Promise<FileStorage> => {
    opened ??= import('./create-s3-storage.ts').then(({ createS3Storage }) => createS3Storage(options))
    return opened
  }
  return {
    put: async (...file) => (await storage()).put(...file),
    get: async (...file) => (await storage()).get(...file),
    delete: async (...file) => (await storage()).delete(...file),
  }
}

/** A bucket where one is named, else a folder of this machine; the same for whoever is configured alike. */
export const chooseStorage = (config: StorageConfig): FileStorage => {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config
  if (!S3_BUCKET) return createLocalStorage(join(config.DATA_DIR, 'files'))
  const keys = S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
  return openBucket({
    bucket: S3_BUCKET,
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    credentials: keys ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } : undefined,
  })
}
