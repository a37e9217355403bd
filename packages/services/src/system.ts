import { randomUUIDv7 } from 'node:crypto'
import type { Clock, IdSource } from '@market/domain'

/** The machine's clock; only a composition may hand it to anyone. */
export const systemClock: Clock = { now: () => new Date() }

/** Ids that sort by the time they were made. */
export const systemIds: IdSource = { next: () => randomUUIDv7() }
