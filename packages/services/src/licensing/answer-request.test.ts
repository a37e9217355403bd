import { events, listings, requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { acceptRequest, declineRequest, withdrawRequest } from './index.ts'

describe('answering a request', () => {
  let database: TestDatabase
  let deal: DealFixture

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const listingState = async () => {
    const [row] = await database.db.select().from(listings).where(eq(listings.id, deal.listingId))
    return row?.state
  }
  const eventsOf = async (subjectId: string) => {
    const ofSubject = eq(events.subjectId, subjectId)
    const rows = await database.db.select().from(events).where(ofSubject).orderBy(asc(events.id))
    return rows.map(({ type }) => type)
  }
  const fresh = async () => {
    deal = await makeDeal(database.db)
    return ask(database.db, deal)
  }
  const decline = (id: string, actor = deal.seller) =>
    declineRequest(testContext(database.db, actor), { id, reason: 'too_early', words: '' })

  const verbs = {
    accept: (id: string, actor = deal.seller) => acceptRequest(testContext(database.db, actor), id),
    decline,
    withdraw: (id: string, actor = deal.buyer) => withdrawRequest(testContext(database.db, actor), id),
  }
  const NAMES = ['accept', 'decline', 'withdraw'] as const

  it('accepting puts the listing under negotiation and tells the index', async () => {
    const { id } = await fresh()
    const request = await verbs.accept(id)
    expect(request).toMatchObject({ state: 'accepted', answeredAt: expect.any(Date) })
    expect(await auditActionsOf(database.db, id)).toEqual(['request.create', 'request.accept'])
    expect(await listingState()).toBe('under_negotiation')
    expect(await eventsOf(deal.listingId)).toEqual(['listing.changed'])
    expect(await eventsOf(id)).toEqual(['request.submitted', 'request.accepted'])
  })

  it('declining keeps the reason; the listing stays as it is', async () => {
    const { id } = await fresh()
    expect(await decline(id)).toMatchObject({
      state: 'declined',
      declineReason: 'too_early',
      declineWords: null,
    })
    expect(await auditActionsOf(database.db, id)).toEqual(['request.create', 'request.decline'])
    expect(await listingState()).toBe('published')
  })

  it('declining for another reason needs words', async () => {
    const { id } = await fresh()
    const other = (words: string) =>
      declineRequest(testContext(database.db, deal.seller), { id, reason: 'other', words })
    await expect(other('  ')).rejects.toMatchObject({
      details: { problems: [{ path: 'words', code: 'request.decline_words_required' }] },
    })
    expect(await other('已与他人合作')).toMatchObject({ declineWords: '已与他人合作' })
  })

  it('withdrawing frees the place for another request', async () => {
    const { id } = await fresh()
    expect(await verbs.withdraw(id)).toMatchObject({ state: 'withdrawn' })
    expect(await auditActionsOf(database.db, id)).toEqual(['request.create', 'request.withdraw'])
    await expect(ask(database.db, deal)).resolves.toMatchObject({ state: 'submitted' })
  })

  it('the listing is back on offer when the last talks end', async () => {
    deal = await makeDeal(database.db)
    const first = await beginTalks(database.db, deal)
    const buyer = await makeActor(database.db, 'company', ['negotiator'])
    const second = await beginTalks(database.db, { ...deal, buyer })
    await decline(first.id)
    expect(await listingState()).toBe('under_negotiation')
    await verbs.withdraw(second.id, buyer)
    expect(await listingState()).toBe('published')
  })

  it('the listing is back on offer when the last two talks end at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      deal = await makeDeal(database.db)
      const first = await beginTalks(database.db, deal)
      const buyer = await makeActor(database.db, 'company', ['negotiator'])
      const second = await beginTalks(database.db, { ...deal, buyer })
      await Promise.all([decline(first.id), verbs.withdraw(second.id, buyer)])
      expect(await listingState()).toBe('published')
    }
  })

  it('accepting and declining at once never end in talks', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await fresh()
      const results = await Promise.allSettled([verbs.accept(id), decline(id)])
      const [row] = await database.db.select().from(requests).where(eq(requests.id, id))
      // Talks may be declined after they were accepted, never the other way round.
      expect(row?.state).toBe('declined')
      const lost = results.filter(({ status }) => status === 'rejected')
      expect(lost.length).toBeLessThanOrEqual(1)
      expect(await listingState()).toBe('published')
    }
  })

  it('is not accepted for a listing withdrawn meanwhile', async () => {
    const { id } = await fresh()
    await database.db.update(listings).set({ state: 'withdrawn' }).where(eq(listings.id, deal.listingId))
    await expect(verbs.accept(id)).rejects.toMatchObject({ kind: 'conflict', code: 'listing.wrong_state' })
  })

  it.each(NAMES)('%s is refused once the request is over', async (name) => {
    const { id } = await fresh()
    await decline(id)
    await expect(verbs[name](id)).rejects.toMatchObject({ kind: 'conflict', code: 'request.wrong_state' })
  })

  it.each(NAMES)('%s: to another organization the request does not exist', async (name) => {
    const { id } = await fresh()
    const stranger = await makeActor(database.db, 'company')
    await expect(verbs[name](id, stranger)).rejects.toMatchObject({ code: 'request.not_found' })
  })

  it.each(NAMES)('%s is for the negotiators of one side only', async (name) => {
    const { id } = await fresh()
    const [side, other] = name === 'withdraw' ? [deal.buyer, deal.seller] : [deal.seller, deal.buyer]
    await expect(verbs[name](id, other)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const viewer = await makeMember(database.db, side.organizationId, ['viewer'])
    await expect(verbs[name](id, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})
