import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  ask,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  makeListing,
  makeMember,
  requestInput,
  testContext,
} from '../testing/index.ts'
import { type CreateRequestInput, createRequest } from './index.ts'

describe('createRequest', () => {
  let database: TestDatabase
  let deal: DealFixture

  beforeAll(async () => {
    database = await createTestDatabase()
    deal = await makeDeal(database.db)
  })
  afterAll(() => database.drop())

  const create = (changes: Partial<CreateRequestInput> = {}, actor = deal.buyer) =>
    createRequest(testContext(database.db, actor), { ...requestInput(deal.listingId), ...changes })

  it('stores the request with what the mode implies and leaves an audit row', async () => {
    const fresh = await makeDeal(database.db)
    const request = await ask(database.db, fresh)
    expect(request).toMatchObject({
      state: 'submitted',
      exclusivity: 'non_exclusive',
      listingVersion: 1,
      requesterId: fresh.buyer.organizationId,
      ownerId: fresh.seller.organizationId,
    })
    expect(await auditActionsOf(database.db, request.id)).toEqual(['request.create'])
  })

  it('keeps one open request per company, listing and mode, also when two arrive at once', async () => {
    const fresh = await makeDeal(database.db)
    const results = await Promise.allSettled([1, 2, 3].map(() => ask(database.db, fresh)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'request.already_open' })
    }
    await expect(ask(database.db, fresh, 'assignment')).resolves.toMatchObject({ state: 'submitted' })
  })

  it('is refused while the owner is suspended and could not answer', async () => {
    const suspended = await makeActor(database.db, 'university', ['owner'], 'suspended')
    const listingId = await makeListing(database.db, suspended)
    await expect(create({ listingId })).rejects.toMatchObject({ code: 'listing.not_requestable' })
  })

  it.each(['transferred', 'withdrawn', 'expired'] as const)('is refused on a listing %s', async (state) => {
    const listingId = await makeListing(database.db, deal.seller, { state })
    const code = state === 'transferred' ? 'listing.not_requestable' : 'listing.not_found'
    await expect(create({ listingId })).rejects.toMatchObject({ code })
  })

  it('does not betray a draft', async () => {
    const listingId = await makeListing(database.db, deal.seller, { state: 'draft' })
    await expect(create({ listingId })).rejects.toMatchObject({ code: 'listing.not_found' })
  })

  it('names every field that is wrong', async () => {
    const wrong = { transferMode: 'sole_licence', exclusivity: 'exclusive', termMonths: null } as const
    await expect(create(wrong)).rejects.toMatchObject({
      code: 'request.invalid',
      details: {
        problems: [
          { path: 'transferMode', code: 'request.mode_not_offered' },
          { path: 'exclusivity', code: 'terms.exclusivity_mismatch' },
          { path: 'termMonths', code: 'terms.term_required' },
        ],
      },
    })
  })

  it('is not for the owner of the listing', async () => {
    await expect(create({}, deal.seller)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it('is not for viewers, agencies, the unverified and strangers', async () => {
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(create({}, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const agency = await makeActor(database.db, 'agency')
    await expect(create({}, agency)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const pending = await makeActor(database.db, 'company', ['owner'], 'pending')
    await expect(create({}, pending)).rejects.toMatchObject({ code: 'organization.not_verified' })
    const nobody = createRequest(testContext(database.db), requestInput(deal.listingId))
    await expect(nobody).rejects.toMatchObject({ code: 'session.required' })
  })
})
