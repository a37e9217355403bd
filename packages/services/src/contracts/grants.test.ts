import { contracts, licenceGrants, listingRights, rightOwners, rights } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { LicenceKind } from '@market/domain/codes'
import { type Grant, grantsCollide, spansOf } from '@market/domain/licensing'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '../index.ts'
import { makeOffer } from '../licensing/index.ts'
import { createRight, recordRightEvent } from '../rights/index.ts'
import {
  attachBoth,
  beginTalks,
  type DealFixture,
  licenceTerms,
  makeActor,
  makeContract,
  makeDeal,
  makeMember,
  makeSignedContract,
  rightEvent,
  testContext,
} from '../testing/index.ts'
import { acceptOffer, makeContractReady, recordConsent, signContract } from './index.ts'

const RACERS = 50
const NUMBER = '202310000001.5'

describe('the register of grants', () => {
  let database: TestDatabase
  let sample: DealFixture
  let contractId: string
  beforeAll(async () => {
    database = await createTestDatabase()
    sample = await makeDeal(database.db, { rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }] })
    contractId = (await makeSignedContract(database.db, sample)).id
  })
  afterAll(() => database.drop())
  const as = (actor: DealFixture['seller']) => testContext(database.db, actor)

  const rowOf = (subject: string, { kind, coverage, startsOn, endsOn }: Grant) => ({
    id: systemIds.next(),
    subject,
    listingId: sample.listingId,
    grantorId: sample.seller.organizationId,
    granteeId: sample.buyer.organizationId,
    contractId,
    kind,
    territoryCodes: [...coverage.territories],
    fieldCodes: [...coverage.fields],
    ...spansOf(coverage),
    startsOn,
    endsOn,
    createdAt: new Date('2026-03-02T02:00:00Z'),
  })

  /** A contract grants one licence of a subject; here many stand for many contracts. */
  const enter = async (subject: string, grant: Grant): Promise<boolean> => {
    const { id } = await makeSpareContract()
    try {
      await database.db.insert(licenceGrants).values({ ...rowOf(subject, grant), contractId: id })
      return true
    } catch (error) {
      expect(String((error as Error).cause)).toContain('licence_grants_one_lane')
      return false
    }
  }
  const makeSpareContract = async () => {
    const [row] = await database.db.select().from(contracts).where(eq(contracts.id, contractId))
    if (!row) throw new Error('no contract')
    spare += 1
    return spares[spare % spares.length] ?? row
  }
  let spare = 0
  const spares: { id: string }[] = []

  it('keeps out exactly the grants that the rule says collide', async () => {
    for (let count = 0; count < 6; count += 1) {
      spares.push(await makeContract(database.db, await makeDeal(database.db)))
    }
    const day = fc
      .integer({ min: 0, max: 11 })
      .map((month) => `2027-${String(month + 1).padStart(2, '0')}-01`)
    const grant: fc.Arbitrary<Grant> = fc
      .record({
        kind: fc.constantFrom<LicenceKind>('exclusive', 'sole', 'ordinary', 'open'),
        territories: fc.uniqueArray(
          fc.constantFrom('000000', '100000', '900000', '450000', '450100', '450103', '440000'),
          {
            minLength: 1,
            maxLength: 2,
          },
        ),
        fields: fc.uniqueArray(fc.constantFrom('all', '01', '05', '11'), { minLength: 1, maxLength: 2 }),
        days: fc.tuple(day, day).map((pair) => pair.toSorted()),
        open: fc.boolean(),
      })
      .map(({ kind, territories, fields, days, open }) => ({
        kind,
        coverage: { territories, fields },
        startsOn: days[0] ?? '',
        endsOn: open ? null : (days[1] ?? null),
      }))
    const run = fc.asyncProperty(fc.array(grant, { minLength: 2, maxLength: 6 }), async (grants) => {
      const subject = `test:${systemIds.next()}`
      const standing: Grant[] = []
      for (const each of grants) {
        const free = !standing.some((other) => grantsCollide(each, other))
        expect(await enter(subject, each)).toBe(free)
        if (free) standing.push(each)
      }
    })
    await fc.assert(run, { numRuns: 60 })
  }, 120_000)

  it('of fifty racing exclusive licences of one patent, offered by two co-owners, grants one', async () => {
    const deals: { deal: DealFixture; id: string }[] = []
    for (let racer = 0; racer < RACERS; racer += 1) {
      const deal = await makeDeal(database.db, {
        transferModes: ['exclusive_licence'],
        rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
      })
      await database.db
        .update(rights)
        .set({ number: NUMBER })
        .where(eq(rights.organizationId, deal.seller.organizationId))
      const { id: requestId } = await beginTalks(database.db, deal, 'exclusive_licence')
      const terms = licenceTerms({ transferMode: 'exclusive_licence', exclusivity: 'exclusive' })
      const { id: offerId } = await makeOffer(as(deal.seller), { requestId, terms, note: '' })
      const { id, revision } = await acceptOffer(as(deal.buyer), { requestId, offerId })
      await makeContractReady(as(deal.seller), { id, revision })
      await attachBoth(database.db, deal, id)
      await signContract(as(deal.seller), id)
      deals.push({ deal, id })
    }
    const results = await Promise.allSettled(deals.map(({ deal, id }) => signContract(as(deal.buyer), id)))
    const lost = results.filter((result) => result.status === 'rejected')
    expect(results.length - lost.length).toBe(1)
    for (const { reason } of lost) expect(reason).toMatchObject({ code: 'contract.right_taken' })
    const granted = await database.db
      .select()
      .from(licenceGrants)
      .where(eq(licenceGrants.subject, `patent:${NUMBER}`))
    expect(granted).toHaveLength(1)
  }, 120_000)

  it('ends a licence with its contract, and never changes it otherwise', async () => {
    const deal = await makeDeal(database.db, {
      rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
    })
    const { id } = await makeSignedContract(database.db, deal)
    const ofContract = eq(licenceGrants.contractId, id)
    const [before] = await database.db.select().from(licenceGrants).where(ofContract)
    expect(before).toMatchObject({
      kind: 'ordinary',
      territoryCodes: ['450000'],
      fieldCodes: ['all'],
      endedOn: null,
    })
    await expect(
      database.db.update(licenceGrants).set({ endsOn: '2099-01-01' }).where(ofContract),
    ).rejects.toThrow()
    const updatedAt = new Date('2026-06-30T18:00:00Z')
    await database.db.update(contracts).set({ state: 'terminated', updatedAt }).where(eq(contracts.id, id))
    const [after] = await database.db.select().from(licenceGrants).where(ofContract)
    expect(after?.endedOn).toBe('2026-07-01')
  })

  describe('before a contract is ready', () => {
    /** An exclusive licence or an ordinary one of a patent with a co-owner. */
    const coOwned = async (mode: 'exclusive_licence' | 'ordinary_licence') => {
      const deal = await makeDeal(database.db, {
        transferModes: [mode],
        rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
      })
      const [offered] = await database.db
        .select()
        .from(listingRights)
        .where(eq(listingRights.listingId, deal.listingId))
      const rightId = offered?.rightId ?? ''
      await database.db.insert(rightOwners).values([
        { rightId, position: 0, name: '本校', organizationId: deal.seller.organizationId },
        { rightId, position: 1, name: '共有研究所' },
      ])
      const { id: requestId } = await beginTalks(database.db, deal, mode)
      const exclusivity = mode === 'exclusive_licence' ? 'exclusive' : 'non_exclusive'
      const terms = licenceTerms({ transferMode: mode, exclusivity })
      const { id: offerId } = await makeOffer(as(deal.seller), { requestId, terms, note: '' })
      const contract = await acceptOffer(as(deal.buyer), { requestId, offerId })
      return { deal, rightId, contract }
    }
    const ready = ({ deal, contract }: Awaited<ReturnType<typeof coOwned>>) =>
      makeContractReady(as(deal.seller), { id: contract.id, revision: contract.revision })
    const consent = (rightId: string, kind: 'co_owner' | 'pledgee', party: string) => ({
      rightId,
      kind,
      party,
      givenOn: '2026-03-01',
      reference: '同意函 2026-1',
    })

    it('a co-owner agrees to an exclusive licence, not to an ordinary one', async () => {
      await ready(await coOwned('ordinary_licence'))
      const made = await coOwned('exclusive_licence')
      await expect(ready(made)).rejects.toMatchObject({
        details: {
          problems: [{ code: 'contract.co_owner_consent_missing', params: { party: '共有研究所' } }],
        },
      })
      const { deal, rightId, contract } = made
      const input = { id: contract.id, ...consent(rightId, 'co_owner', '共有研究所') }
      await expect(recordConsent(as(deal.buyer), input)).rejects.toMatchObject({ code: 'policy.forbidden' })
      const stranger = await makeActor(database.db, 'company', ['negotiator'])
      await expect(recordConsent(as(stranger), input)).rejects.toMatchObject({ code: 'contract.not_found' })
      const nobody = { ...input, party: '别人' }
      await expect(recordConsent(as(deal.seller), nobody)).rejects.toMatchObject({
        code: 'contract.consent_not_needed',
      })
      await recordConsent(as(deal.seller), input)
      await expect(recordConsent(as(deal.seller), input)).rejects.toMatchObject({
        code: 'contract.consent_recorded',
      })
      await ready(made)
      await expect(recordConsent(as(deal.seller), input)).rejects.toMatchObject({
        code: 'contract.wrong_state',
      })
    })

    it('a pledgee agrees to any licence, a preserved right is not licensed, an open one not exclusively', async () => {
      const made = await coOwned('ordinary_licence')
      const editor = await makeMember(database.db, made.deal.seller.organizationId, ['editor'])
      const entry = {
        rightId: made.rightId,
        occurredOn: '2026-02-01',
        source: 'patent_register' as const,
        checkedOn: '2026-03-01',
        reference: '',
        days: null,
        patentYear: null,
        correctsId: null,
      }
      await recordRightEvent(as(editor), { ...entry, kind: 'pledge', party: '邕江银行' })
      await expect(ready(made)).rejects.toMatchObject({
        details: { problems: [{ code: 'contract.pledgee_consent_missing' }] },
      })
      const { deal, rightId, contract } = made
      await recordConsent(as(deal.seller), { id: contract.id, ...consent(rightId, 'pledgee', '邕江银行') })
      await recordRightEvent(as(editor), { ...entry, kind: 'preservation', party: '某法院' })
      await expect(ready(made)).rejects.toMatchObject({
        details: { problems: [{ code: 'contract.right_preserved' }] },
      })
      await recordRightEvent(as(editor), { ...entry, kind: 'preservation_release', party: '' })
      await recordRightEvent(as(editor), { ...entry, kind: 'open_licence', party: '' })
      await ready(made)
    })

    it('a stranger who writes the number down closes it to nobody, and learns nothing of its licences', async () => {
      const deal = await makeDeal(database.db, {
        transferModes: ['exclusive_licence'],
        rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
      })
      const subject = '202310000088.6'
      const [right] = await database.db
        .update(rights)
        .set({ number: subject })
        .where(eq(rights.organizationId, deal.seller.organizationId))
        .returning()
      const stranger = await makeActor(database.db, 'company', ['editor'])
      const { id: rightId, subject: written } = await createRight(as(stranger), {
        kind: 'invention_patent',
        number: subject,
        title: '',
        owners: [{ name: '某某有限公司', share: null }],
        inventorNames: [],
        filedOn: '2023-01-03',
        grantedOn: null,
        legalStatus: 'in_force',
        publicationNumber: null,
        publishedOn: null,
        publiclyFunded: null,
        fundingWords: '',
        checkedOn: null,
        checkedSource: null,
      })
      expect(written).toBe(right?.subject)
      await recordRightEvent(as(stranger), rightEvent(rightId, 'open_licence'))
      const exclusive: Grant = {
        kind: 'exclusive',
        coverage: { territories: ['450100'], fields: ['05'] },
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      }
      await database.db.insert(licenceGrants).values(rowOf(right?.subject ?? '', exclusive))
      await recordRightEvent(as(stranger), rightEvent(rightId, 'open_licence_withdrawal'))
      await recordRightEvent(as(stranger), rightEvent(rightId, 'open_licence'))
      const granted = await database.db
        .select({ grantorId: licenceGrants.grantorId })
        .from(licenceGrants)
        .where(eq(licenceGrants.subject, right?.subject ?? ''))
      expect(granted).toEqual([{ grantorId: sample.seller.organizationId }])
    })

    it('an open licence is not declared beside an exclusive one, and keeps later ones out', async () => {
      const deal = await makeDeal(database.db, {
        transferModes: ['exclusive_licence'],
        rights: [{ kind: 'invention_patent', filedOn: '2023-01-03' }],
      })
      const editor = await makeMember(database.db, deal.seller.organizationId, ['editor'])
      const [right] = await database.db
        .select()
        .from(rights)
        .where(eq(rights.organizationId, deal.seller.organizationId))
      const grant = rowOf(right?.subject ?? '', {
        kind: 'exclusive',
        coverage: { territories: ['450100'], fields: ['05'] },
        startsOn: '2026-01-01',
        endsOn: '2026-12-31',
      })
      await database.db.insert(licenceGrants).values(grant)
      const declared = recordRightEvent(as(editor), rightEvent(right?.id ?? '', 'open_licence'))
      await expect(declared).rejects.toMatchObject({ code: 'right.exclusive_in_force' })
    })
  })
})
