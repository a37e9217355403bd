import { organizations, rewardDistributions, rewardShares } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { equalShares, type RewardPlan } from '@market/domain/payments'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf, makeContract, makeDeal, makeMember } from '../../testing/index.ts'
import { approveReward, distributeReceipts, draftReward, getReward } from '../index.ts'
import { makeTill, type Till } from '../testing/index.ts'

const PLAN: RewardPlan = {
  rule: 'statutory',
  reference: '',
  inventorPart: 5_000,
  costs: [{ kind: 'evaluation', note: '评估', amountFen: 10_001 }],
  shares: equalShares(['甲', '乙', '丙']),
}

describe('the split of a contract’s income with its inventors', () => {
  let database: TestDatabase
  let till: Till

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    till = await makeTill(database.db, fixedClock('2026-03-02T02:00:00Z'))
    await database.db
      .update(organizations)
      .set({ stateOwned: true })
      .where(eq(organizations.id, till.owner.organizationId))
  })

  const draft = (changes: Partial<RewardPlan> = {}, revision: number | null = null, actor = till.receiver) =>
    draftReward(till.as(actor), { contractId: till.contractId, revision, plan: { ...PLAN, ...changes } })
  const approve = (revision = 1, actor = till.owner) =>
    approveReward(till.as(actor), { contractId: till.contractId, revision })
  const read = (actor = till.receiver) => getReward(till.as(actor), till.contractId)
  const share = () => distributeReceipts(till.as(null), till.contractId)

  it('is drafted and redrafted, with an audit row each', async () => {
    const { id } = await draft()
    await draft({ inventorPart: 6_000 }, 1)
    expect(await read()).toMatchObject({ split: { revision: 2 }, plan: { inventorPart: 6_000 } })
    expect(await auditActionsOf(database.db, id)).toEqual(['reward.draft', 'reward.draft'])
  })

  it('keeps to the floor, to the whole and to the revision read', async () => {
    await expect(draft({ inventorPart: 4_999 })).rejects.toMatchObject({
      code: 'reward.invalid',
      details: { problems: [{ path: 'inventorPart', code: 'reward.below_floor' }] },
    })
    await expect(draft({ shares: [] })).rejects.toMatchObject({ code: 'reward.invalid' })
    await draft()
    await expect(draft()).rejects.toMatchObject({ code: 'reward.changed_meanwhile' })
    await expect(approve(2)).rejects.toMatchObject({ code: 'reward.changed_meanwhile' })
  })

  it('is closed by its approval, in the database as well', async () => {
    const { id } = await draft()
    await approve()
    expect(await auditActionsOf(database.db, id)).toEqual(['reward.draft', 'reward.approve'])
    await expect(draft({}, 1)).rejects.toMatchObject({ code: 'reward.approved_already' })
    await expect(approve()).rejects.toMatchObject({ code: 'reward.approved_already' })
    const changed = database.db.update(rewardShares).set({ share: 1 }).where(eq(rewardShares.splitId, id))
    await expect(changed).rejects.toThrow()
  })

  it('waits for a plan, and for the signatures of the contract', async () => {
    await expect(approve()).rejects.toMatchObject({ code: 'reward.not_found' })
    const deal = await makeDeal(database.db)
    const { id: contractId } = await makeContract(database.db, deal)
    await draftReward(till.as(deal.seller), { contractId, revision: null, plan: PLAN })
    const early = approveReward(till.as(deal.seller), { contractId, revision: 1 })
    await expect(early).rejects.toMatchObject({ code: 'reward.not_signed' })
  })

  it('is drafted once by two at the same instant', async () => {
    const results = await Promise.allSettled([draft(), draft({ inventorPart: 6_000 })])
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = results.find((each) => each.status === 'rejected')
    expect(lost).toMatchObject({ reason: { code: 'reward.changed_meanwhile' } })
  })

  it('is hidden from the buyer and from strangers, and from the seller’s viewers; finance does not approve', async () => {
    await draft()
    for (const actor of [till.payer, till.stranger, till.viewer]) {
      await expect(read(actor)).rejects.toMatchObject({ code: 'reward.not_found' })
      await expect(draft({}, 1, actor)).rejects.toMatchObject({ code: 'reward.not_found' })
      await expect(approve(1, actor)).rejects.toMatchObject({ code: 'reward.not_found' })
    }
    await expect(approve(1, till.receiver)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const editor = await makeMember(database.db, till.owner.organizationId, ['editor'])
    await expect(read(editor)).rejects.toMatchObject({ code: 'reward.not_found' })
  })

  it('shares what came before the approval and after it, once, to the fen', async () => {
    const [due] = till.dues
    await till.pay(due, 1_000_000)
    await draft()
    expect(await share()).toBe(0)
    await approve()
    await till.pay(due, 333_335)
    expect(await share()).toBe(1)
    expect(await share()).toBe(0)
    const { distributions, totals, standing, receivedFen } = await read()
    expect(distributions.map(({ amountFen, costFen }) => [amountFen, costFen])).toEqual([
      [1_000_000, 10_001],
      [333_335, 0],
    ])
    for (const { poolFen, parts } of distributions) {
      expect(parts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(poolFen)
    }
    expect(receivedFen).toBe(1_333_335)
    expect(standing).toMatchObject({ netFen: 1_323_334, poolFen: 661_667, institutionFen: 661_667 })
    expect(totals.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(661_667)
    const changed = database.db.update(rewardDistributions).set({ poolFen: 0, institutionFen: 0, netFen: 0 })
    await expect(changed).rejects.toThrow()
  })
})
