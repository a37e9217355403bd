import type { Database } from '@market/database'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { createSeals, type ServiceContext, systemIds, systemSecrets } from '../index.ts'

export const TEST_SECRET = 'a secret of the tests, not of anybody else'

/** A context whose clock stands still; `as` speaks for another actor on the same database. */
export const testContext = (
  db: Database,
  actor: Actor | null = null,
  clock: FixedClock = fixedClock('2026-03-02T02:00:00Z'),
): ServiceContext & { clock: FixedClock } => ({
  db,
  clock,
  actor,
  ids: systemIds,
  secrets: systemSecrets,
  seals: createSeals(TEST_SECRET),
  requestId: 'test',
  locale: 'zh-CN',
})
