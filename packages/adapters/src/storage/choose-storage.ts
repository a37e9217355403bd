import { join } from 'node:path'
import { createLocalStorage } from './create-local-storage.ts'
import { createS3Storage } from './create-s3-storage.ts'
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

/** A bucket where one is named, else a folder of this machine; the same for whoever is configured alike. */
export const chooseStorage = (config: StorageConfig): FileStorage => {
  const { S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = config
  if (!S3_BUCKET) return createLocalStorage(join(config.DATA_DIR, 'files'))
  const keys = S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
  return createS3Storage({
    bucket: S3_BUCKET,
    region: config.S3_REGION,
    endpoint: config.S3_ENDPOINT,
    credentials: keys ? { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } : undefined,
  })
}
