import { batchListMembers, batchLists } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember } from '../../testing/index.ts'
import {
  cancelRegistration,
  changeRegistration,
  createBatchList,
  getBatchList,
  listBatchLists,
  revokeRegistration,
  verifyBatchList,
} from '../index.ts'
import { makeOffice, type Office } from '../testing/index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office

beforeEach(async () => {
  test ??= await createTestDatabase()
  clock = fixedClock('2026-03-02T02:00:00Z')
  office = await makeOffice(test.db, clock)
})
afterAll(() => test.drop())

const PERIOD = { fromOn: '2026-03-01', toOn: '2026-03-31' }
const reason = '双方解除合同'

describe('a list of registrations', () => {
  it('holds what the agency registered in the period, with sums, hash and trail', async () => {
    const ids = [await office.registered(), await office.registered()]
    const other = await makeOffice(test.db, clock)
    await other.registered()
    clock.set('2026-04-01T02:00:00Z')
    await office.registered()
    const cancelled = await office.registered()
    await cancelRegistration(office.as(office.registrar), { registrationId: cancelled, reason })

    const list = await createBatchList(office.as(office.filer), PERIOD)
    const details = await getBatchList(office.as(office.filer), list.id)
    expect(details.members.map(({ registrationId }) => registrationId).toSorted()).toEqual(ids.toSorted())
    expect(details).toMatchObject({
      void: false,
      intact: true,
      list: { contractCount: 2, contractAmountFen: 60_000_000, technologyAmountFen: 48_000_000 },
    })
    expect(details.list.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await auditActionsOf(test.db, list.id)).toEqual(['batch_list.create'])
  })

  it.each(['change', 'cancel', 'revoke'] as const)(
    'goes void when one of its contracts is up for %s',
    async (step) => {
      const registrationId = await office.registered()
      await office.registered()
      const list = await createBatchList(office.as(office.filer), PERIOD)
      const registrar = office.as(office.registrar)
      if (step === 'change')
        await changeRegistration(registrar, { registrationId, reason, endsOn: '2030-01-01' })
      if (step === 'cancel') await cancelRegistration(registrar, { registrationId, reason })
      if (step === 'revoke') await revokeRegistration(registrar, { registrationId, reason })

      const publicly = await verifyBatchList(office.as(null), list.verificationCode.toLowerCase())
      expect(publicly).toMatchObject({ void: true, intact: true })
      const { items } = await listBatchLists(office.as(office.filer), { limit: 10 })
      expect(items.map(({ void: isVoid }) => isVoid)).toEqual([true])
      const again = await createBatchList(office.as(office.filer), PERIOD)
      expect((await getBatchList(office.as(office.filer), again.id)).void).toBe(false)
    },
  )

  it('cannot be rewritten', async () => {
    await office.registered()
    await createBatchList(office.as(office.filer), PERIOD)
    await expect(test.db.update(batchLists).set({ sha256: '0' })).rejects.toThrow()
    await expect(test.db.delete(batchListMembers)).rejects.toThrow()
  })

  it('refuses an empty or reversed period', async () => {
    const create = (input: typeof PERIOD) => createBatchList(office.as(office.filer), input)
    await expect(create(PERIOD)).rejects.toMatchObject({ code: 'batch_list.empty' })
    await expect(create({ fromOn: '2026-03-02', toOn: '2026-03-01' })).rejects.toMatchObject({
      kind: 'invalid',
    })
  })

  it('is made by its agency alone and hidden from others', async () => {
    await office.registered()
    const list = await createBatchList(office.as(office.registrar), PERIOD)
    const viewer = await makeMember(test.db, office.filer.organizationId, ['viewer'])
    await expect(createBatchList(office.as(viewer), PERIOD)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(createBatchList(office.as(office.seller), PERIOD)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    const stranger = await makeActor(test.db, 'agency')
    await expect(getBatchList(office.as(stranger), list.id)).rejects.toMatchObject({
      code: 'batch_list.not_found',
    })
    expect((await listBatchLists(office.as(stranger), { limit: 10 })).items).toEqual([])
    const authority = await makeActor(test.db, 'authority', ['viewer'])
    expect((await getBatchList(office.as(authority), list.id)).list.id).toBe(list.id)
    await expect(verifyBatchList(office.as(null), '0000000000000000')).rejects.toMatchObject({
      code: 'batch_list.not_found',
    })
  })
})
