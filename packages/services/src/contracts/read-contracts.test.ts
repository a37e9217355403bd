import { organizations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  attachBoth,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  makeReadyContract,
  makeSignedContract,
  testContext,
} from '../testing/index.ts'
import { entrustContract, getContract, type ListContractsInput, listContracts } from './index.ts'

describe('contracts', () => {
  let database: TestDatabase

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  const get = (actor: DealFixture['seller'], id: string) => getContract(testContext(database.db, actor), id)
  const list = async (actor: DealFixture['seller'], input: Partial<ListContractsInput> = {}) =>
    listContracts(testContext(database.db, actor), { limit: 20, ...input })
  const idsOf = async (actor: DealFixture['seller'], input: Partial<ListContractsInput> = {}) =>
    (await list(actor, input)).items.map(({ contract }) => contract.id)
  const entrust = (actor: DealFixture['seller'], id: string, agencyId: string) =>
    entrustContract(testContext(database.db, actor), { id, agencyId })

  describe('getContract', () => {
    it('shows both sides the contract, its signatures and what each may do', async () => {
      const deal = await makeDeal(database.db, {
        rights: [{ kind: 'invention_patent', filedOn: '2020-05-11' }],
      })
      const { id } = await makeReadyContract(database.db, deal)
      await attachBoth(database.db, deal, id)
      const asSeller = await get(deal.seller, id)
      expect(asSeller).toMatchObject({ side: 'seller', waitingForMe: true, rightsExpireOn: '2040-05-10' })
      expect(asSeller.signatures.map(({ fileName }) => fileName)).toEqual(['合同.pdf', '合同.pdf'])
      expect(asSeller.actions).toEqual([
        'contract.reopen',
        'contract.attach_file',
        'contract.sign',
        'contract.entrust',
      ])
      const asBuyer = await get(deal.buyer, id)
      expect(asBuyer.side).toBe('buyer')
      expect(asBuyer.actions).not.toContain('contract.entrust')
      expect(asBuyer.timeline.map(({ action }) => action)).toEqual([
        'contract.draft',
        'contract.make_ready',
        'contract.attach_file',
        'contract.attach_file',
      ])
    })

    it('does not exist for strangers, agencies not entrusted and the operator', async () => {
      const { id } = await makeContract(database.db, await makeDeal(database.db))
      for (const kind of ['company', 'agency', 'operator', 'authority'] as const) {
        const stranger = await makeActor(database.db, kind)
        await expect(get(stranger, id)).rejects.toMatchObject({ code: 'contract.not_found' })
      }
    })
  })

  describe('listContracts', () => {
    it('pages through the contracts one side has, the one that moved last first', async () => {
      const deal = await makeDeal(database.db)
      const made: string[] = []
      for (let count = 0; count < 3; count += 1) {
        const buyer = await makeActor(database.db, 'company', ['negotiator', 'signatory'])
        const { id } = await makeContract(database.db, { ...deal, buyer })
        made.unshift(id)
      }
      const first = await list(deal.seller, { limit: 2 })
      const second = await list(deal.seller, { limit: 2, cursor: first.nextCursor ?? '' })
      expect(second.nextCursor).toBeNull()
      expect([...first.items, ...second.items].map(({ contract }) => contract.id)).toEqual(made)
    })

    it('filters by side, state and whose confirmation lacks', async () => {
      const deal = await makeDeal(database.db)
      const signed = await makeSignedContract(database.db, deal)
      const draft = await makeContract(database.db, deal, 'ordinary_licence')
      expect(await idsOf(deal.seller, { role: 'seller' })).toHaveLength(2)
      expect(await idsOf(deal.seller, { role: 'buyer' })).toEqual([])
      expect(await idsOf(deal.buyer, { state: 'signed' })).toEqual([signed.id])
      expect(await idsOf(deal.buyer, { waiting: 'me' })).toEqual([draft.id])
    })
  })

  describe('entrustContract', () => {
    it('lets a verified agency see the contract from then on, to be filed, and leaves an audit row', async () => {
      const deal = await makeDeal(database.db)
      const { id } = await makeSignedContract(database.db, deal)
      const agency = await makeActor(database.db, 'agency', ['editor'])
      expect(await idsOf(agency)).toEqual([])
      const entrusted = await entrust(deal.seller, id, agency.organizationId)
      expect(entrusted.agencyId).toBe(agency.organizationId)
      expect(await auditActionsOf(database.db, id)).toContain('contract.entrust')
      expect(await idsOf(agency, { role: 'agency' })).toEqual([id])
      expect(await get(agency, id)).toMatchObject({ side: 'agency', actions: [], waitingForMe: true })
    })

    it('takes verified agencies only', async () => {
      const deal = await makeDeal(database.db)
      const { id } = await makeContract(database.db, deal)
      const pending = await makeActor(database.db, 'agency', ['owner'], 'pending')
      for (const { organizationId } of [pending, deal.buyer]) {
        await expect(entrust(deal.seller, id, organizationId)).rejects.toMatchObject({
          details: { problems: [{ path: 'agencyId', code: 'contract.agency_not_verified' }] },
        })
      }
    })

    it('is for the domestic buyer when the technology comes from outside the mainland', async () => {
      const deal = await makeDeal(database.db)
      const { id } = await makeContract(database.db, deal)
      const agency = await makeActor(database.db, 'agency')
      await database.db
        .update(organizations)
        .set({ regionCode: '810000' })
        .where(eq(organizations.id, deal.seller.organizationId))
      await expect(entrust(deal.seller, id, agency.organizationId)).rejects.toMatchObject({
        code: 'policy.forbidden',
        details: { applicant: 'buyer' },
      })
      expect(await entrust(deal.buyer, id, agency.organizationId)).toMatchObject({
        agencyId: agency.organizationId,
      })
    })

    it('is for the seller’s negotiators and signatories', async () => {
      const deal = await makeDeal(database.db)
      const { id } = await makeContract(database.db, deal)
      const agency = await makeActor(database.db, 'agency')
      const viewer = await makeMember(database.db, deal.seller.organizationId, ['viewer'])
      for (const actor of [deal.buyer, viewer]) {
        const attempt = entrust(actor, id, agency.organizationId)
        await expect(attempt).rejects.toMatchObject({ code: 'policy.forbidden' })
      }
      const stranger = await makeActor(database.db, 'university')
      const attempt = entrust(stranger, id, agency.organizationId)
      await expect(attempt).rejects.toMatchObject({ code: 'contract.not_found' })
    })
  })
})
