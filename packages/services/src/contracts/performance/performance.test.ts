import { contractObligationMarks, contracts, events } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFile } from '../../files/index.ts'
import {
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeFile,
  makeMember,
  makeSignedContract,
  testContext,
} from '../../testing/index.ts'
import { type ContractRow, endContract, getPerformance, markObligation, watchContracts } from '../index.ts'

const LATER = '2026-05-26T02:00:00Z'

describe('after signing', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    contract = await makeSignedContract(database.db, deal)
  })

  const by = (actor = deal.seller, clock: FixedClock = fixedClock(LATER)) =>
    testContext(database.db, actor, clock)
  const mark = (actor = deal.seller, changes: Partial<Parameters<typeof markObligation>[1]> = {}) =>
    markObligation(by(actor), {
      id: contract.id,
      key: 'licence_filing',
      doneOn: '2026-04-01',
      note: '备案号 X2026',
      fileId: null,
      ...changes,
    })
  const filing = async () =>
    (await getPerformance(by(), contract.id)).obligations.find(({ key }) => key === 'licence_filing')
  const end = (
    actor = deal.seller,
    kind: 'performed' | 'terminated' = 'terminated',
    endedOn = '2026-05-20',
    reason = '双方协商解除',
  ) => endContract(by(actor), { id: contract.id, kind, endedOn, reason })

  it('shows the filing within three months of taking effect, for the seller to mark', async () => {
    expect(await filing()).toMatchObject({ dueOn: '2026-06-02', state: 'open', markable: true })
    await mark()
    expect(await filing()).toMatchObject({ state: 'done', doneOn: '2026-04-01', note: '备案号 X2026' })
    expect(await auditActionsOf(database.db, contract.id)).toContain('contract.obligation_done')
    await expect(mark(deal.buyer)).rejects.toMatchObject({ code: 'obligation.already_done' })
  })

  it('takes a file that shows it, for both sides to read and nobody else', async () => {
    const fileId = await makeFile(database.db, deal.seller, { purpose: 'performance_evidence' })
    await mark(deal.seller, { fileId })
    expect(await auditActionsOf(database.db, contract.id)).toContain('contract.obligation_done')
    const evidence = { fileId, name: expect.any(String), sizeBytes: expect.any(Number) }
    expect(await filing()).toMatchObject({ state: 'done', evidence })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    for (const reader of [deal.seller, deal.buyer, viewer]) {
      expect(await findFile(by(reader), fileId)).toMatchObject({ id: fileId })
    }
    const stranger = await makeActor(database.db, 'company')
    const agent = await makeActor(database.db, 'agency')
    await database.db
      .update(contracts)
      .set({ agencyId: agent.organizationId })
      .where(eq(contracts.id, contract.id))
    for (const other of [stranger, agent]) {
      await expect(findFile(by(other), fileId)).rejects.toMatchObject({ code: 'file.not_found' })
    }
    const { obligations } = await getPerformance(by(agent), contract.id)
    expect(obligations.find(({ key }) => key === 'licence_filing')).toMatchObject({ evidence: null })
  })

  it('takes no file of another organization, nor one stored for something else', async () => {
    const theirs = await makeFile(database.db, deal.buyer, { purpose: 'performance_evidence' })
    const other = await makeFile(database.db, deal.seller, { purpose: 'listing_attachment' })
    for (const fileId of [theirs, other]) {
      await expect(mark(deal.seller, { fileId })).rejects.toMatchObject({
        details: { problems: [{ path: 'fileId', code: 'file.not_found' }] },
      })
    }
    expect(await filing()).toMatchObject({ state: 'open', evidence: null })
  })

  it('refuses what follows other records, what is unknown and days that cannot be', async () => {
    await expect(mark(deal.seller, { key: 'registration' })).rejects.toMatchObject({
      code: 'obligation.follows_records',
    })
    await expect(mark(deal.seller, { key: 'x' })).rejects.toMatchObject({ code: 'obligation.not_found' })
    for (const doneOn of ['2026-05-27', '2026-03-01']) {
      await expect(mark(deal.seller, { doneOn })).rejects.toMatchObject({
        details: { problems: [{ path: 'doneOn', code: 'obligation.day_out_of_range' }] },
      })
    }
  })

  it('is for the people of the two sides, once it is signed', async () => {
    const stranger = await makeActor(database.db, 'company', ['editor'])
    await expect(mark(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    await expect(getPerformance(by(stranger), contract.id)).rejects.toMatchObject({
      code: 'contract.not_found',
    })
    const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
    await expect(mark(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(end(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(end(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    deal = await makeDeal(database.db)
    contract = await makeContract(database.db, deal)
    await expect(mark()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    await expect(end()).rejects.toMatchObject({ code: 'contract.wrong_state' })
  })

  it('is over once both sides say the same of the same day', async () => {
    expect(await end()).toMatchObject({ state: 'signed', endedOn: null })
    expect(await end(deal.buyer, 'terminated', '2026-05-19')).toMatchObject({ state: 'signed' })
    expect(await end(deal.buyer)).toMatchObject({ state: 'terminated', endedOn: '2026-05-20' })
    await expect(end()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    expect(await auditActionsOf(database.db, contract.id)).toContain('contract.declare_ending')
  })

  it('a termination gives its reason and lies in the past', async () => {
    await expect(end(deal.seller, 'terminated', '2026-05-20', ' ')).rejects.toMatchObject({
      details: { problems: [{ path: 'reason' }] },
    })
    await expect(end(deal.seller, 'performed', '2026-06-01')).rejects.toMatchObject({
      details: { problems: [{ path: 'endedOn' }] },
    })
  })

  it('the calendar brings it into force and to its end, and reminds once', async () => {
    const work = (at: string) => ({ ...by(), actor: null, clock: fixedClock(at) })
    // The newest of several: with two at a time it is not among the first.
    await watchContracts(work(LATER), 2)
    await watchContracts(work(LATER))
    const state = async () => {
      const [row] = await database.db.select().from(contracts).where(eq(contracts.id, contract.id))
      return row?.state
    }
    expect(await state()).toBe('in_force')
    const told = await database.db
      .select()
      .from(events)
      .where(and(eq(events.subjectId, contract.id), eq(events.type, 'contract.obligation_due')))
    expect(told.map(({ payload }) => payload)).toMatchObject([{ key: 'licence_filing', daysLeft: 7 }])
    await watchContracts(work('2031-03-03T02:00:00Z'))
    expect(await state()).toBe('expired')
  })

  it('the calendar ends in one run what began and ended since the last', async () => {
    const late = fixedClock('2031-03-03T02:00:00Z')
    await watchContracts({ ...by(), actor: null, clock: late })
    const [row] = await database.db.select().from(contracts).where(eq(contracts.id, contract.id))
    expect(row?.state).toBe('expired')
  })

  it('the database keeps what was said and ends nothing on one side’s word', async () => {
    await mark()
    const own = eq(contractObligationMarks.contractId, contract.id)
    const forged = database.db.update(contractObligationMarks).set({ note: 'x' }).where(own)
    await expect(forged).rejects.toThrow()
    await end()
    const alone = database.db.update(contracts).set({ state: 'terminated', endedOn: '2026-05-20' })
    await expect(alone.where(eq(contracts.id, contract.id))).rejects.toThrow()
  })
})
