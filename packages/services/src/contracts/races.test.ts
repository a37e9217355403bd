import { contracts, listings, offers, requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { isRefusal } from '@market/domain'
import { and, eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptRequest, declineRequest, makeOffer, withdrawRequest } from '../licensing/index.ts'
import {
  ask,
  attachBoth,
  beginTalks,
  beginWithOffer,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeDeal,
  makeReadyContract,
  testContext,
} from '../testing/index.ts'
import { acceptOffer, makeContractReady, signContract } from './index.ts'

describe('many people on one listing at once', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const rivalOf = async (deal: DealFixture): Promise<DealFixture> => ({
    ...deal,
    buyer: await makeActor(database.db, 'company', ['negotiator', 'signatory']),
  })
  const as = (actor: DealFixture['seller']) => testContext(database.db, actor)

  /** Whoever loses hears a refusal; a raw database error would be a rule the code forgot. */
  const runAll = async (steps: (() => Promise<unknown>)[]): Promise<void> => {
    const results = await Promise.allSettled(steps.map((step) => step()))
    const unexpected = results.filter((result) => result.status === 'rejected' && !isRefusal(result.reason))
    expect(unexpected).toEqual([])
  }

  const stateOf = async (listingId: string) => {
    const [row] = await database.db.select().from(listings).where(eq(listings.id, listingId))
    return row?.state
  }
  const requestsIn = (listingId: string, states: (typeof requests.$inferSelect)['state'][]) =>
    database.db
      .select()
      .from(requests)
      .where(and(eq(requests.listingId, listingId), inArray(requests.state, states)))

  it('the listing stands under negotiation exactly while somebody talks', async () => {
    for (let round = 0; round < 4; round += 1) {
      const deal = await makeDeal(database.db)
      const steps: (() => Promise<unknown>)[] = []
      for (let rival = 0; rival < 3; rival += 1) {
        const side = await rivalOf(deal)
        const { requestId, id: offerId } = await beginWithOffer(database.db, side)
        steps.push(
          () => declineRequest(as(deal.seller), { id: requestId, reason: 'too_early', words: '' }),
          () => withdrawRequest(as(side.buyer), requestId),
          () => makeOffer(as(side.buyer), { requestId, terms: licenceTerms(), note: '' }),
        )
        if (rival === round) steps.push(() => acceptOffer(as(side.buyer), { requestId, offerId }))
      }
      const fresh = await rivalOf(deal)
      const { id } = await ask(database.db, fresh)
      steps.push(
        () => acceptRequest(as(deal.seller), id),
        () => withdrawRequest(as(fresh.buyer), id),
      )
      await runAll(steps)
      const talking = await requestsIn(deal.listingId, ['accepted', 'negotiating', 'agreed', 'contracted'])
      expect(await stateOf(deal.listingId)).toBe(talking.length > 0 ? 'under_negotiation' : 'published')
    }
  })

  it('an assignment signed amid other talks ends them all, whatever they were just doing', async () => {
    for (let round = 0; round < 4; round += 1) {
      const deal = await makeDeal(database.db)
      const { id } = await makeReadyContract(database.db, deal, 'assignment')
      await attachBoth(database.db, deal, id)
      await signContract(as(deal.seller), id)
      const steps = [() => signContract(as(deal.buyer), id)] as (() => Promise<unknown>)[]
      for (let rival = 0; rival < 2; rival += 1) {
        const side = await rivalOf(deal)
        const { requestId, id: offerId } = await beginWithOffer(database.db, side)
        const waiting = await rivalOf(deal)
        const { id: waitingId } = await ask(database.db, waiting)
        steps.push(
          () => acceptRequest(as(deal.seller), waitingId),
          () => rivalOf(deal).then((late) => ask(database.db, late)),
          () => acceptOffer(as(side.buyer), { requestId, offerId }),
          () => makeOffer(as(side.buyer), { requestId, terms: licenceTerms(), note: '' }),
        )
      }
      await runAll(steps)
      expect(await stateOf(deal.listingId)).toBe('transferred')
      expect(await requestsIn(deal.listingId, ['submitted', 'accepted', 'negotiating', 'agreed'])).toEqual([])
    }
  })

  it('of an exclusive licence and others of the same right, time, territory and field one is granted', async () => {
    const modes = ['exclusive_licence', 'exclusive_licence', 'ordinary_licence'] as const
    const deal = await makeDeal(database.db, { transferModes: ['exclusive_licence', 'ordinary_licence'] })
    const exclusivities = { exclusive_licence: 'exclusive', ordinary_licence: 'non_exclusive' } as const
    const steps: (() => Promise<unknown>)[] = []
    for (const transferMode of modes) {
      const side = await rivalOf(deal)
      const { id: requestId } = await beginTalks(database.db, side, transferMode)
      const terms = licenceTerms({ transferMode, exclusivity: exclusivities[transferMode] })
      const { id: offerId } = await makeOffer(as(deal.seller), { requestId, terms, note: '' })
      const { id, revision } = await acceptOffer(as(side.buyer), { requestId, offerId })
      await makeContractReady(as(deal.seller), { id, revision })
      await attachBoth(database.db, side, id)
      await signContract(as(deal.seller), id)
      steps.push(() => signContract(as(side.buyer), id))
    }
    const results = await Promise.allSettled(steps.map((step) => step()))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'contract.right_taken' })
    }
  })

  it('no request ends with two live offers or two contracts', async () => {
    const deal = await makeDeal(database.db)
    const { requestId, id: offerId } = await beginWithOffer(database.db, deal)
    const offer = (actor: DealFixture['seller']) => () =>
      makeOffer(as(actor), { requestId, terms: licenceTerms(), note: '' })
    const accept = () => acceptOffer(as(deal.buyer), { requestId, offerId })
    await runAll([offer(deal.buyer), accept, offer(deal.seller), accept, offer(deal.buyer), accept])
    const live = await database.db
      .select()
      .from(offers)
      .where(and(eq(offers.requestId, requestId), inArray(offers.state, ['open', 'accepted'])))
    expect(live).toHaveLength(1)
    const made = await database.db.select().from(contracts).where(eq(contracts.requestId, requestId))
    expect(made.length).toBe(live[0]?.state === 'accepted' ? 1 : 0)
  })
})
