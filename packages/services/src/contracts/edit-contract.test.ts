import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  attachBoth,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  testContext,
} from '../testing/index.ts'
import {
  type ContractRow,
  type EditContractInput,
  editContract,
  getContract,
  makeContractReady,
  reopenContract,
  signContract,
} from './index.ts'

describe('the contract draft', () => {
  let database: TestDatabase
  let deal: DealFixture
  let contract: ContractRow

  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())
  beforeEach(async () => {
    deal = await makeDeal(database.db, { rights: [{ kind: 'utility_model', filedOn: '2020-05-11' }] })
    contract = await makeContract(database.db, deal)
  })

  const edit = (changes: Partial<EditContractInput>, actor = deal.buyer) =>
    editContract(testContext(database.db, actor), { id: contract.id, revision: 1, ...changes })
  const ready = (revision = 1, actor = deal.seller) =>
    makeContractReady(testContext(database.db, actor), { id: contract.id, revision })
  const reopen = (actor = deal.buyer) => reopenContract(testContext(database.db, actor), contract.id)
  const problemsOf = async (changes: Partial<EditContractInput>) => {
    const error = await edit(changes).catch((reason) => reason)
    expect(error).toMatchObject({ kind: 'invalid', code: 'request.invalid' })
    return error.details.problems
  }

  describe('editContract', () => {
    it('changes what is named, keeps the rest and leaves an audit row', async () => {
      const changed = await edit({ title: '许可合同', technologyAmountFen: 18_000_000, endsOn: '2029-12-31' })
      expect(changed).toMatchObject({
        title: '许可合同',
        contractAmountFen: 20_000_000,
        technologyAmountFen: 18_000_000,
        endsOn: '2029-12-31',
        revision: 2,
      })
      expect(await auditActionsOf(database.db, contract.id)).toEqual(['contract.draft', 'contract.edit'])
    })

    it('is for both sides, but an older reading never overwrites a newer one', async () => {
      await edit({ title: '第一稿' }, deal.seller)
      await expect(edit({ title: '另一稿' })).rejects.toMatchObject({
        code: 'contract.changed_meanwhile',
        details: { revision: 2 },
      })
    })

    it('of two edits at once one wins', async () => {
      const results = await Promise.allSettled([edit({ title: '甲' }), edit({ title: '乙' }, deal.seller)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    })

    it('holds 0 < technology amount ≤ contract amount', async () => {
      expect(await problemsOf({ technologyAmountFen: 20_000_001 })).toMatchObject([
        { path: 'technologyAmountFen', code: 'contract.technology_over_contract_amount' },
      ])
      expect(await problemsOf({ contractAmountFen: 0 })).toMatchObject([{ path: 'contractAmountFen' }])
    })

    it('holds signed ≤ effective ≤ end', async () => {
      expect(await problemsOf({ effectiveOn: '2026-03-01' })).toMatchObject([
        { path: 'effectiveOn', code: 'contract.effective_before_signed' },
      ])
      expect(await problemsOf({ endsOn: '2026-03-01' })).toMatchObject([
        { path: 'endsOn', code: 'contract.ends_before_effective' },
      ])
    })

    it('lets no licence run past its patents, and names the day', async () => {
      expect(contract.endsOn).toBe('2030-05-10')
      expect(await problemsOf({ endsOn: '2030-05-11' })).toEqual([
        { path: 'endsOn', code: 'contract.licence_beyond_patent', params: { expiresOn: '2030-05-10' } },
      ])
    })

    it('takes only types of the regime of the signing date', async () => {
      expect(await problemsOf({ type: 'ZR', subType: 'XK_PATENT' })).toMatchObject([
        { path: 'type', code: 'contract.type_not_in_regime', params: { regime: 'R2026' } },
      ])
      await expect(edit({ type: 'FW', subType: 'FW_TRAINING' })).resolves.toMatchObject({ type: 'FW' })
    })

    it('is refused once the text is ready', async () => {
      await ready()
      await expect(edit({ title: '改' })).rejects.toMatchObject({ code: 'contract.wrong_state' })
    })

    it('is not for other organizations nor for viewers', async () => {
      const stranger = await makeActor(database.db, 'company')
      await expect(edit({}, stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['viewer'])
      await expect(edit({}, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })

  describe('makeContractReady', () => {
    it('settles the text and leaves an audit row', async () => {
      expect(await ready()).toMatchObject({ state: 'ready', revision: 1 })
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.make_ready')
    })

    it('names the dates that lack', async () => {
      await edit({ signedOn: null, endsOn: null })
      await expect(ready(2)).rejects.toMatchObject({
        code: 'contract.not_ready',
        details: { problems: [{ path: 'signedOn' }, { path: 'endsOn' }] },
      })
    })

    it('settles only the text that was read', async () => {
      await edit({ title: '改过的合同' })
      await expect(ready(1)).rejects.toMatchObject({ code: 'contract.changed_meanwhile' })
    })

    it('is refused twice, to others and to viewers', async () => {
      const stranger = await makeActor(database.db, 'university')
      await expect(ready(1, stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
      const viewer = await makeMember(database.db, deal.seller.organizationId, ['viewer'])
      await expect(ready(1, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await ready()
      await expect(ready()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.wrong_state' })
    })
  })

  describe('reopenContract', () => {
    it('makes a draft of it again and lets the attached files go', async () => {
      await ready()
      await attachBoth(database.db, deal, contract.id)
      expect(await reopen()).toMatchObject({ state: 'draft' })
      expect(await auditActionsOf(database.db, contract.id)).toContain('contract.reopen')
      const { signatures } = await getContract(testContext(database.db, deal.seller), contract.id)
      expect(signatures).toEqual([])
    })

    it('is refused once a side has confirmed', async () => {
      await ready()
      await attachBoth(database.db, deal, contract.id)
      await signContract(testContext(database.db, deal.seller), contract.id)
      await expect(reopen()).rejects.toMatchObject({ kind: 'conflict', code: 'contract.already_confirmed' })
    })

    it('is refused on a draft, to others and to viewers', async () => {
      await expect(reopen()).rejects.toMatchObject({ code: 'contract.wrong_state' })
      await ready()
      const stranger = await makeActor(database.db, 'university')
      await expect(reopen(stranger)).rejects.toMatchObject({ code: 'contract.not_found' })
      const viewer = await makeMember(database.db, deal.seller.organizationId, ['viewer'])
      await expect(reopen(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    })
  })
})
