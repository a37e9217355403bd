import {
  contractSignatures,
  events,
  listings,
  noticeObjections,
  organizations,
  publicNotices,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findFile } from '../../files/index.ts'
import {
  attachBoth,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeFile,
  makeMember,
  makeReadyContract,
  makeSignedContract,
  testContext,
} from '../../testing/index.ts'
import {
  answerObjection,
  type ContractRow,
  getContract,
  getContractNotice,
  getNotice,
  getNoticeRecord,
  listNotices,
  postNotice,
  raiseObjection,
  recordDecision,
  signContract,
  watchNotices,
  withdrawNotice,
} from '../index.ts'

const POSTED_AT = '2026-03-02T02:00:00Z'
const LAST_DAY = '2026-03-17T02:00:00Z'
const AFTER = '2026-03-18T02:00:00Z'
const TEXT = { summary: '一种吸附材料', priceNote: '', relatedParty: false, relation: '' }
const OBJECTION = { name: '张三', contact: 'z@example.com', body: '权属有疑问。' }

describe('public notices', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    await database.db
      .update(organizations)
      .set({ stateOwned: true })
      .where(eq(organizations.id, deal.seller.organizationId))
    contract = await makeReadyContract(database.db, deal)
  })

  const as = (actor = deal.seller, at = POSTED_AT) => testContext(database.db, actor, fixedClock(at))
  const anybody = (at = POSTED_AT) => ({ ...as(deal.seller, at), actor: null })
  const post = (changes: Partial<typeof TEXT> = {}, actor = deal.seller) =>
    postNotice(as(actor), { contractId: contract.id, ...TEXT, ...changes })
  const object = (noticeId: string, at = POSTED_AT) => raiseObjection(anybody(at), { noticeId, ...OBJECTION })
  const answer = (
    objection: { noticeId: string; id: string },
    decision: 'upheld' | 'rejected' = 'rejected',
    actor = deal.seller,
  ) =>
    answerObjection(as(actor), {
      noticeId: objection.noticeId,
      objectionId: objection.id,
      decision,
      answer: '已核查。',
    })
  const DECISION = { decidedOn: '2026-03-01', body: '校长办公会', priceReason: '评估', minutesFileId: null }
  const viewer = () => makeMember(database.db, deal.seller.organizationId, ['viewer'])

  describe('postNotice', () => {
    it('posts what the contract says until the last day of the rules, and leaves an audit row', async () => {
      const notice = await post()
      expect(notice).toMatchObject({
        title: contract.title,
        priceFen: contract.contractAmountFen,
        postedOn: '2026-03-02',
        endsOn: '2026-03-17',
        basisVerified: false,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      })
      expect(await auditActionsOf(database.db, notice.id)).toEqual(['notice.post'])
    })

    it('is refused a second time, without words, where no notice is owed, and of a signed contract', async () => {
      await expect(post({ summary: ' ' })).rejects.toMatchObject({
        details: { problems: [{ path: 'summary' }] },
      })
      await expect(post({ relatedParty: true })).rejects.toMatchObject({
        details: { problems: [{ path: 'relation' }] },
      })
      await post()
      await expect(post()).rejects.toMatchObject({ code: 'notice.posted_already' })
      await database.db.update(listings).set({ priceMode: 'fixed' }).where(eq(listings.id, deal.listingId))
      await expect(post()).rejects.toMatchObject({ code: 'notice.not_owed' })
      const other = await makeDeal(database.db)
      contract = await makeSignedContract(database.db, other)
      await expect(post({}, other.seller)).rejects.toMatchObject({ code: 'contract.wrong_state' })
    })

    it('is hidden from other organizations and forbidden to the buyer and to viewers', async () => {
      const stranger = await makeActor(database.db, 'university')
      await expect(post({}, stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
      await expect(post({}, deal.buyer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await expect(post({}, await viewer())).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })

  describe('signing', () => {
    const sign = (actor = deal.seller, at = AFTER) => signContract(as(actor, at), contract.id)

    it('waits for the notice, its end and the answers', async () => {
      await attachBoth(database.db, deal, contract.id)
      await expect(sign()).rejects.toMatchObject({ code: 'contract.notice_missing' })
      const { id } = await post()
      await expect(sign(deal.seller, LAST_DAY)).rejects.toMatchObject({
        code: 'contract.notice_running',
        details: { endsOn: '2026-03-17' },
      })
      const objection = await object(id)
      await expect(sign()).rejects.toMatchObject({ code: 'contract.objection_open' })
      await answer(objection)
      expect(await sign()).toMatchObject({ state: 'ready' })
      expect(await sign(deal.buyer)).toMatchObject({ state: 'signed' })
      await expect(withdrawNotice(as(), { id, reason: '误' })).rejects.toMatchObject({
        code: 'notice.signed_upon',
      })
    })

    it('does not go on over an objection that was upheld; another notice starts anew', async () => {
      await attachBoth(database.db, deal, contract.id)
      const first = await post()
      await answer(await object(first.id), 'upheld')
      await expect(sign()).rejects.toMatchObject({ code: 'contract.objection_upheld' })
      await withdrawNotice(as(deal.seller, AFTER), { id: first.id, reason: '更正' })
      await expect(sign()).rejects.toMatchObject({ code: 'contract.notice_missing' })
      await postNotice(as(deal.seller, AFTER), { contractId: contract.id, ...TEXT })
      await expect(sign()).rejects.toMatchObject({ code: 'contract.notice_running' })
    })

    it('is barred by the database as well', async () => {
      await attachBoth(database.db, deal, contract.id)
      await post()
      const forced = database.db
        .update(contractSignatures)
        .set({ confirmedBy: deal.seller.userId, confirmedAt: new Date(LAST_DAY) })
        .where(eq(contractSignatures.contractId, contract.id))
      await expect(forced).rejects.toMatchObject({
        cause: { constraint_name: 'contract_signatures_after_notice' },
      })
    })
  })

  describe('objections', () => {
    it('come from anybody by name while the notice runs, and keep the name from the public and the trail', async () => {
      const { id } = await post()
      await object(id, LAST_DAY)
      const seen = await getNotice(anybody(), id)
      expect(seen).toMatchObject({ inside: false, objections: [{ state: 'open' }] })
      expect(await auditActionsOf(database.db, id)).toContain('notice.object')
      await expect(object(id, AFTER)).rejects.toMatchObject({ code: 'notice.not_running' })
      await expect(object('0190f0c4-0000-7000-8000-000000000000')).rejects.toMatchObject({
        code: 'notice.not_found',
      })
      await withdrawNotice(as(), { id, reason: '更正' })
      await expect(object(id)).rejects.toMatchObject({ code: 'notice.not_running' })
    })

    it('are answered once, by the owner', async () => {
      const { id } = await post()
      const objection = await object(id)
      const stranger = await makeActor(database.db, 'university')
      await expect(answer(objection, 'rejected', stranger)).rejects.toMatchObject({
        code: 'policy.forbidden',
      })
      await expect(answer(objection, 'rejected', await viewer())).rejects.toMatchObject({
        code: 'policy.forbidden',
      })
      await answer(objection)
      expect(await auditActionsOf(database.db, id)).toContain('notice.decide_objection')
      await expect(answer(objection)).rejects.toMatchObject({ code: 'objection.answered' })
      await expect(answer({ noticeId: id, id })).rejects.toMatchObject({ code: 'objection.not_found' })
      const changed = database.db
        .update(noticeObjections)
        .set({ body: '别的话' })
        .where(eq(noticeObjections.id, objection.id))
      await expect(changed).rejects.toThrow()
    })

    it('are neither answered nor followed by a decision on a notice that was withdrawn', async () => {
      const objection = await object((await post()).id)
      const { noticeId: id } = objection
      await withdrawNotice(as(), { id, reason: '更正' })
      await expect(answer(objection)).rejects.toMatchObject({ code: 'notice.withdrawn' })
      await expect(recordDecision(as(), { id, ...DECISION })).rejects.toMatchObject({
        code: 'notice.withdrawn',
      })
    })
  })

  describe('the decision', () => {
    it('is recorded once, with the minutes, and heard by the pre-check', async () => {
      const { id } = await post()
      const minutesFileId = await makeFile(database.db, deal.seller, { purpose: 'deal_document' })
      await recordDecision(as(), { id, ...DECISION, minutesFileId })
      expect(await auditActionsOf(database.db, id)).toContain('notice.record_decision')
      await expect(recordDecision(as(), { id, ...DECISION })).rejects.toMatchObject({
        code: 'notice.decision_recorded',
      })
      const findings = async (at: string) =>
        (await getContract(as(deal.seller, at), contract.id)).findings.map(({ ruleId }) => ruleId)
      expect(await findings(LAST_DAY)).toContain('duties.public_notice')
      expect(await findings(AFTER)).not.toContain('duties.public_notice')
    })

    it('is not of a day to come, nor with another’s file, nor another organization’s or a viewer’s', async () => {
      const { id } = await post()
      const minutesFileId = await makeFile(database.db, deal.buyer)
      const wrong = recordDecision(as(), { id, ...DECISION, decidedOn: '2026-03-03', minutesFileId })
      await expect(wrong).rejects.toMatchObject({
        details: { problems: [{ path: 'decidedOn' }, { path: 'minutesFileId' }] },
      })
      const stranger = await makeActor(database.db, 'university')
      for (const actor of [stranger, deal.buyer, await viewer()]) {
        await expect(recordDecision(as(actor), { id, ...DECISION })).rejects.toMatchObject({
          code: 'policy.forbidden',
        })
      }
    })
  })

  it('keeps its minutes for the owner’s people and for those who oversee', async () => {
    const { id } = await post()
    const minutesFileId = await makeFile(database.db, deal.seller, { purpose: 'deal_document' })
    await recordDecision(as(), { id, ...DECISION, minutesFileId })
    const authority = await makeActor(database.db, 'authority', ['viewer'])
    for (const reader of [deal.seller, await viewer(), authority]) {
      expect(await getNoticeRecord(as(reader), id)).toMatchObject({ minutes: { id: minutesFileId } })
      expect(await findFile(as(reader), minutesFileId)).toMatchObject({ id: minutesFileId })
    }
    const stranger = await makeActor(database.db, 'university')
    for (const other of [as(deal.buyer), as(stranger), anybody()]) {
      expect(await getNotice(other, id)).toMatchObject({ inside: false, minutes: null })
      await expect(findFile(other, minutesFileId)).rejects.toMatchObject({ code: 'file.not_found' })
    }
  })

  it('withdraws with a reason, once, by the owner alone; what was posted is never changed', async () => {
    const { id } = await post()
    const stranger = await makeActor(database.db, 'university')
    for (const actor of [deal.buyer, stranger, await viewer()]) {
      await expect(withdrawNotice(as(actor), { id, reason: '误' })).rejects.toMatchObject({
        code: 'policy.forbidden',
      })
    }
    const changed = database.db.update(publicNotices).set({ priceFen: 1 }).where(eq(publicNotices.id, id))
    await expect(changed).rejects.toThrow()
    await withdrawNotice(as(), { id, reason: '价格有误' })
    expect(await auditActionsOf(database.db, id)).toEqual(['notice.post', 'notice.withdraw'])
    expect(await getNotice(anybody(), id)).toMatchObject({ phase: 'withdrawn' })
    await expect(withdrawNotice(as(), { id, reason: '误' })).rejects.toMatchObject({
      code: 'notice.withdrawn',
    })
  })

  it('is listed while it runs, and afterwards among the past; the record is for owner and authorities', async () => {
    const { id } = await post()
    const idsOf = async (phase: 'running' | 'past', at: string) =>
      (await listNotices(anybody(at), { phase, limit: 100 })).items.map(({ notice }) => notice.id)
    expect(await idsOf('running', LAST_DAY)).toContain(id)
    expect(await idsOf('past', LAST_DAY)).not.toContain(id)
    expect(await idsOf('past', AFTER)).toContain(id)
    expect(await getNoticeRecord(as(), id)).toMatchObject({ inside: true })
    await expect(getNoticeRecord(as(deal.buyer), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(getNoticeRecord(anybody(), id)).rejects.toMatchObject({ code: 'session.required' })
  })

  it('says on the contract what is owed, and nothing of drafts that owe none', async () => {
    expect(await getContractNotice(as(), contract.id)).toMatchObject({
      owed: true,
      mayPost: true,
      bars: [{ code: 'contract.notice_missing' }],
    })
    const other = await makeDeal(database.db)
    const draft = await makeContract(database.db, other)
    expect(await getContractNotice(as(other.seller), draft.id)).toMatchObject({ owed: false, bars: [] })
  })

  it('tells of its end once, however often the watch is run', async () => {
    const { id } = await post()
    const typesOf = async () => {
      const rows = await database.db.select().from(events).where(eq(events.subjectId, id))
      return rows.map(({ type }) => type)
    }
    await watchNotices({ ...as(deal.seller, LAST_DAY), actor: null })
    await watchNotices({ ...as(deal.seller, LAST_DAY), actor: null })
    await watchNotices({ ...as(deal.seller, AFTER), actor: null })
    await watchNotices({ ...as(deal.seller, AFTER), actor: null })
    expect((await typesOf()).toSorted()).toEqual(['notice.ended', 'notice.ending', 'notice.posted'])
  })
})
