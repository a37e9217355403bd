import { brokerages } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import type { Commission } from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { acceptOffer } from '../../contracts/index.ts'
import { findFile } from '../../files/index.ts'
import {
  ask,
  auditActionsOf,
  beginWithOffer,
  type DealFixture,
  makeActor,
  makeDeal,
  makeFile,
  makeMember,
  testContext,
} from '../../testing/index.ts'
import {
  acceptRequest,
  agreeToBrokerage,
  endBrokerage,
  getRequest,
  listBrokerages,
  listRequests,
  proposeBroker,
  refuseBrokerage,
  sendMessage,
  withdrawRequest,
} from '../index.ts'

const COMMISSION: Commission = { payer: 'both', ratePercent: 2.5, amountFen: null }

let database: TestDatabase
let deal: DealFixture
let broker: Actor & { organizationId: string }
let requestId: string

const as = (actor: Actor) => testContext(database.db, actor)
const propose = (
  actor: Actor = deal.seller,
  commission: Commission = COMMISSION,
  organizationId = broker.organizationId,
) => proposeBroker(as(actor), { requestId, organizationId, commission, words: '撮合双方，协助谈判' })
const activate = async () => {
  const { id } = await propose()
  await agreeToBrokerage(as(broker), id)
  return agreeToBrokerage(as(deal.buyer), id)
}

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  deal = await makeDeal(database.db)
  broker = await makeActor(database.db, 'agency', ['negotiator'])
  requestId = (await ask(database.db, deal)).id
})

describe('proposing a broker', () => {
  it('shows both sides who and for what, lets the broker see the deal and nothing of the talks, and leaves an audit row', async () => {
    const { id } = await propose()
    expect(await auditActionsOf(database.db, id)).toEqual(['brokerage.propose'])
    for (const [side, actions] of [
      [deal.buyer, ['brokerage.agree', 'brokerage.refuse']],
      [deal.seller, ['brokerage.end']],
    ] as const) {
      const { brokerages: shown } = await getRequest(as(side), requestId)
      expect(shown).toMatchObject([{ brokerage: { id, commission: COMMISSION, state: 'proposed' }, actions }])
    }
    const { items } = await listBrokerages(as(broker), { limit: 10 })
    expect(items).toMatchObject([
      {
        brokerage: { id },
        deal: { listing: { id: deal.listingId } },
        actions: expect.arrayContaining(['brokerage.agree']),
      },
    ])
    await expect(getRequest(as(broker), requestId)).rejects.toMatchObject({ code: 'request.not_found' })
  })

  it('needs a verified agency or provider that is no side, and one way of counting the commission', async () => {
    const company = await makeActor(database.db, 'company')
    const problems = (path: string, code: string) => ({
      code: 'brokerage.invalid',
      details: { problems: [{ path, code }] },
    })
    for (const organizationId of [company.organizationId, deal.buyer.organizationId]) {
      await expect(propose(deal.seller, COMMISSION, organizationId)).rejects.toMatchObject(
        problems('organizationId', 'brokerage.not_a_broker'),
      )
    }
    await expect(
      propose(deal.seller, { payer: 'buyer', ratePercent: 2, amountFen: 100 }),
    ).rejects.toMatchObject(problems('commission.ratePercent', 'brokerage.rate_or_amount'))
  })

  it('is refused twice for one broker, and once the talks are over', async () => {
    await propose()
    await expect(propose(deal.buyer)).rejects.toMatchObject({ code: 'brokerage.proposed_already' })
    await withdrawRequest(as(deal.buyer), requestId)
    const other = await makeActor(database.db, 'provider', ['negotiator'])
    await expect(propose(deal.seller, COMMISSION, other.organizationId)).rejects.toMatchObject({
      code: 'request.wrong_state',
    })
  })

  it('is for negotiators of the two sides', async () => {
    const stranger = await makeActor(database.db, 'company', ['negotiator'])
    await expect(propose(stranger)).rejects.toMatchObject({ code: 'request.not_found' })
    await expect(propose(broker)).rejects.toMatchObject({ code: 'request.not_found' })
    const viewer = await makeMember(database.db, deal.seller.organizationId, ['viewer'])
    await expect(propose(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})

describe('agreeing to a broker', () => {
  it('makes the broker part of the talks once both have agreed, in whatever order', async () => {
    const { id, state } = await activate()
    expect(state).toBe('active')
    expect(await auditActionsOf(database.db, id)).toEqual([
      'brokerage.propose',
      'brokerage.agree',
      'brokerage.agree',
    ])
    const fileId = await makeFile(database.db, deal.seller, { purpose: 'deal_document' })
    await sendMessage(as(deal.seller), { requestId, body: '请看附件。', fileIds: [fileId] })
    await sendMessage(as(broker), { requestId, body: '建议下周面谈。', fileIds: [] })
    const seen = await getRequest(as(broker), requestId)
    expect(seen).toMatchObject({ side: 'broker', actions: ['message.send'], waitingForMe: false })
    expect(seen.messages.map(({ body }) => body)).toEqual(['请看附件。', '建议下周面谈。'])
    await expect(findFile(as(broker), fileId)).resolves.toMatchObject({ id: fileId })
    const { items } = await listRequests(as(broker), { role: 'broker', limit: 10 })
    expect(items.map(({ request }) => request.id)).toEqual([requestId])
  })

  it('does not let the broker answer or deal for either side', async () => {
    await activate()
    await expect(acceptRequest(as(broker), requestId)).rejects.toMatchObject({ code: 'policy.forbidden' })
    deal = await makeDeal(database.db)
    const offer = await beginWithOffer(database.db, deal)
    requestId = offer.requestId
    await activate()
    const taking = acceptOffer(as(broker), { requestId, offerId: offer.id })
    await expect(taking).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it('is done once by each, and not by the side that proposed it', async () => {
    const { id } = await propose()
    await expect(agreeToBrokerage(as(deal.seller), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await agreeToBrokerage(as(broker), id)
    await expect(agreeToBrokerage(as(broker), id)).rejects.toMatchObject({ code: 'brokerage.agreed_already' })
    await agreeToBrokerage(as(deal.buyer), id)
    await expect(agreeToBrokerage(as(deal.buyer), id)).rejects.toMatchObject({
      code: 'brokerage.wrong_state',
    })
  })

  it('counts both when they come at the same instant', async () => {
    const { id } = await propose()
    await Promise.all([agreeToBrokerage(as(broker), id), agreeToBrokerage(as(deal.buyer), id)])
    const [row] = await database.db.select().from(brokerages).where(eq(brokerages.id, id))
    expect(row?.state).toBe('active')
  })

  it('is nobody else’s', async () => {
    const { id } = await propose()
    for (const kind of ['company', 'agency'] as const) {
      const stranger = await makeActor(database.db, kind, ['negotiator'])
      await expect(agreeToBrokerage(as(stranger), id)).rejects.toMatchObject({ code: 'brokerage.not_found' })
    }
    const viewer = await makeMember(database.db, broker.organizationId, ['viewer'])
    await expect(agreeToBrokerage(as(viewer), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})

describe('refusing a broker', () => {
  it('ends the proposal, names who did, and leaves an audit row', async () => {
    const { id } = await propose()
    const { state, closedBy } = await refuseBrokerage(as(deal.buyer), id)
    expect({ state, closedBy }).toEqual({ state: 'refused', closedBy: deal.buyer.organizationId })
    expect(await auditActionsOf(database.db, id)).toEqual(['brokerage.propose', 'brokerage.refuse'])
    await expect(agreeToBrokerage(as(broker), id)).rejects.toMatchObject({ code: 'brokerage.wrong_state' })
    await expect(refuseBrokerage(as(broker), id)).rejects.toMatchObject({ code: 'brokerage.wrong_state' })
  })

  it('comes too late once all have agreed', async () => {
    const { id } = await activate()
    for (const side of [deal.buyer, broker]) {
      await expect(refuseBrokerage(as(side), id)).rejects.toMatchObject({ code: 'brokerage.wrong_state' })
    }
  })

  it('is for the broker and the side that was asked', async () => {
    const { id } = await propose()
    await expect(refuseBrokerage(as(deal.seller), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const stranger = await makeActor(database.db, 'agency', ['negotiator'])
    await expect(refuseBrokerage(as(stranger), id)).rejects.toMatchObject({ code: 'brokerage.not_found' })
    const viewer = await makeMember(database.db, broker.organizationId, ['viewer'])
    await expect(refuseBrokerage(as(viewer), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})

describe('ending a brokerage', () => {
  it('takes the broker out of the talks; another may be proposed', async () => {
    const { id } = await activate()
    await endBrokerage(as(deal.seller), id)
    expect(await auditActionsOf(database.db, id)).toContain('brokerage.end')
    await expect(getRequest(as(broker), requestId)).rejects.toMatchObject({ code: 'request.not_found' })
    await expect(sendMessage(as(broker), { requestId, body: '还在吗？', fileIds: [] })).rejects.toMatchObject(
      {
        code: 'request.not_found',
      },
    )
    await expect(endBrokerage(as(broker), id)).rejects.toMatchObject({ code: 'brokerage.wrong_state' })
    await expect(propose(deal.buyer)).resolves.toMatchObject({ state: 'proposed' })
  })

  it('is nobody else’s, and not a viewer’s', async () => {
    const { id } = await activate()
    const stranger = await makeActor(database.db, 'provider', ['negotiator'])
    await expect(endBrokerage(as(stranger), id)).rejects.toMatchObject({ code: 'brokerage.not_found' })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(endBrokerage(as(viewer), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})

describe('what was agreed', () => {
  it('is never changed, not even by the database', async () => {
    const { id } = await activate()
    const rewrite = database.db
      .update(brokerages)
      .set({ commission: { payer: 'buyer', ratePercent: 9, amountFen: null } })
      .where(eq(brokerages.id, id))
    await expect(rewrite).rejects.toThrow()
    await expect(database.db.delete(brokerages).where(eq(brokerages.id, id))).rejects.toThrow()
  })
})
