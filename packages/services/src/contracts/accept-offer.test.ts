import { contracts, listings, offers, requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declineRequest, makeOffer, withdrawOffer } from '../licensing/index.ts'
import {
  auditActionsOf,
  beginTalks,
  beginWithOffer,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeDeal,
  makeMember,
  testContext,
} from '../testing/index.ts'
import { acceptOffer } from './index.ts'

describe('acceptOffer', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const accept = (
    actor: DealFixture['buyer'],
    { requestId, id }: { requestId: string; id: string },
    clock = fixedClock('2026-03-02T02:00:00Z'),
  ) => acceptOffer(testContext(database.db, actor, clock), { requestId, offerId: id })

  it('drafts the contract from the terms, with request, offer and trail in step', async () => {
    const filedOn = '2020-05-11'
    const deal = await makeDeal(database.db, { rights: [{ kind: 'invention_patent', filedOn }] })
    const offer = await beginWithOffer(database.db, deal)
    const contract = await accept(deal.buyer, offer)
    expect(contract).toMatchObject({
      state: 'draft',
      title: '一种糖蜜废液吸附材料专利实施许可合同',
      type: 'XK',
      subType: 'XK_PATENT',
      contractAmountFen: 20_000_000,
      technologyAmountFen: 20_000_000,
      signedOn: '2026-03-02',
      endsOn: '2031-03-01',
      sellerId: deal.seller.organizationId,
      buyerId: deal.buyer.organizationId,
      terms: licenceTerms(),
      revision: 1,
    })
    const [request] = await database.db.select().from(requests).where(eq(requests.id, offer.requestId))
    const [taken] = await database.db.select().from(offers).where(eq(offers.id, offer.id))
    expect([request?.state, taken?.state]).toEqual(['contracted', 'accepted'])
    expect(await auditActionsOf(database.db, offer.id)).toEqual(['offer.make', 'offer.accept'])
    expect(await auditActionsOf(database.db, contract.id)).toEqual(['contract.draft'])
  })

  it('is refused after the last day for an answer, which itself still counts', async () => {
    const deal = await makeDeal(database.db)
    const { id: requestId } = await beginTalks(database.db, deal)
    const offer = await makeOffer(testContext(database.db, deal.seller), {
      requestId,
      terms: licenceTerms(),
      note: '',
      answerBy: '2026-03-03',
    })
    const late = accept(deal.buyer, offer, fixedClock('2026-03-03T16:00:00Z'))
    await expect(late).rejects.toMatchObject({ kind: 'conflict', code: 'offer.expired' })
    const lastMoment = fixedClock('2026-03-03T15:59:00Z')
    await expect(accept(deal.buyer, offer, lastMoment)).resolves.toMatchObject({ state: 'draft' })
  })

  it('types the contract by the regime in force', async () => {
    const deal = await makeDeal(database.db)
    const offer = await beginWithOffer(database.db, deal)
    const contract = await accept(deal.buyer, offer, fixedClock('2019-06-03T02:00:00Z'))
    expect(contract).toMatchObject({ type: 'ZR', subType: 'XK_PATENT', signedOn: '2019-06-03' })
  })

  it('suggests no end beyond the earliest patent, and none at all when it has run out', async () => {
    const ending = await makeDeal(database.db, {
      rights: [
        { kind: 'invention_patent', filedOn: '2020-05-11' },
        { kind: 'utility_model', filedOn: '2018-05-11' },
      ],
    })
    const contract = await accept(ending.buyer, await beginWithOffer(database.db, ending))
    expect(contract.endsOn).toBe('2028-05-10')
    const rights = [{ kind: 'utility_model', filedOn: '2010-05-11' } as const]
    const ended = await makeDeal(database.db, { rights })
    const other = await accept(ended.buyer, await beginWithOffer(database.db, ended))
    expect(other.endsOn).toBeNull()
  })

  it('of two people accepting the same offer one wins, and there is one contract', async () => {
    for (let round = 0; round < 5; round += 1) {
      const deal = await makeDeal(database.db)
      const offer = await beginWithOffer(database.db, deal)
      const colleague = await makeMember(database.db, deal.buyer.organizationId, ['negotiator'])
      const results = await Promise.allSettled([deal.buyer, colleague].map((actor) => accept(actor, offer)))
      const [lost, ...more] = results.filter((result) => result.status === 'rejected')
      expect(more).toEqual([])
      expect(lost?.reason).toMatchObject({ kind: 'conflict', code: 'offer.wrong_state' })
      const rows = await database.db.select().from(contracts).where(eq(contracts.requestId, offer.requestId))
      expect(rows).toHaveLength(1)
    }
  })

  it('accepting and a new offer at once: either the old terms bind or the new ones lie open', async () => {
    for (let round = 0; round < 5; round += 1) {
      const deal = await makeDeal(database.db)
      const offer = await beginWithOffer(database.db, deal)
      const { requestId } = offer
      const results = await Promise.allSettled([
        accept(deal.buyer, offer),
        makeOffer(testContext(database.db, deal.seller), { requestId, terms: licenceTerms(), note: '' }),
      ])
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      const rows = await database.db.select().from(offers).where(eq(offers.requestId, requestId))
      const live = rows.filter(({ state }) => state === 'open' || state === 'accepted')
      expect(live).toHaveLength(1)
    }
  })

  it('the database keeps one contract per request and one accepted offer', async () => {
    const deal = await makeDeal(database.db)
    const offer = await beginWithOffer(database.db, deal)
    const contract = await accept(deal.buyer, offer)
    const second = { ...contract, id: offer.id }
    const cause = { constraint_name: 'contracts_request_id_unique' }
    await expect(database.db.insert(contracts).values(second)).rejects.toMatchObject({ cause })
  })

  it('is refused for an offer superseded or withdrawn, and in ended talks', async () => {
    const deal = await makeDeal(database.db)
    const first = await beginWithOffer(database.db, deal)
    const { requestId } = first
    const context = testContext(database.db, deal.seller)
    const second = await makeOffer(context, { requestId, terms: licenceTerms(), note: '' })
    await expect(accept(deal.buyer, first)).rejects.toMatchObject({ code: 'offer.wrong_state' })
    await withdrawOffer(context, { requestId, offerId: second.id })
    await expect(accept(deal.buyer, second)).rejects.toMatchObject({ code: 'offer.wrong_state' })
    const third = await makeOffer(context, { requestId, terms: licenceTerms(), note: '' })
    await declineRequest(context, { id: requestId, reason: 'price_or_terms', words: '' })
    await expect(accept(deal.buyer, third)).rejects.toMatchObject({ code: 'request.wrong_state' })
  })

  it('is not for the side that made the offer, nor for viewers', async () => {
    const deal = await makeDeal(database.db)
    const offer = await beginWithOffer(database.db, deal)
    await expect(accept(deal.seller, offer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(accept(viewer, offer)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it('does not exist for another organization, nor under another request', async () => {
    const deal = await makeDeal(database.db)
    const offer = await beginWithOffer(database.db, deal)
    const stranger = await makeActor(database.db, 'company')
    await expect(accept(stranger, offer)).rejects.toMatchObject({ code: 'request.not_found' })
    const other = await makeDeal(database.db)
    const { id: requestId } = await beginTalks(database.db, other)
    const crossed = accept(other.buyer, { requestId, id: offer.id })
    await expect(crossed).rejects.toMatchObject({ code: 'offer.not_found' })
  })

  it('leaves the listing under negotiation until the contract is signed', async () => {
    const deal = await makeDeal(database.db)
    await accept(deal.buyer, await beginWithOffer(database.db, deal))
    const [listing] = await database.db.select().from(listings).where(eq(listings.id, deal.listingId))
    expect(listing?.state).toBe('under_negotiation')
  })
})
