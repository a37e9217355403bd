import { receipts, receiptVerifications } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mayReadFile } from '../../files/may-read-file.ts'
import { auditActionsOf, makeActor, makeFile, makeMember } from '../../testing/index.ts'
import {
  cancelRegistration,
  changeRegistration,
  correctReceipt,
  getTaxEvidence,
  listReceipts,
  recordReceipt,
  verifyReceipt,
} from '../index.ts'
import { makeOffice, type Office } from '../testing/index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office
let finance: Actor & { organizationId: string }

beforeEach(async () => {
  test ??= await createTestDatabase()
  clock = fixedClock('2026-03-02T02:00:00Z')
  office = await makeOffice(test.db, clock)
  finance = await makeMember(test.db, office.seller.organizationId, ['finance'])
})
afterAll(() => test.drop())

const RECEIPT = {
  receivedOn: '2026-03-01',
  amountFen: 20_000_000,
  declaredTechnologyFen: 16_000_000,
  note: '',
  fileId: null,
}

const record = (registrationId: string, changes: Partial<typeof RECEIPT> = {}, actor: Actor = finance) =>
  recordReceipt(office.as(actor), { registrationId, ...RECEIPT, ...changes })
const verify = (
  receiptId: string,
  verifiedTechnologyFen = 16_000_000,
  reason = '',
  actor = office.registrar,
) => verifyReceipt(office.as(actor), { receiptId, verifiedTechnologyFen, reason })

describe('a receipt', () => {
  it('is recorded by the seller’s finance or the agency, verified by a registrar, and leaves a trail', async () => {
    const registrationId = await office.registered()
    const { id } = await record(registrationId)
    await record(registrationId, { amountFen: 100, declaredTechnologyFen: 100 }, office.filer)
    await verify(id)
    expect(await auditActionsOf(test.db, id)).toEqual(['receipt.record', 'receipt.verify'])
    const list = await listReceipts(office.as(office.registrar), registrationId)
    expect(list).toMatchObject({ technologyAmountFen: 24_000_000, verifiedFen: 16_000_000 })
    expect(list.receipts).toHaveLength(2)
  })

  it('is corrected by a new one, which has to be verified anew', async () => {
    const registrationId = await office.registered()
    const { id } = await record(registrationId)
    await verify(id)
    const input = { ...RECEIPT, receiptId: id, amountFen: 0, declaredTechnologyFen: 0 }
    await expect(correctReceipt(office.as(finance), input)).rejects.toMatchObject({ code: 'receipt.invalid' })
    const corrected = await correctReceipt(office.as(finance), { ...input, note: '退款' })
    expect(await auditActionsOf(test.db, corrected.id)).toEqual(['receipt.correct'])
    const again = correctReceipt(office.as(finance), { ...input, note: '再次' })
    await expect(again).rejects.toMatchObject({ code: 'receipt.corrected' })
    await expect(verify(id)).rejects.toMatchObject({ code: 'receipt.corrected' })
    const list = await listReceipts(office.as(finance), registrationId)
    expect(list.verifiedFen).toBe(0)
    expect(list.receipts.map(({ correctedBy }) => correctedBy)).toEqual([corrected.id, null])
  })

  it('cannot be rewritten, nor what was verified of it', async () => {
    const { id } = await record(await office.registered())
    await verify(id)
    await expect(test.db.update(receipts).set({ amountFen: 1 }).where(eq(receipts.id, id))).rejects.toThrow()
    await expect(
      test.db.delete(receiptVerifications).where(eq(receiptVerifications.receiptId, id)),
    ).rejects.toThrow()
  })

  it('says field by field what is wrong with it', async () => {
    const id = await office.registered()
    const wrong = record(id, { amountFen: 0, declaredTechnologyFen: 1, receivedOn: '2026-03-03' })
    await expect(wrong).rejects.toMatchObject({
      code: 'receipt.invalid',
      details: {
        problems: [{ path: 'amountFen' }, { path: 'declaredTechnologyFen' }, { path: 'receivedOn' }],
      },
    })
    const theirs = await makeFile(test.db, office.buyer)
    const borrowed = recordReceipt(office.as(finance), { registrationId: id, ...RECEIPT, fileId: theirs })
    await expect(borrowed).rejects.toMatchObject({ details: { problems: [{ path: 'fileId' }] } })
  })

  it('lets the registrar read its file, and nobody else', async () => {
    const fileId = await makeFile(test.db, office.seller)
    await recordReceipt(office.as(finance), { registrationId: await office.registered(), ...RECEIPT, fileId })
    const file = await test.db.query.files.findFirst({ where: (row) => eq(row.id, fileId) })
    if (!file) throw new Error('no file')
    expect(await mayReadFile(office.as(office.registrar), file)).toBe(true)
    expect(await mayReadFile(office.as(await makeActor(test.db, 'company')), file)).toBe(false)
    expect(await mayReadFile(office.as(null), file)).toBe(false)
  })

  it('is refused where nothing is registered any more', async () => {
    const registrationId = await office.registered()
    const { id } = await record(registrationId)
    await cancelRegistration(office.as(office.registrar), { registrationId, reason: '解除' })
    await expect(record(registrationId)).rejects.toMatchObject({ code: 'receipt.registration_not_live' })
    await expect(verify(id)).rejects.toMatchObject({ code: 'receipt.registration_not_live' })
    const unregistered = record(await office.submitted())
    await expect(unregistered).rejects.toMatchObject({ code: 'receipt.registration_not_live' })
  })

  it('is not recorded by the buyer, a stranger or another role of the seller', async () => {
    const id = await office.registered()
    const { organizationId } = office.seller
    const viewer = await makeMember(test.db, organizationId, ['viewer'])
    await expect(record(id, {}, viewer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(record(id, {}, office.buyer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(record(id, {}, await makeActor(test.db, 'company'))).rejects.toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('verified technical income', () => {
  it('needs another person than the one who recorded, and a reason where it differs', async () => {
    const both = await makeMember(test.db, office.filer.organizationId, ['editor', 'registrar'])
    const { id } = await record(await office.registered(), {}, both)
    await expect(verify(id, 16_000_000, '', both)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verify(id, 16_000_000, '', finance)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(verify(id, 1)).rejects.toMatchObject({ code: 'receipt.reason_required' })
    await expect(verify(id, 20_000_001, '多')).rejects.toMatchObject({ code: 'receipt.invalid' })
    await verify(id, 1, '设备款除外')
    await expect(verify(id)).rejects.toMatchObject({ code: 'receipt.already_verified' })
  })

  it('never exceeds the technology amount in sum, in a race either', async () => {
    const registrationId = await office.registered()
    const made = []
    for (let index = 0; index < 4; index += 1) made.push(await record(registrationId))
    const results = await Promise.allSettled(
      made.map(({ id }, index) =>
        verify(id, 8_000_000, '按合同', index % 2 ? office.registrar : office.secondRegistrar),
      ),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    for (const result of results) {
      if (result.status === 'rejected')
        expect(result.reason).toMatchObject({ code: 'receipt.over_technology_amount' })
    }
    const lower = changeRegistration(office.as(office.registrar), {
      registrationId,
      reason: '补充协议',
      technologyAmountFen: 23_999_999,
    })
    await expect(lower).rejects.toMatchObject({ code: 'registration.below_verified_income' })
  })
})

describe('tax evidence', () => {
  it('adds a seller’s year up receipt by receipt and counts what nothing speaks against', async () => {
    const large = { contractAmountFen: 900_000_000, technologyAmountFen: 900_000_000, signedOn: '2026-02-20' }
    const licence = await office.registered({
      ...large,
      title: '甲',
      endsOn: '2031-02-19',
      technologyAmountFen: 499_000_000,
    })
    const short = await office.registered({ endsOn: '2027-02-19' })
    for (const registrationId of [licence, short]) {
      await changeRegistration(office.as(office.registrar), {
        registrationId,
        reason: '补正',
        ipKind: 'invention_patent',
      })
    }
    const first = await record(licence, { amountFen: 300_000_000, declaredTechnologyFen: 300_000_000 })
    const second = await record(licence, {
      amountFen: 199_000_000,
      declaredTechnologyFen: 199_000_000,
      receivedOn: '2026-03-02',
    })
    const third = await record(short)
    await record(licence)
    await verify(first.id, 300_000_000)
    await verify(second.id, 199_000_000)
    await verify(third.id)

    const { organizationId: sellerId } = office.seller
    const evidence = await getTaxEvidence(office.as(finance), { sellerId, year: 2026 })
    expect(evidence).toMatchObject({
      verifiedFen: 515_000_000,
      countedFen: 499_000_000,
      relief: { reliefFen: 499_000_000, taxableFen: 0 },
    })
    expect(evidence.receipts.map(({ cumulativeFen }) => cumulativeFen)).toEqual([
      300_000_000,
      null,
      499_000_000,
    ])
    expect(evidence.contracts.map(({ counted }) => counted).toSorted()).toEqual([false, true])
    const nextYear = await getTaxEvidence(office.as(finance), { sellerId, year: 2027 })
    expect(nextYear).toMatchObject({ contracts: [], receipts: [], countedFen: 0 })
  })

  it('is for the seller and those who oversee', async () => {
    const { organizationId: sellerId } = office.seller
    const read = (actor: Actor) => getTaxEvidence(office.as(actor), { sellerId, year: 2026 })
    expect((await read(await makeActor(test.db, 'authority', ['viewer']))).contracts).toEqual([])
    for (const actor of [office.buyer, office.filer]) {
      await expect(read(actor)).rejects.toMatchObject({ code: 'tax_evidence.not_found' })
    }
  })
})
