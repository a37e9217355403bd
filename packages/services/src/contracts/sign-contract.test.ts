import { contractSignatures, contracts, events, listings, requests } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  ask,
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
  type StoredFileFixture,
  testContext,
} from '../testing/index.ts'
import { attachSignedFile, type ContractRow, editContract, makeContractReady, signContract } from './index.ts'

describe('signing', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db)
    contract = await makeReadyContract(database.db, deal)
  })

  const attach = async (actor = deal.seller, file: StoredFileFixture = {}) =>
    attachSignedFile(testContext(database.db, actor), {
      id: contract.id,
      fileId: await makeFile(database.db, actor, file),
    })
  const sign = (actor = deal.seller, clock = fixedClock('2026-03-05T02:00:00Z')) =>
    signContract(testContext(database.db, actor, clock), contract.id)
  const eventsOf = async (subjectId: string) => {
    const ofSubject = eq(events.subjectId, subjectId)
    const rows = await database.db.select().from(events).where(ofSubject).orderBy(asc(events.id))
    return rows.map(({ type }) => type)
  }
  const listingState = async () => {
    const [row] = await database.db.select().from(listings).where(eq(listings.id, deal.listingId))
    return row?.state
  }

  describe('attachSignedFile', () => {
    it('keeps the digest of the file and leaves an audit row', async () => {
      await attach()
      const rows = await database.db
        .select()
        .from(contractSignatures)
        .where(eq(contractSignatures.contractId, contract.id))
      expect(rows).toMatchObject([
        { organizationId: deal.seller.organizationId, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ])
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.attach_file')
    })

    it('takes another file until the side has confirmed', async () => {
      await attach(deal.seller, { content: 'a wrong scan' })
      await attachBoth(database.db, deal, contract.id)
      await sign()
      await expect(attach()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.already_confirmed' })
    })

    it('takes PDF files of one’s own organization only', async () => {
      await expect(attach(deal.seller, { mediaType: 'image/png' })).rejects.toMatchObject({
        details: { problems: [{ path: 'fileId', code: 'contract.file_not_pdf' }] },
      })
      const fileId = await makeFile(database.db, deal.buyer)
      const foreign = attachSignedFile(testContext(database.db, deal.seller), { id: contract.id, fileId })
      await expect(foreign).rejects.toMatchObject({ code: 'file.not_found' })
    })

    it('is refused on a draft, to other organizations and to viewers', async () => {
      const stranger = await makeActor(database.db, 'company')
      await expect(attach(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      await expect(attach(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      deal = await makeDeal(database.db)
      contract = await makeContract(database.db, deal)
      await expect(attach()).rejects.toMatchObject({ code: 'contract.wrong_state' })
    })
  })

  describe('signContract', () => {
    it('signs with the second confirmation and leaves an audit row for each', async () => {
      await attachBoth(database.db, deal, contract.id)
      expect(await sign()).toMatchObject({ state: 'ready', signedAt: null })
      const signed = await sign(deal.buyer)
      expect(signed).toMatchObject({
        state: 'signed',
        signedOn: '2026-03-02',
        signedAt: new Date('2026-03-05T02:00:00Z'),
      })
      const trail = await auditActionsOf(database.db, contract.id)
      expect(trail.filter((action) => action === 'contract.sign')).toHaveLength(2)
      expect((await eventsOf(contract.id)).slice(-2)).toEqual(['contract.confirmed', 'contract.signed'])
    })

    it('signs once when both sides confirm at once', async () => {
      await attachBoth(database.db, deal, contract.id)
      const states = (await Promise.all([sign(deal.seller), sign(deal.buyer)])).map(({ state }) => state)
      expect(states.sort()).toEqual(['ready', 'signed'])
    })

    it('counts a side once, however many of its people confirm', async () => {
      await attachBoth(database.db, deal, contract.id)
      const colleague = await makeMember(database.db, deal.seller.organizationId, ['signatory'])
      const results = await Promise.allSettled([sign(deal.seller), sign(colleague)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      await expect(sign(deal.seller)).rejects.toMatchObject({ code: 'contract.already_confirmed' })
    })

    it('needs the files of both sides, and the same one', async () => {
      await expect(sign()).rejects.toMatchObject({ code: 'contract.files_missing' })
      await attach(deal.seller)
      await expect(sign()).rejects.toMatchObject({ kind: 'precondition', code: 'contract.files_missing' })
      await attach(deal.buyer, { content: 'another text' })
      await expect(sign()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.files_differ' })
    })

    it('is refused before the day the contract says it was signed on', async () => {
      deal = await makeDeal(database.db)
      const { id } = await makeContract(database.db, deal)
      const context = testContext(database.db, deal.seller)
      const dates = { signedOn: '2026-03-06', effectiveOn: '2026-03-06' }
      await editContract(context, { id, revision: 1, ...dates })
      contract = await makeContractReady(context, { id, revision: 2 })
      await attachBoth(database.db, deal, id)
      await expect(sign()).rejects.toMatchObject({ code: 'contract.signing_date_in_future' })
      // Half past midnight in Nanning, still the fifth in London.
      await expect(sign(deal.seller, fixedClock('2026-03-05T16:30:00Z'))).resolves.toBeDefined()
    })

    it('is refused on a draft and on a signed contract', async () => {
      deal = await makeDeal(database.db)
      contract = await makeContract(database.db, deal)
      await expect(sign()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.wrong_state' })
      deal = await makeDeal(database.db)
      contract = await makeSignedContract(database.db, deal)
      await expect(sign()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.wrong_state' })
    })

    it('is for signatories of the two sides', async () => {
      await attachBoth(database.db, deal, contract.id)
      const negotiator = await makeMember(database.db, deal.seller.organizationId, ['negotiator'])
      await expect(sign(negotiator)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const stranger = await makeActor(database.db, 'university')
      await expect(sign(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
    })

    it('the database signs no contract on one confirmation, and changes none that is signed', async () => {
      await attachBoth(database.db, deal, contract.id)
      await sign()
      const row = eq(contracts.id, contract.id)
      const force = database.db.update(contracts).set({ state: 'signed', signedAt: new Date(0) })
      await expect(force.where(row)).rejects.toThrow()
      await sign(deal.buyer)
      const rewrite = database.db.update(contracts).set({ contractAmountFen: 30_000_000 })
      await expect(rewrite.where(row)).rejects.toThrow()
    })
  })

  describe('what a signature means for the listing', () => {
    it('a licence puts it back on offer when nobody else talks', async () => {
      await attachBoth(database.db, deal, contract.id)
      await sign()
      expect(await listingState()).toBe('under_negotiation')
      await sign(deal.buyer)
      expect(await listingState()).toBe('published')
    })

    it('an assignment takes it off the market and ends the other requests', async () => {
      deal = await makeDeal(database.db)
      const buyer = await makeActor(database.db, 'company', ['negotiator'])
      const other = await ask(database.db, { ...deal, buyer })
      await makeSignedContract(database.db, deal, 'assignment')
      expect(await listingState()).toBe('transferred')
      expect((await eventsOf(deal.listingId)).at(-1)).toBe('listing.transferred')
      const [row] = await database.db.select().from(requests).where(eq(requests.id, other.id))
      expect(row?.state).toBe('lapsed')
      expect(await auditActionsOf(database.db, other.id)).toContain('request.lapse')
    })

    it('nothing more is signed over a listing already transferred', async () => {
      const buyer = await makeActor(database.db, 'company', ['negotiator', 'signatory'])
      const rival = { ...deal, buyer }
      await attachBoth(database.db, deal, contract.id)
      await sign()
      await makeSignedContract(database.db, rival, 'assignment')
      await expect(sign(deal.buyer)).rejects.toMatchObject({ code: 'listing.already_transferred' })
    })

    it('of two assignments signed at once one wins', async () => {
      const make = async () => {
        const buyer = await makeActor(database.db, 'company', ['negotiator', 'signatory'])
        const rival = { ...deal, buyer }
        const { id } = await makeReadyContract(database.db, rival, 'assignment')
        await attachBoth(database.db, rival, id)
        await signContract(testContext(database.db, deal.seller), id)
        return () => signContract(testContext(database.db, buyer), id)
      }
      const signings = [await make(), await make()]
      const results = await Promise.allSettled(signings.map((last) => last()))
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      expect(await listingState()).toBe('transferred')
    })
  })
})
