import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ask,
  beginTalks,
  beginWithOffer,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  requestInput,
  testContext,
} from '../testing/index.ts'
import {
  createRequest,
  declineRequest,
  getRequest,
  type ListRequestsInput,
  listRequests,
  makeOffer,
} from './index.ts'

describe('reading requests', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const list = async (actor: DealFixture['seller'], input: Partial<ListRequestsInput> = {}) =>
    listRequests(testContext(database.db, actor), { limit: 20, ...input })
  const get = (actor: DealFixture['seller'], id: string) => getRequest(testContext(database.db, actor), id)

  describe('getRequest', () => {
    it('shows both sides the same request, each with what it may do', async () => {
      const deal = await makeDeal(database.db, { technicalField: '05' })
      const { id } = await ask(database.db, deal)
      const asOwner = await get(deal.seller, id)
      const asRequester = await get(deal.buyer, id)
      expect(asOwner).toMatchObject({ side: 'owner', waitingForMe: true })
      expect(asOwner.actions).toEqual([
        'request.accept',
        'request.decline',
        'message.send',
        'brokerage.propose',
      ])
      expect(asRequester).toMatchObject({ side: 'requester', waitingForMe: false, technicalField: '05' })
      expect(asRequester.actions).toEqual(['request.withdraw', 'message.send', 'brokerage.propose'])
    })

    it('carries every offer and the story of the deal, contract included', async () => {
      const deal = await makeDeal(database.db)
      const contract = await makeContract(database.db, deal)
      const request = await get(deal.buyer, contract.requestId)
      expect(request).toMatchObject({
        contractId: contract.id,
        actions: ['message.send'],
        waitingForMe: false,
      })
      expect(request.request.state).toBe('contracted')
      expect(request.offers.map(({ version, state }) => [version, state])).toEqual([[1, 'accepted']])
      const story = request.timeline.map(({ action, organizationId }) => [action, organizationId])
      const [seller, buyer] = [deal.seller.organizationId, deal.buyer.organizationId]
      expect(story).toEqual([
        ['request.create', buyer],
        ['request.accept', seller],
        ['offer.make', seller],
        ['offer.accept', buyer],
        ['contract.draft', buyer],
        ['request.contract', buyer],
      ])
    })

    it('with an offer open, waits for the other side; without one, for either', async () => {
      const deal = await makeDeal(database.db)
      const { id } = await beginTalks(database.db, deal)
      const waiting = async () =>
        Promise.all([deal.seller, deal.buyer].map(async (side) => (await get(side, id)).waitingForMe))
      expect(await waiting()).toEqual([true, true])
      await makeOffer(testContext(database.db, deal.seller), {
        requestId: id,
        terms: licenceTerms(),
        note: '',
      })
      expect(await waiting()).toEqual([false, true])
      expect((await get(deal.seller, id)).actions).toContain('offer.withdraw')
      expect((await get(deal.buyer, id)).actions).toContain('offer.accept')
    })

    it('offers a viewer no action', async () => {
      const deal = await makeDeal(database.db)
      const { requestId } = await beginWithOffer(database.db, deal)
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      expect((await get(viewer, requestId)).actions).toEqual([])
    })

    it('does not exist for another organization, the operator included', async () => {
      const { id } = await ask(database.db, await makeDeal(database.db))
      for (const kind of ['company', 'operator'] as const) {
        const stranger = await makeActor(database.db, kind)
        await expect(get(stranger, id)).rejects.toMatchObject({ code: 'request.not_found' })
      }
    })
  })

  describe('listRequests', () => {
    it('pages without loss or repetition, the one that moved last first', async () => {
      const deal = await makeDeal(database.db)
      const clock = fixedClock('2026-03-02T02:00:00Z')
      const made: string[] = []
      for (let count = 0; count < 5; count += 1) {
        const buyer = await makeActor(database.db, 'company', ['negotiator'])
        const request = await createRequest(
          testContext(database.db, buyer, clock),
          requestInput(deal.listingId),
        )
        made.unshift(request.id)
        // Two at one instant: the id must break the tie.
        if (count % 2 === 0) clock.advance(1000)
      }
      const first = await list(deal.seller, { limit: 2 })
      const second = await list(deal.seller, { limit: 2, cursor: first.nextCursor ?? '' })
      const third = await list(deal.seller, { limit: 2, cursor: second.nextCursor ?? '' })
      expect(third.nextCursor).toBeNull()
      const seen = [first, second, third].flatMap(({ items }) => items.map(({ request }) => request.id))
      expect(seen).toEqual(made)
    })

    it('filters by side, state and whose turn it is', async () => {
      const deal = await makeDeal(database.db)
      const open = await ask(database.db, deal)
      const declined = await ask(database.db, deal, 'assignment')
      const no = { id: declined.id, reason: 'too_early', words: '' } as const
      await declineRequest(testContext(database.db, deal.seller), no)
      const idsOf = async (actor: DealFixture['seller'], input: Partial<ListRequestsInput>) =>
        (await list(actor, input)).items.map(({ request }) => request.id)
      expect(await idsOf(deal.seller, { role: 'owner' })).toHaveLength(2)
      expect(await idsOf(deal.seller, { role: 'requester' })).toEqual([])
      expect(await idsOf(deal.buyer, { role: 'requester', state: 'declined' })).toEqual([declined.id])
      expect(await idsOf(deal.seller, { waiting: 'me' })).toEqual([open.id])
      expect(await idsOf(deal.buyer, { waiting: 'me' })).toEqual([])
    })

    it('shows other organizations nothing and needs an organization', async () => {
      expect((await list(await makeActor(database.db, 'company'))).items).toEqual([])
      const nobody = { ...(await makeActor(database.db, 'company')), organizationId: null }
      const attempt = listRequests(testContext(database.db, nobody), { limit: 20 })
      await expect(attempt).rejects.toMatchObject({ code: 'organization.required' })
    })

    it('refuses a cursor that is not ours', async () => {
      const actor = await makeActor(database.db, 'company')
      await expect(list(actor, { cursor: 'x' })).rejects.toMatchObject({ code: 'cursor.invalid' })
    })
  })
})
