export interface SeedConfig {
  /** Absent: the embedded database. */
  databaseUrl: string | undefined
  dataFolder: string
  meiliUrl: string | undefined
  meiliKey: string | undefined
  s3: {
    bucket: string
    region: string
    endpoint: string | undefined
    credentials: Credentials | undefined
  } | null
}

interface Credentials {
  accessKeyId: string
  secretAccessKey: string
}

/** The same variables as the API's and the worker's; an empty one counts as absent. */
export const readConfig = (environment: NodeJS.ProcessEnv): SeedConfig => {
  const read = (name: string): string | undefined => environment[name] || undefined
  const bucket = read('S3_BUCKET')
  const [accessKeyId, secretAccessKey] = [read('S3_ACCESS_KEY_ID'), read('S3_SECRET_ACCESS_KEY')]
  const credentials = accessKeyId && secretAccessKey ? { accessKeyId, secretAccessKey } : undefined
  return {
    databaseUrl: read('DATABASE_URL'),
    dataFolder: read('DATA_DIR') ?? '.data',
    meiliUrl: read('MEILI_URL'),
    meiliKey: read('MEILI_KEY'),
    s3: bucket
      ? { bucket, region: read('S3_REGION') ?? 'auto', endpoint: read('S3_ENDPOINT'), credentials }
      : null,
  }
}
