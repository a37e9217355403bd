import { offers } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  ask,
  auditActionsOf,
  beginTalks,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeDeal,
  makeMember,
  testContext,
} from '../testing/index.ts'
import { declineRequest, makeOffer, withdrawOffer } from './index.ts'

describe('offers', () => {
  let database: TestDatabase
  let deal: DealFixture
  let requestId: string

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    requestId = (await beginTalks(database.db, deal)).id
  })

  const make = (actor = deal.seller, changes: Parameters<typeof licenceTerms>[0] = {}) =>
    makeOffer(testContext(database.db, actor), { requestId, terms: licenceTerms(changes), note: '含培训' })
  const withdraw = (offerId: string, actor = deal.seller) =>
    withdrawOffer(testContext(database.db, actor), { requestId, offerId })
  const end = () =>
    declineRequest(testContext(database.db, deal.seller), {
      id: requestId,
      reason: 'price_or_terms',
      words: '',
    })

  describe('makeOffer', () => {
    it('stores the terms whole, supersedes the open offer and counts versions over both sides', async () => {
      const first = await make()
      const second = await make(deal.buyer, { totalFen: 15_000_000 })
      expect(second).toMatchObject({ version: 2, state: 'open', organizationId: deal.buyer.organizationId })
      const [before] = await database.db.select().from(offers).where(eq(offers.id, first.id))
      expect(before).toMatchObject({ version: 1, state: 'superseded', terms: licenceTerms() })
      expect(await auditActionsOf(database.db, second.id)).toEqual(['offer.make'])
    })

    it('of offers made at once each gets its own version and one stays open', async () => {
      const makers = [deal.seller, deal.buyer, deal.seller, deal.buyer]
      const made = await Promise.all(makers.map((actor) => make(actor)))
      expect(made.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4])
      const rows = await database.db.select().from(offers).where(eq(offers.requestId, requestId))
      expect(rows.filter(({ state }) => state === 'open').map(({ version }) => version)).toEqual([4])
    })

    it('the database keeps the words of an offer', async () => {
      const { id } = await make()
      const rewrite = database.db.update(offers).set({ terms: licenceTerms({ totalFen: 1 }) })
      await expect(rewrite.where(eq(offers.id, id))).rejects.toThrow()
    })

    it('refuses a last day that is over, and lets nobody move one', async () => {
      const context = testContext(database.db, deal.seller)
      const input = { requestId, terms: licenceTerms(), note: '' }
      await expect(makeOffer(context, { ...input, answerBy: '2026-03-01' })).rejects.toMatchObject({
        details: { problems: [{ path: 'answerBy', code: 'offer.deadline_out_of_range' }] },
      })
      const { id } = await makeOffer(context, { ...input, answerBy: '2026-03-02' })
      const move = database.db.update(offers).set({ answerBy: '2026-04-02' })
      await expect(move.where(eq(offers.id, id))).rejects.toThrow()
    })

    it('names wrong terms by their place in the input', async () => {
      await expect(make(deal.seller, { totalFen: 0, exclusivity: 'sole' })).rejects.toMatchObject({
        details: { problems: [{ path: 'terms.exclusivity' }, { path: 'terms.totalFen' }] },
      })
      const unoffered = { transferMode: 'sole_licence', exclusivity: 'sole' } as const
      await expect(make(deal.seller, unoffered)).rejects.toMatchObject({
        details: { problems: [{ path: 'terms.transferMode', code: 'request.mode_not_offered' }] },
      })
    })

    it('is refused before the owner agrees to talk', async () => {
      deal = await makeDeal(database.db)
      requestId = (await ask(database.db, deal)).id
      await expect(make()).rejects.toMatchObject({ kind: 'conflict', code: 'request.wrong_state' })
    })

    it('is refused when the talks are over', async () => {
      await end()
      await expect(make()).rejects.toMatchObject({ kind: 'conflict', code: 'request.wrong_state' })
    })

    it('is for negotiators of the two sides', async () => {
      const stranger = await makeActor(database.db, 'company')
      await expect(make(stranger)).rejects.toMatchObject({ code: 'request.not_found' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      await expect(make(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })

  describe('withdrawOffer', () => {
    it('takes the open offer back; the talks go on', async () => {
      const { id } = await make()
      expect(await withdraw(id)).toMatchObject({ state: 'withdrawn', decidedAt: expect.any(Date) })
      expect(await auditActionsOf(database.db, id)).toEqual(['offer.make', 'offer.withdraw'])
      await expect(make(deal.buyer)).resolves.toMatchObject({ version: 2, state: 'open' })
    })

    it('is refused for an offer no longer open and in ended talks', async () => {
      const { id } = await make()
      const { id: newer } = await make()
      await expect(withdraw(id)).rejects.toMatchObject({ kind: 'conflict', code: 'offer.wrong_state' })
      await end()
      await expect(withdraw(newer)).rejects.toMatchObject({ code: 'request.wrong_state' })
    })

    it('is only for the side that made it', async () => {
      const { id } = await make()
      await expect(withdraw(id, deal.buyer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const stranger = await makeActor(database.db, 'university')
      await expect(withdraw(id, stranger)).rejects.toMatchObject({ code: 'request.not_found' })
      const viewer = await makeMember(database.db, deal.seller.organizationId, ['viewer'])
      await expect(withdraw(id, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    })

    it('does not find an offer of another request', async () => {
      const { id } = await make()
      const other = await makeDeal(database.db)
      const { id: otherRequest } = await beginTalks(database.db, other)
      const context = testContext(database.db, other.seller)
      const attempt = withdrawOffer(context, { requestId: otherRequest, offerId: id })
      await expect(attempt).rejects.toMatchObject({ code: 'offer.not_found' })
    })
  })
})
