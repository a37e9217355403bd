import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createPagePrinter, createPdfRenderer } from '@market/adapters/documents'
import { createPictureMaker } from '@market/adapters/pictures'
import { createLocalStorage } from '@market/adapters/storage'
import { createVideoReader } from '@market/adapters/videos'
import {
  contractSignatures,
  contracts,
  licenceGrants,
  licenceOffers,
  paymentDues,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { LicenceOfferTerms } from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MemberActor } from '../../index.ts'
import { makeOffer } from '../../licensing/index.ts'
import { confirmTransfer, openSchedule, submitTransfer } from '../../payments/index.ts'
import { recordRightEvent } from '../../rights/index.ts'
import {
  attachBoth,
  auditActionsOf,
  beginTalks,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeDeal,
  makeFile,
  makeMember,
  testContext,
} from '../../testing/index.ts'
import {
  acceptOffer,
  listLicenceOffers,
  listLicenceOrders,
  makeContractReady,
  publishLicenceOffer,
  signContract,
  takeLicence,
  withdrawLicenceOffer,
} from '../index.ts'

const click: LicenceOfferTerms = {
  kind: 'click',
  fieldOfUse: '制糖废水处理',
  territory: '全国',
  conditionsZh: '每年通报一次使用情况。',
  conditionsEn: 'Use is reported once a year.',
  tiers: [
    { tier: 'research', feeFen: 100_000, termMonths: 12 },
    { tier: 'small_firm', feeFen: 1_000_000, termMonths: 24 },
    { tier: 'standard', feeFen: 5_000_000, termMonths: 36 },
  ],
  knowHow: { trainingDays: 3, samples: '样品一套', drawings: '', feeFen: 300_000 },
}
const open: LicenceOfferTerms = {
  ...click,
  kind: 'open',
  tiers: [{ tier: 'open', feeFen: 3_000_000, termMonths: 24 }],
}

describe('licences without talks', () => {
  let database: TestDatabase
  let folder: string
  let deal: DealFixture

  beforeAll(async () => {
    database = await createTestDatabase()
    folder = await mkdtemp(join(tmpdir(), 'market-files-'))
  })
  afterAll(async () => {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  })
  beforeEach(async () => {
    deal = await makeDeal(database.db, {
      transferModes: ['ordinary_licence', 'open_licence', 'exclusive_licence'],
      rights: [{ kind: 'invention_patent', filedOn: '2020-03-01' }],
    })
  })

  const as = (actor: MemberActor) => testContext(database.db, actor)
  const tools = () => ({
    storage: createLocalStorage(folder),
    pictures: createPictureMaker(),
    videos: createVideoReader(),
    printPages: createPagePrinter(createPdfRenderer()),
  })
  const publish = (terms: LicenceOfferTerms = click, actor = deal.seller) =>
    publishLicenceOffer(as(actor), {
      ...terms,
      listingId: deal.listingId,
      evaluationReport: '',
      consents: [],
    })
  const take = (
    offerId: string,
    changes: {
      tier?: 'research' | 'small_firm' | 'standard' | 'open'
      withKnowHow?: boolean
      stated?: boolean
    } = {},
    actor = deal.buyer,
  ) =>
    takeLicence(as(actor), tools(), {
      offerId,
      tier: 'standard',
      withKnowHow: false,
      stated: false,
      ...changes,
    })
  const rightOf = async () => {
    const { rights, listingRights } = await import('@market/database/schema')
    const [row] = await database.db
      .select({ id: rights.id })
      .from(listingRights)
      .innerJoin(rights, eq(rights.id, listingRights.rightId))
      .where(eq(listingRights.listingId, deal.listingId))
    return row?.id ?? ''
  }
  const enter = async (kind: 'open_licence' | 'open_licence_withdrawal' | 'pledge', party = '') => {
    const editor = await makeMember(database.db, deal.seller.organizationId, ['editor'])
    const rightId = await rightOf()
    return recordRightEvent(as(editor), {
      ...{ rightId, kind, occurredOn: '2026-02-01', source: 'gazette', checkedOn: '2026-02-02', party },
      ...{ reference: '公告 2026-5', days: null, patentYear: null, correctsId: null },
    })
  }
  /** An exclusive licence all but signed; what is given back makes the last confirmation. */
  const prepareExclusive = async () => {
    const buyer = await makeActor(database.db, 'company', ['negotiator', 'signatory'])
    const other = { ...deal, buyer }
    const request = await beginTalks(database.db, other, 'exclusive_licence')
    const terms = licenceTerms({
      transferMode: 'exclusive_licence',
      exclusivity: 'exclusive',
      territory: '全国',
    })
    const offer = await makeOffer(as(deal.seller), { requestId: request.id, terms, note: '' })
    const draft = await acceptOffer(as(buyer), { requestId: request.id, offerId: offer.id })
    await makeContractReady(as(deal.seller), { id: draft.id, revision: draft.revision })
    await attachBoth(database.db, other, draft.id)
    await signContract(as(deal.seller), draft.id)
    return () => signContract(as(buyer), draft.id)
  }
  const makeExclusive = async () => (await prepareExclusive())()
  const grantsOf = (contractId: string) =>
    database.db.select().from(licenceGrants).where(eq(licenceGrants.contractId, contractId))
  const pay = async (contractId: string) => {
    await openSchedule(testContext(database.db), contractId)
    const [due] = await database.db.select().from(paymentDues).where(eq(paymentDues.contractId, contractId))
    if (!due) throw new Error('Nothing is due.')
    const payer = await makeMember(database.db, deal.buyer.organizationId, ['finance'])
    const receiver = await makeMember(database.db, deal.seller.organizationId, ['finance'])
    const proofFileId = await makeFile(database.db, payer, { purpose: 'payment_proof' })
    const payment = await submitTransfer(as(payer), {
      dueId: due.id,
      amountFen: due.amountFen,
      paidOn: '2026-03-02',
      note: '',
      proofFileId,
    })
    await confirmTransfer(as(receiver), { paymentId: payment.id, receivedFen: due.amountFen })
  }

  describe('publishLicenceOffer', () => {
    it('publishes standard terms and leaves an audit row', async () => {
      const offer = await publish()
      expect(offer).toMatchObject({ state: 'published', territoryCodes: ['100000'] })
      expect(await auditActionsOf(database.db, offer.id)).toEqual(['licence_offer.publish'])
      await expect(publish()).rejects.toMatchObject({ code: 'licence_offer.already_published' })
    })

    it('of an open licence waits for the office’s publication', async () => {
      await expect(publish(open)).rejects.toMatchObject({
        details: { problems: [{ path: 'rights', code: 'licence_offer.not_declared' }] },
      })
      await enter('open_licence')
      expect(await publish(open)).toMatchObject({ kind: 'open' })
    })

    it('is barred without a pledgee’s consent, and published with it', async () => {
      const { id: rightId } = await enter('pledge', '某银行')
      await expect(publish()).rejects.toMatchObject({
        details: { problems: [{ path: 'consents', code: 'contract.pledgee_consent_missing' }] },
      })
      const consent = { rightId, kind: 'pledgee' as const, party: '某银行' }
      const offer = await publishLicenceOffer(as(deal.seller), {
        ...click,
        listingId: deal.listingId,
        evaluationReport: '',
        consents: [{ ...consent, givenOn: '2026-02-20', reference: '同意函 1 号' }],
      })
      expect((await take(offer.id)).contract.state).toBe('signed')
    })

    it('is barred by an exclusive licence in force', async () => {
      await makeExclusive()
      await expect(publish()).rejects.toMatchObject({
        details: { problems: [{ path: 'rights', code: 'licence_offer.right_closed' }] },
      })
    })

    it('is refused on drafts, to other organizations and to those who may not sign', async () => {
      const editor = await makeMember(database.db, deal.seller.organizationId, ['editor'])
      await expect(publish(click, editor)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await expect(publish(click, deal.buyer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      deal = await makeDeal(database.db, { state: 'draft' })
      await expect(publish(click, deal.buyer)).rejects.toMatchObject({ code: 'listing.not_found' })
      await expect(publish()).rejects.toMatchObject({ code: 'listing.not_requestable' })
    })
  })

  describe('takeLicence', () => {
    it('signs a printed contract, reserves its place in the register, and takes effect once paid', async () => {
      const { id } = await publish()
      const { order, contract } = await take(id, { withKnowHow: true })
      expect(contract).toMatchObject({
        state: 'signed',
        contractAmountFen: 5_300_000,
        endsOn: '2029-03-01',
        type: 'XK',
      })
      expect(order).toMatchObject({ state: 'awaiting_payment', lapsesOn: '2026-04-01' })
      expect(await auditActionsOf(database.db, contract.id)).toContain('licence_offer.take')
      const signed = await database.db
        .select()
        .from(contractSignatures)
        .where(eq(contractSignatures.contractId, contract.id))
      expect(new Set(signed.map(({ sha256 }) => sha256)).size).toBe(1)
      expect(signed).toHaveLength(2)
      expect(await grantsOf(contract.id)).toHaveLength(2)
      await pay(contract.id)
      const [mine] = await listLicenceOrders(as(deal.buyer))
      expect(mine).toMatchObject({ kind: 'click', order: { state: 'active' } })
      expect(await auditActionsOf(database.db, contract.id)).toContain('licence.activate')
    })

    it('of an open licence stays when the declaration and the offer are withdrawn', async () => {
      await enter('open_licence')
      const offer = await publish(open)
      const { contract } = await take(offer.id, { tier: 'open' })
      await pay(contract.id)
      await withdrawLicenceOffer(as(deal.seller), offer.id)
      await enter('open_licence_withdrawal')
      const grants = await grantsOf(contract.id)
      expect(grants.map(({ kind, endedOn }) => [kind, endedOn])).toEqual([
        ['open', null],
        ['open', null],
      ])
      const late = await makeActor(database.db, 'company', ['signatory'])
      await expect(take(offer.id, { tier: 'open' }, late)).rejects.toMatchObject({
        code: 'licence_offer.not_found',
      })
    })

    it('is refused for a tier that is not one’s own, unstated, or without such know-how', async () => {
      const { id } = await publish({ ...click, knowHow: null })
      const problemOf = async (changes: Parameters<typeof take>[1]) =>
        take(id, changes).catch((error) => error.details?.problems?.[0])
      expect(await problemOf({ tier: 'research' })).toMatchObject({ code: 'licence_offer.not_eligible' })
      expect(await problemOf({ tier: 'small_firm' })).toMatchObject({ path: 'stated' })
      expect(await problemOf({ tier: 'open' })).toMatchObject({ path: 'tier' })
      expect(await problemOf({ withKnowHow: true })).toMatchObject({ path: 'withKnowHow' })
      expect((await take(id, { tier: 'small_firm', stated: true })).order.feeFen).toBe(1_000_000)
    })

    it('is refused to the owner, to those who may not sign, twice, and after a withdrawal', async () => {
      const { id } = await publish()
      await expect(take(id, {}, deal.seller)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const viewer = await makeMember(database.db, deal.buyer.organizationId, ['negotiator'])
      await expect(take(id, {}, viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await take(id)
      await expect(take(id)).rejects.toMatchObject({ code: 'licence_offer.already_taken' })
      await withdrawLicenceOffer(as(deal.seller), id)
      const other = await makeActor(database.db, 'company', ['signatory'])
      await expect(take(id, {}, other)).rejects.toMatchObject({ code: 'licence_offer.not_found' })
    })

    it('ends in one licence when two signatories click at once', async () => {
      const { id } = await publish()
      const colleague = await makeMember(database.db, deal.buyer.organizationId, ['signatory'])
      const results = await Promise.allSettled([take(id), take(id, {}, colleague)])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const rows = await database.db
        .select()
        .from(contracts)
        .where(eq(contracts.buyerId, deal.buyer.organizationId))
      expect(rows).toHaveLength(1)
    })

    it('goes to many at once, each with a licence of its own', async () => {
      const { id } = await publish()
      const buyers = await Promise.all(
        Array.from({ length: 5 }, () => makeActor(database.db, 'company', ['signatory'])),
      )
      const all = await Promise.all(buyers.map((buyer) => take(id, {}, buyer)))
      expect(all.every(({ contract }) => contract.state === 'signed')).toBe(true)
    })

    it('races an exclusive licence: one of the two stands, and the other is refused by name', async () => {
      const { id } = await publish()
      const last = await prepareExclusive()
      const results = await Promise.allSettled([take(id), last()])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
      const lost = results.find((one) => one.status === 'rejected')
      expect(['contract.right_taken', 'request.invalid']).toContain(
        lost?.status === 'rejected' && lost.reason.code,
      )
    })
  })

  it('keeps published terms word for word', async () => {
    const { id } = await publish()
    const change = database.db.update(licenceOffers).set({ tiers: [] }).where(eq(licenceOffers.id, id))
    await expect(change).rejects.toThrow()
  })

  describe('withdrawLicenceOffer', () => {
    it('leaves an audit row, once, and belongs to the owner', async () => {
      const { id } = await publish()
      const stranger = await makeActor(database.db, 'university')
      await expect(withdrawLicenceOffer(as(stranger), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const editor = await makeMember(database.db, deal.seller.organizationId, ['editor'])
      await expect(withdrawLicenceOffer(as(editor), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
      await withdrawLicenceOffer(as(deal.seller), id)
      expect(await auditActionsOf(database.db, id)).toEqual([
        'licence_offer.publish',
        'licence_offer.withdraw',
      ])
      await expect(withdrawLicenceOffer(as(deal.seller), id)).rejects.toMatchObject({
        code: 'licence_offer.withdrawn',
      })
      expect((await listLicenceOffers(as(deal.buyer), deal.listingId)).items).toEqual([])
    })
  })
})
