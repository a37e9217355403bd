import { events, requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  ask,
  auditActionsOf,
  beginTalks,
  type DealFixture,
  makeActor,
  makeDeal,
  makeMember,
  testContext,
} from '../testing/index.ts'
import {
  acceptRequest,
  declineRequest,
  readLostRequests,
  sendMessage,
  watchRequests,
  withdrawRequest,
} from './index.ts'

let database: TestDatabase
let deal: DealFixture
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  deal = await makeDeal(database.db)
})

const DAY_MS = 86_400_000
const START = Date.parse('2026-03-02T02:00:00Z')
const after = (days: number) => fixedClock(new Date(START + days * DAY_MS).toISOString())
const watch = (days: number) => watchRequests(testContext(database.db, null, after(days)))
const stateOf = async (id: string) => {
  const [row] = await database.db.select().from(requests).where(eq(requests.id, id))
  return [row?.state, row?.lapseReason]
}

describe('watchRequests', () => {
  // Requests of the tests before are all over by then, and the watch leaves them alone.
  beforeEach(() => database.db.update(requests).set({ updatedAt: new Date(START + 900 * DAY_MS) }))

  it('reminds twice, then ends what nobody answered, each once, with an audit row', async () => {
    const { id } = await ask(database.db, deal)
    expect(await watch(6)).toEqual({ reminded: 0, lapsed: 0 })
    expect(await watch(7)).toEqual({ reminded: 1, lapsed: 0 })
    expect(await watch(7)).toEqual({ reminded: 0, lapsed: 0 })
    expect(await watch(23)).toEqual({ reminded: 1, lapsed: 0 })
    expect(await watch(30)).toEqual({ reminded: 0, lapsed: 1 })
    expect(await watch(31)).toEqual({ reminded: 0, lapsed: 0 })
    expect(await stateOf(id)).toEqual(['lapsed', 'silence'])
    expect(await auditActionsOf(database.db, id)).toEqual([
      'request.create',
      'request.remind',
      'request.remind',
      'request.lapse',
    ])
    const told = await database.db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.subjectId, id), eq(events.type, 'request.lapsed')))
    expect(told).toHaveLength(1)
  })

  it('counts from the last step or message, and puts the listing back on offer', async () => {
    const { id } = await beginTalks(database.db, deal)
    await sendMessage(testContext(database.db, deal.buyer, after(60)), {
      requestId: id,
      body: '还在评估。',
      fileIds: [],
    })
    expect(await watch(100)).toEqual({ reminded: 1, lapsed: 0 })
    expect(await watch(150)).toEqual({ reminded: 0, lapsed: 1 })
    const context = testContext(database.db, deal.seller)
    await expect(acceptRequest(context, id)).rejects.toMatchObject({ code: 'request.wrong_state' })
  })

  it('run twice at once, ends and tells once', async () => {
    await ask(database.db, deal)
    const runs = await Promise.all([watch(40), watch(40)])
    expect(runs.reduce((sum, { lapsed }) => sum + lapsed, 0)).toBe(1)
  })
})

describe('readLostRequests', () => {
  it('counts the reasons of both sides', async () => {
    const declined = await ask(database.db, deal)
    await declineRequest(testContext(database.db, deal.seller), {
      id: declined.id,
      reason: 'too_early',
      words: '',
    })
    for (const reason of ['price_or_terms', 'price_or_terms', null] as const) {
      const { id } = await ask(database.db, deal)
      await withdrawRequest(testContext(database.db, deal.buyer), id, { reason, words: '' })
    }
    expect(await readLostRequests(testContext(database.db, deal.seller), deal.listingId)).toEqual([
      { reason: 'price_or_terms', by: 'requester', requests: 2 },
      { reason: 'too_early', by: 'owner', requests: 1 },
    ])
  })

  it('wants words with another reason, and keeps nothing but of a withdrawn one', async () => {
    const { id } = await ask(database.db, deal)
    const context = testContext(database.db, deal.buyer)
    const wordless = withdrawRequest(context, id, { reason: 'other', words: ' ' })
    await expect(wordless).rejects.toMatchObject({
      details: { problems: [{ path: 'words', code: 'request.decline_words_required' }] },
    })
    const after = await withdrawRequest(context, id, { reason: 'other', words: '改用自研方案' })
    expect(after).toMatchObject({ withdrawReason: 'other', withdrawWords: '改用自研方案' })
  })

  it('is the owner’s alone', async () => {
    const read = (actor: DealFixture['seller']) =>
      readLostRequests(testContext(database.db, actor), deal.listingId)
    await expect(
      read(await makeMember(database.db, deal.seller.organizationId, ['viewer'])),
    ).resolves.toEqual([])
    await expect(read(deal.buyer)).rejects.toMatchObject({ code: 'listing.not_found' })
    await expect(read(await makeActor(database.db, 'university'))).rejects.toMatchObject({
      code: 'listing.not_found',
    })
  })
})
