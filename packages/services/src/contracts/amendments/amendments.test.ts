import {
  contractAmendmentSignatures,
  contractAmendments,
  contracts,
  events,
  licenceGrants,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { and, asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  makeMember,
  makeSignedContract,
  makeSigningTools,
  testContext,
} from '../../testing/index.ts'
import {
  type ContractRow,
  declineAmendment,
  endContract,
  listAmendments,
  type ProposeAmendmentInput,
  proposeAmendment,
  signAmendment,
  watchContracts,
  withdrawAmendment,
} from '../index.ts'

describe('amendments', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow
  let signing: ReturnType<typeof makeSigningTools>

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    contract = await makeSignedContract(database.db, deal)
    signing = makeSigningTools()
  })

  const by = (actor = deal.seller, at = '2026-05-26T02:00:00Z') =>
    testContext(database.db, actor, fixedClock(at))
  const propose = (actor = deal.seller, changes: Partial<ProposeAmendmentInput> = {}) =>
    proposeAmendment(by(actor), {
      id: contract.id,
      title: '增加培训并调整金额',
      effectiveOn: '2026-06-01',
      clauses: [
        {
          change: 'added',
          article: null,
          headingZh: '补充培训',
          headingEn: '',
          zh: '乙方另提供两天培训。',
          en: '',
        },
      ],
      contractAmountFen: 25_000_000,
      technologyAmountFen: null,
      endsOn: null,
      ...changes,
    })
  const list = (actor = deal.seller) => listAmendments(by(actor), contract.id)
  const latest = async () => (await list()).amendments.at(-1)
  const stateNow = async () => (await latest())?.amendment.state
  const sign = async (actor = deal.seller, changes: { number?: number; sha256?: string } = {}) => {
    const { number = 0, sha256 = '' } = (await latest())?.amendment ?? {}
    return signAmendment(by(actor), signing.tools, { id: contract.id, number, sha256, ...changes })
  }
  const withdraw = (actor = deal.seller) => withdrawAmendment(by(actor), { id: contract.id, number: 1 })
  const decline = (actor = deal.buyer, reason = '金额尚待商定') =>
    declineAmendment(by(actor), { id: contract.id, number: 1, reason })
  const told = async () =>
    (
      await database.db
        .select({ type: events.type })
        .from(events)
        .where(eq(events.subjectId, contract.id))
        .orderBy(asc(events.id))
    ).map(({ type }) => type)
  const stranger = () => makeActor(database.db, 'company', ['negotiator', 'signatory'])
  const viewer = () => makeMember(database.db, deal.seller.organizationId, ['viewer'])
  const terminate = async () => {
    for (const actor of [deal.seller, deal.buyer]) {
      const ending = { kind: 'terminated', endedOn: '2026-05-20', reason: '双方协商解除' } as const
      await endContract(by(actor), { id: contract.id, ...ending })
    }
  }

  describe('propose', () => {
    it('keeps a numbered document beside the signed one, audits it and tells the other side', async () => {
      await propose()
      const { amendments, standing, amended, mayPropose } = await list(deal.buyer)
      expect(amendments[0]).toMatchObject({
        amendment: { number: 1, state: 'proposed', contractAmountBeforeFen: 20_000_000 },
        actions: ['contract.decline_amendment'],
        bar: 'contract.not_your_turn',
      })
      const words = amendments[0]?.amendment.articles.map(({ zh }) => zh).join('\n')
      expect(words).toContain('人民币200,000.00元变更为人民币250,000.00元')
      expect(words).toMatch(/SHA-256：[0-9a-f]{64}/)
      expect({ amended, mayPropose, standing: standing.contractAmountFen }).toEqual({
        amended: false,
        mayPropose: false,
        standing: 20_000_000,
      })
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.propose_amendment')
      expect((await told()).at(-1)).toBe('contract.amendment_proposed')
    })

    it('waits for the one under way, and for a contract that binds both', async () => {
      await propose()
      await expect(propose(deal.buyer)).rejects.toMatchObject({ code: 'amendment.open_already' })
      await withdraw()
      await propose(deal.buyer)
      expect((await latest())?.amendment.number).toBe(2)
      await terminate()
      await expect(propose()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    })

    it('names what is wrong with it', async () => {
      const nothing = propose(deal.seller, { clauses: [], contractAmountFen: 20_000_000 })
      await expect(nothing).rejects.toMatchObject({
        code: 'amendment.invalid',
        details: { problems: [{ path: 'clauses', code: 'amendment.changes_nothing' }] },
      })
      const small = propose(deal.seller, { contractAmountFen: 1_000_000 })
      await expect(small).rejects.toMatchObject({ code: 'amendment.invalid' })
    })

    it('is for the parties, and for who may draft', async () => {
      await expect(propose(await stranger())).rejects.toMatchObject({ code: 'contract.not_found' })
      await expect(propose(await viewer())).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })

  describe('withdraw', () => {
    it('takes it back, and leaves an audit row', async () => {
      await propose()
      await sign()
      await withdraw()
      expect(await stateNow()).toBe('withdrawn')
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.withdraw_amendment')
      expect((await told()).at(-1)).toBe('contract.amendment_withdrawn')
      await expect(withdraw()).rejects.toMatchObject({ code: 'amendment.wrong_state' })
    })

    it('is the proposer’s, of the parties, and for who may draft', async () => {
      await expect(withdraw()).rejects.toMatchObject({ code: 'amendment.not_found' })
      await propose()
      await expect(withdraw(deal.buyer)).rejects.toMatchObject({ code: 'amendment.not_proposer' })
      await expect(withdraw(await stranger())).rejects.toMatchObject({ code: 'contract.not_found' })
      await expect(withdraw(await viewer())).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })

  describe('decline', () => {
    it('keeps the reason, and leaves an audit row', async () => {
      await propose()
      await expect(decline(deal.buyer, ' ')).rejects.toMatchObject({ code: 'request.invalid' })
      await decline()
      expect((await latest())?.amendment).toMatchObject({ state: 'declined', reason: '金额尚待商定' })
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.decline_amendment')
      await expect(decline()).rejects.toMatchObject({ code: 'amendment.wrong_state' })
    })

    it('is the other side’s while it has not signed, and for who may draft', async () => {
      await propose(deal.buyer)
      await expect(decline()).rejects.toMatchObject({ code: 'amendment.own_proposal' })
      await expect(decline(await stranger())).rejects.toMatchObject({ code: 'contract.not_found' })
      await expect(decline(await viewer())).rejects.toMatchObject({ code: 'policy.forbidden' })
      await sign()
      await expect(decline(deal.seller)).rejects.toMatchObject({ code: 'amendment.already_signed' })
    })
  })

  describe('sign', () => {
    it('takes both in order, over the same pages; the contract itself stays as it was signed', async () => {
      await propose()
      await expect(sign(deal.buyer)).rejects.toMatchObject({ code: 'contract.not_your_turn' })
      expect(signing.kept.size).toBe(0)
      await sign()
      expect(await stateNow()).toBe('signed_by_one')
      await expect(sign()).rejects.toMatchObject({ code: 'amendment.already_signed' })
      await sign(deal.buyer)
      expect(await stateNow()).toBe('in_force')
      expect(signing.kept.size).toBe(1)
      const { standing, amended, amendments, mayPropose } = await list()
      expect({ amended, mayPropose }).toEqual({ amended: true, mayPropose: true })
      expect(standing).toMatchObject({ contractAmountFen: 25_000_000, technologyAmountFen: 20_000_000 })
      expect(new Set(amendments[0]?.signatures.map(({ fileId }) => fileId)).size).toBe(1)
      const [row] = await database.db.select().from(contracts).where(eq(contracts.id, contract.id))
      expect(row).toMatchObject({ contractAmountFen: 20_000_000, revision: contract.revision })
      const actions = await auditActionsOf(database.db, contract.id)
      expect(actions.filter((action) => action === 'contract.sign_amendment')).toHaveLength(2)
      expect((await told()).slice(-2)).toEqual(['contract.amendment_signed', 'contract.amendment_in_force'])
    })

    it('signs words that were read, of an open amendment to a contract that binds', async () => {
      await propose()
      await expect(sign(deal.seller, { sha256: '0'.repeat(64) })).rejects.toMatchObject({
        code: 'amendment.changed_meanwhile',
      })
      await expect(sign(deal.seller, { number: 7 })).rejects.toMatchObject({ code: 'amendment.not_found' })
      await sign()
      await terminate()
      await expect(sign(deal.buyer)).rejects.toMatchObject({ code: 'contract.wrong_state' })
      await withdraw()
      expect(signing.kept.size).toBe(1)
    })

    it('refuses one that was taken back', async () => {
      await propose()
      await withdraw()
      await expect(sign()).rejects.toMatchObject({ code: 'amendment.wrong_state' })
      expect(signing.prints()).toBe(0)
    })

    it('is for signatories who have shown who they are', async () => {
      await propose()
      const negotiator = await makeMember(database.db, deal.seller.organizationId, ['negotiator'])
      await expect(sign(negotiator)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await expect(sign(await stranger())).rejects.toMatchObject({ code: 'contract.not_found' })
      const unconfirmed = { ...deal.seller, session: { id: contract.id, confirmed: false, tooWeak: false } }
      await expect(sign(unconfirmed)).rejects.toMatchObject({ code: 'session.confirmation_required' })
    })

    it('signs once when a side’s people sign at once', async () => {
      await propose()
      const colleague = await makeMember(database.db, deal.seller.organizationId, ['signatory'])
      const results = await Promise.allSettled([sign(), sign(colleague)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(signing.kept.size).toBe(1)
    })
  })

  describe('a new end', () => {
    const grants = () =>
      database.db
        .select({
          startsOn: licenceGrants.startsOn,
          endsOn: licenceGrants.endsOn,
          endedOn: licenceGrants.endedOn,
        })
        .from(licenceGrants)
        .where(and(eq(licenceGrants.contractId, contract.id)))
        .orderBy(asc(licenceGrants.startsOn))
    const amendEnd = async (endsOn: string) => {
      await propose(deal.seller, { clauses: [], contractAmountFen: null, endsOn })
      await sign()
      await sign(deal.buyer)
    }

    it('carries the licences on, or ends them sooner', async () => {
      const { effectiveOn, endsOn: first } = contract
      await amendEnd('2032-12-31')
      const [before, after] = await grants()
      expect(before).toEqual({ startsOn: effectiveOn, endsOn: first, endedOn: null })
      expect(after).toMatchObject({ endsOn: '2032-12-31', endedOn: null })
      await amendEnd('2027-06-30')
      expect((await grants()).map(({ endedOn }) => endedOn)).toEqual(['2027-06-30', '2027-06-30'])
      await amendEnd('2028-06-30')
      expect((await grants())[1]).toEqual({ startsOn: '2027-07-01', endsOn: '2028-06-30', endedOn: null })
    })

    it('is the day the contract expires', async () => {
      await amendEnd('2027-06-30')
      const at = async (day: string) => {
        await watchContracts(by(deal.seller, `${day}T02:00:00Z`))
        const [row] = await database.db.select().from(contracts).where(eq(contracts.id, contract.id))
        return row?.state
      }
      expect(await at('2027-06-30')).toBe('in_force')
      expect(await at('2027-07-01')).toBe('expired')
    })
  })

  it('the database changes no word of an amendment and takes no signature but a party’s', async () => {
    await propose()
    await sign()
    const row = eq(contractAmendments.contractId, contract.id)
    const { amendment, signatures } = (await latest()) ?? {}
    const [signature] = signatures ?? []
    if (!amendment || !signature) throw new Error('Nothing was signed.')
    const { db } = database
    const outsider = await stranger()
    const { name: _, ...given } = signature
    for (const refused of [
      () => db.update(contractAmendments).set({ title: '别的' }).where(row),
      () =>
        db
          .update(contractAmendments)
          .set({ sha256: '0'.repeat(64) })
          .where(row),
      () => db.update(contractAmendments).set({ state: 'in_force', settledAt: new Date() }).where(row),
      () => db.delete(contractAmendments).where(row),
      () => db.update(contractAmendmentSignatures).set({ sha256: '0'.repeat(64) }),
      () => db.delete(contractAmendmentSignatures),
      () =>
        db.insert(contractAmendmentSignatures).values({ ...given, organizationId: outsider.organizationId }),
      () =>
        db.insert(contractAmendmentSignatures).values({
          ...given,
          organizationId: deal.buyer.organizationId,
          sha256: '0'.repeat(64),
        }),
    ]) {
      await expect(refused()).rejects.toThrow()
    }
    await sign(deal.buyer)
    const settled = db.update(contractAmendments).set({ state: 'withdrawn' }).where(row)
    await expect(settled).rejects.toThrow()
  })
})
