import { requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, makeDeal, makeListing, testContext } from '../testing/index.ts'
import { acceptRequest, declineRequest, readReplyStatistics, withdrawRequest } from './index.ts'

const DAY_MS = 86_400_000
const ASKED = new Date('2026-03-02T02:00:00Z')
const later = (days: number) => new Date(ASKED.getTime() + days * DAY_MS)

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

type Step = 'accept' | 'decline' | 'withdraw' | 'nothing'

/** Requests to one owner, each asked on the same day and answered so many days later. */
const receive = async (steps: readonly [Step, number][]) => {
  const deal = await makeDeal(database.db)
  const { seller, buyer } = deal
  for (const [step, days] of steps) {
    // One open request per listing and sender.
    const { id } = await ask(database.db, { ...deal, listingId: await makeListing(database.db, seller) })
    await database.db.update(requests).set({ createdAt: ASKED }).where(eq(requests.id, id))
    const at = fixedClock(later(days).toISOString())
    if (step === 'accept') await acceptRequest(testContext(database.db, seller, at), id)
    if (step === 'decline') {
      await declineRequest(testContext(database.db, seller, at), { id, reason: 'too_early', words: '' })
    }
    if (step === 'withdraw') await withdrawRequest(testContext(database.db, buyer, at), id)
  }
  return seller.organizationId
}

const read = (organizationId: string, days: number) =>
  readReplyStatistics({ db: database.db, clock: fixedClock(later(days).toISOString()) }, organizationId)

const FIVE: [Step, number][] = [
  ['decline', 1],
  ['decline', 3],
  ['decline', 8],
  ['nothing', 0],
  ['nothing', 0],
]

describe('reply statistics', () => {
  it('count answers among the requests received, and the median time to them', async () => {
    expect(await read(await receive(FIVE), 30)).toMatchObject({ answeredPercent: 60, medianDays: 3 })
  })

  it('leave out what its sender took back unanswered', async () => {
    const owner = await receive([...FIVE, ['withdraw', 2]])
    expect(await read(owner, 30)).toMatchObject({ answeredPercent: 60, medianDays: 3 })
  })

  it('say nothing of fewer than five requests, of fresh ones, or of those older than a year', async () => {
    expect(await read(await receive(FIVE.slice(1)), 30)).toBeNull()
    const owner = await receive(FIVE)
    expect(await read(owner, 13)).toBeNull()
    expect(await read(owner, 366)).toBeNull()
  })

  it('know no median where nothing was answered', async () => {
    const owner = await receive(FIVE.map(() => ['nothing', 0]))
    expect(await read(owner, 30)).toMatchObject({ answeredPercent: 0, medianDays: null })
  })
})
