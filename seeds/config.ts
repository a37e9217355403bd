import type { StorageConfig } from '@market/adapters/storage'

export interface SeedConfig {
  /** Absent: the embedded database. */
  databaseUrl: string | undefined
  dataFolder: string
  meiliUrl: string | undefined
  meiliKey: string | undefined
  storage: StorageConfig
}

/** The same variables as the API's and the worker's; an empty one counts as absent. */
export const readConfig = (environment: NodeJS.ProcessEnv): SeedConfig => {
  const read = (name: string): string | undefined => environment[name] || undefined
  const dataFolder = read('DATA_DIR') ?? '.data'
  return {
    databaseUrl: read('DATABASE_URL'),
    dataFolder,
    meiliUrl: read('MEILI_URL'),
    meiliKey: read('MEILI_KEY'),
    storage: {
      DATA_DIR: dataFolder,
      S3_ENDPOINT: read('S3_ENDPOINT'),
      S3_REGION: read('S3_REGION') ?? 'auto',
      S3_BUCKET: read('S3_BUCKET'),
      S3_ACCESS_KEY_ID: read('S3_ACCESS_KEY_ID'),
      S3_SECRET_ACCESS_KEY: read('S3_SECRET_ACCESS_KEY'),
    },
  }
}
