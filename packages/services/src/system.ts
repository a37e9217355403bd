import { createHash, createHmac, hkdfSync, randomBytes, randomUUIDv7, timingSafeEqual } from 'node:crypto'
import type { Clock, IdSource } from '@market/domain'
import type { SealPurpose, Seals, SecretSource } from './context.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The machine's clock; only a composition may hand it to anyone. */
export const systemClock: Clock = { now: () => new Date() }

/** Ids that sort by the time they were made. */
export const systemIds: IdSource = { next: () => randomUUIDv7() }

/** 256 random bits as text for a URL or a cookie. */
export const systemSecrets: SecretSource = { next: () => randomBytes(32).toString('base64url') }

/** What is stored of a secret with 256 random bits: enough to recognise it, useless to a thief. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')

const sameText = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Seals with HMAC-SHA-256 under a key of their own per purpose, derived from the application's secret. */
export const createSeals = (applicationSecret: string): Seals => {
  const keyFor = (purpose: SealPurpose) =>
    Buffer.from(hkdfSync('sha256', applicationSecret, '', `market seal ${purpose}`, 32))
  const seal = (purpose: SealPurpose, id: string) =>
    `${id}.${createHmac('sha256', keyFor(purpose)).update(id).digest('base64url')}`
  return {
    seal,
    open: (purpose, token) => {
      const id = token.slice(0, token.indexOf('.'))
      return UUID.test(id) && sameText(seal(purpose, id), token) ? id : null
    },
  }
}
