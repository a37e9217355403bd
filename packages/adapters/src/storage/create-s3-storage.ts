import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { type FileContent, type FileStorage, requireStorageKey, type StoredFile } from './file-storage.ts'
import { measureContent } from './measure-content.ts'

export interface S3Options {
  bucket: string
  region: string
  /** Absent for Amazon itself; else the address of an S3-compatible store, addressed by path. */
  endpoint?: string | undefined
  credentials?: { accessKeyId: string; secretAccessKey: string } | undefined
}

/** Files as objects of one bucket; uploads pass through memory, so their size must be limited before. */
export const createS3Storage = ({ bucket, ...options }: S3Options): FileStorage => {
  const client = new S3Client(clientConfig(options))
  const at = (key: string) => ({ Bucket: bucket, Key: requireStorageKey(key) })
  return {
    put: async (key, content) => {
      const { body, stored } = await collect(content)
      const checksum = Buffer.from(stored.sha256, 'hex').toString('base64')
      await client.send(new PutObjectCommand({ ...at(key), Body: body, ChecksumSHA256: checksum }))
      return stored
    },
    get: (key, range) =>
      getObject(client, { ...at(key), ...(range ? { Range: `bytes=${range.start}-${range.end}` } : {}) }),
    delete: async (key) => {
      await client.send(new DeleteObjectCommand(at(key)))
    },
  }
}

const clientConfig = ({ region, endpoint, credentials }: Omit<S3Options, 'bucket'>): S3ClientConfig => ({
  region,
  ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  ...(credentials ? { credentials } : {}),
  // Compatible stores know SHA-256, which we send ourselves, but not always the newer default checksums.
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})

const collect = async (content: FileContent): Promise<{ body: Buffer; stored: StoredFile }> => {
  const { chunks, result } = measureContent(content)
  const body = await buffer(chunks)
  return { body, stored: result() }
}

const getObject = async (
  client: S3Client,
  where: { Bucket: string; Key: string; Range?: string },
): Promise<Readable | null> => {
  try {
    const { Body } = await client.send(new GetObjectCommand(where))
    return Body instanceof Readable ? Body : null
  } catch (error) {
    if (error instanceof NoSuchKey) return null
    throw error
  }
}
