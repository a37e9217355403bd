import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { SealPurpose, Seals, SecretSource } from './context.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** 256 random bits as text for a URL or a cookie. */
export const systemSecrets: SecretSource = { next: () => randomBytes(32).toString('base64url') }

/** What is stored of a secret with 256 random bits: enough to recognise it, useless to a thief. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Compares in constant time. */
export const sameText = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const conceal = (key: Buffer, recordId: string, secret: string): string => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(recordId))
  const hidden = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url')
}

const reveal = (key: Buffer, recordId: string, concealed: string): string => {
  const bytes = Buffer.from(concealed, 'base64url')
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(recordId)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const hidden = bytes.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8')
}

/** Seals, codes and concealment, each under a key of its own derived from the application's secret. */
export const createSeals = (applicationSecret: string): Seals => {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', applicationSecret, '', `market ${use}`, 32))
  const macOf = (use: string, id: string) => createHmac('sha256', derive(use)).update(id).digest()
  const seal = (purpose: SealPurpose, id: string) =>
    `${id}.${macOf(`seal ${purpose}`, id).toString('base64url')}`
  return {
    seal,
    open: (purpose, token) => {
      const id = token.slice(0, token.indexOf('.'))
      return UUID.test(id) && sameText(seal(purpose, id), token) ? id : null
    },
    code: (purpose, id) => String(macOf(`code ${purpose}`, id).readUIntBE(0, 6) % 1_000_000).padStart(6, '0'),
    conceal: (recordId, secret) => conceal(derive('conceal'), recordId, secret),
    reveal: (recordId, concealed) => reveal(derive('conceal'), recordId, concealed),
  }
}
