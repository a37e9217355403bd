import { inUnitOfWork } from '@market/database'
import {
  numberSeries,
  organizations,
  registrations,
  registrationVersions,
  turnoverEntries,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { asc, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor } from '../testing/index.ts'
import {
  cancelRegistration,
  changeRegistration,
  getCertificate,
  getRegistration,
  type RegistrationRecord,
  registerContract,
  revokeRegistration,
} from './index.ts'
import { nextSerial } from './number-series.ts'
import { makeOffice, type Office } from './testing/index.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2026-03-02T02:00:00Z')
  office = await makeOffice(test.db, clock)
})
afterAll(() => test.drop())

const reason = '双方解除合同'
const entriesOf = (id: string) =>
  test.db
    .select()
    .from(turnoverEntries)
    .where(eq(turnoverEntries.registrationId, id))
    .orderBy(asc(turnoverEntries.id))
const versionsOf = (id: string) =>
  test.db
    .select()
    .from(registrationVersions)
    .where(eq(registrationVersions.registrationId, id))
    .orderBy(asc(registrationVersions.version))
const recordOf = async (id: string): Promise<RegistrationRecord> =>
  (await getRegistration(office.as(office.registrar), id)).record

describe('registering', () => {
  it('issues a number and a code and writes version and ledger entry with every dimension', async () => {
    const id = await office.registered({ contractAmountFen: 70_000_000, technologyAmountFen: 60_000_000 })
    const record = await recordOf(id)
    expect(record.number).toMatch(/^2026450100\d{6}$/)
    expect(record.verificationCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
    expect(await entriesOf(id)).toMatchObject([
      {
        direction: 'book',
        version: 1,
        contractCount: 1,
        contractAmountFen: 70_000_000,
        technologyAmountFen: 60_000_000,
        businessOn: '2026-03-02',
        recordedAt: clock.now(),
        type: 'XK',
        fourType: 'ZR',
        fiveType: 'XK',
        regimeKey: 'R2022',
        technicalField: '05',
        planIndustry: 'new_materials',
        planSource: 'none',
        agencyId: office.filer.organizationId,
        sellerId: office.seller.organizationId,
        buyerId: office.buyer.organizationId,
      },
    ])
    expect(await versionsOf(id)).toMatchObject([{ version: 1, entry: 'registered' }])
  })

  it('counts a contract of the night before New Year in Shanghai on that day', async () => {
    clock.set('2026-12-31T15:59:59Z')
    const before = await recordOf(await office.registered())
    clock.set('2026-12-31T16:00:00Z')
    const after = await recordOf(await office.registered())
    clock.set('2026-03-02T02:00:00Z')
    expect([before.registeredOn, after.registeredOn]).toEqual(['2026-12-31', '2027-01-01'])
    expect(after.number).toMatch(/^2027/)
  })

  it('gives twenty parallel registrations of three agencies numbers without gap or double', async () => {
    clock.set('2028-03-02T02:00:00Z')
    const offices = await Promise.all([0, 1, 2].map(() => makeOffice(test.db, clock)))
    const waiting: { office: Office; id: string }[] = []
    for (let index = 0; index < 20; index += 1) {
      const at = offices[index % offices.length]
      if (at) waiting.push({ office: at, id: await at.accepted() })
    }
    const registered = await Promise.all(
      waiting.map(({ office: at, id }) => registerContract(at.as(at.registrar), id)),
    )
    const serials = registered.map(({ number }) => Number(number?.slice(10))).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
    clock.set('2026-03-02T02:00:00Z')
  })

  it('registers once when two registrars press at the same time', async () => {
    const id = await office.accepted()
    const results = await Promise.allSettled(
      [office.registrar, office.secondRegistrar].map((actor) => registerContract(office.as(actor), id)),
    )
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await entriesOf(id)).toHaveLength(1)
  })

  it('ends with its series', async () => {
    clock.set('2035-03-02T02:00:00Z')
    await test.db.insert(numberSeries).values({ series: '2035450100', last: 999_999 })
    const id = await office.accepted({ endsOn: null })
    await expect(registerContract(office.as(office.registrar), id)).rejects.toMatchObject({
      kind: 'limit',
      code: 'registration.series_exhausted',
    })
    clock.set('2026-03-02T02:00:00Z')
  })

  it('gives a serial back when the transaction fails', async () => {
    const context = office.as(office.registrar)
    const series = '2031450100'
    const take = (fail: boolean) =>
      inUnitOfWork(context, async (unit) => {
        const serial = await nextSerial(unit.tx, series)
        if (fail) throw new Error('power cut')
        unit.audit({ action: 'test', subjectType: 'test', subjectId: series })
        return serial
      })
    expect(await take(false)).toBe(1)
    await expect(take(true)).rejects.toThrow('power cut')
    expect(await take(false)).toBe(2)
    const [row] = await test.db.select().from(numberSeries).where(like(numberSeries.series, series))
    expect(row?.last).toBe(2)
  })
})

interface Verb {
  name: string
  action: string
  run: (actor: Actor, registrationId: string) => Promise<RegistrationRecord>
  after: Partial<RegistrationRecord>
}

const verbs: Verb[] = [
  {
    name: 'changing',
    action: 'registration.change',
    run: (actor, registrationId) =>
      changeRegistration(office.as(actor), { registrationId, reason, contractAmountFen: 45_000_000 }),
    after: { state: 'registered', status: 'changed', version: 2, contractAmountFen: 45_000_000 },
  },
  {
    name: 'cancelling',
    action: 'registration.cancel',
    run: (actor, registrationId) => cancelRegistration(office.as(actor), { registrationId, reason }),
    after: { state: 'registered', status: 'cancelled', version: 2 },
  },
  {
    name: 'revoking',
    action: 'registration.revoke',
    run: (actor, registrationId) => revokeRegistration(office.as(actor), { registrationId, reason }),
    after: { state: 'registered', status: 'revoked', version: 2 },
  },
]

describe('a change', () => {
  it('is recorded after what it takes back, however long it waited for it', async () => {
    const registrationId = await office.registered()
    const booked = clock.now()
    clock.set(new Date(booked.getTime() - 5_000).toISOString())
    await cancelRegistration(office.as(office.registrar), { registrationId, reason })
    clock.set(booked.toISOString())
    expect(await entriesOf(registrationId)).toMatchObject([
      { direction: 'book', recordedAt: booked },
      { direction: 'reverse', recordedAt: booked },
    ])
  })

  it('does not overwrite another that the editor has not seen', async () => {
    const registrationId = await office.registered()
    const change = (version: number, contractAmountFen: number) =>
      changeRegistration(office.as(office.registrar), { registrationId, reason, version, contractAmountFen })
    await change(1, 45_000_000)
    await expect(change(1, 46_000_000)).rejects.toMatchObject({ code: 'registration.changed_meanwhile' })
    expect(await change(2, 46_000_000)).toMatchObject({ version: 3, contractAmountFen: 46_000_000 })
  })
})

describe.each(verbs)('$name', ({ action, run, after }) => {
  it('works, keeps number and date, and leaves an audit row with the reason', async () => {
    const id = await office.registered()
    const { number, registeredOn } = await recordOf(id)
    expect(await run(office.registrar, id)).toMatchObject({ ...after, number, registeredOn })
    expect((await auditActionsOf(test.db, id)).at(-1)).toBe(action)
    expect((await versionsOf(id)).at(-1)).toMatchObject({ version: 2, reason, entry: after.status })
  })

  it('refuses what is not registered, and what is revoked', async () => {
    const id = await office.accepted()
    await expect(run(office.registrar, id)).rejects.toMatchObject({ code: 'registration.wrong_state' })
    const gone = await office.registered()
    await revokeRegistration(office.as(office.registrar), { registrationId: gone, reason })
    await expect(run(office.registrar, gone)).rejects.toMatchObject({ code: 'registration.wrong_state' })
  })

  it('is hidden from another agency and forbidden to filer and parties', async () => {
    const id = await office.registered()
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await expect(run(stranger, id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(run(office.filer, id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(run(office.buyer, id)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the ledger', () => {
  it('takes a changed entry back and books the new one on the old business date', async () => {
    const id = await office.registered()
    clock.set('2027-05-01T02:00:00Z')
    await changeRegistration(office.as(office.registrar), {
      registrationId: id,
      reason,
      contractAmountFen: 20_000_000,
      technologyAmountFen: 10_000_000,
      technicalField: '06',
    })
    const recordedAt = clock.now()
    clock.set('2026-03-02T02:00:00Z')
    expect(await entriesOf(id)).toMatchObject([
      { version: 1, direction: 'book', contractAmountFen: 30_000_000, technicalField: '05' },
      { version: 1, direction: 'reverse', contractAmountFen: -30_000_000, technicalField: '05', recordedAt },
      {
        version: 2,
        direction: 'book',
        contractAmountFen: 20_000_000,
        technicalField: '06',
        businessOn: '2026-03-02',
      },
    ])
  })

  it('books nothing twice when a cancelled registration is revoked', async () => {
    const id = await office.registered()
    await cancelRegistration(office.as(office.registrar), { registrationId: id, reason })
    const revoked = await revokeRegistration(office.as(office.registrar), { registrationId: id, reason })
    expect(revoked).toMatchObject({ status: 'revoked', version: 3 })
    expect((await entriesOf(id)).map(({ contractCount }) => contractCount)).toEqual([1, -1])
  })

  it('lets nobody change, delete or invent an entry, or a record without its entry', async () => {
    const id = await office.registered()
    const { db } = test
    const refused = { cause: { code: '23001' } }
    await expect(
      db.update(turnoverEntries).set({ contractAmountFen: 1 }).where(eq(turnoverEntries.registrationId, id)),
    ).rejects.toMatchObject(refused)
    await expect(db.delete(turnoverEntries)).rejects.toMatchObject(refused)
    const [entry] = await entriesOf(id)
    if (!entry) throw new Error('Nothing was booked.')
    const { id: own, ...columns } = entry
    expect(own).toBeGreaterThan(0)
    const forged = { ...columns, version: 2 }
    const disagreement = { cause: { message: expect.stringContaining('disagree') } }
    await expect(db.insert(turnoverEntries).values(forged)).rejects.toMatchObject(disagreement)
    await expect(
      db
        .update(registrations)
        .set({ contractAmountFen: 31_000_000, version: 2 })
        .where(eq(registrations.id, id)),
    ).rejects.toMatchObject(disagreement)
  })

  it('refuses a change that changes nothing or breaks a rule', async () => {
    const registrationId = await office.registered()
    const change = (changes: object) =>
      changeRegistration(office.as(office.registrar), { registrationId, reason, ...changes })
    await expect(change({ ipKind: 'know_how' })).rejects.toMatchObject({
      code: 'registration.nothing_changed',
    })
    await expect(change({ technologyAmountFen: 30_000_001 })).rejects.toMatchObject({
      code: 'registration.invalid',
    })
  })
})

describe('the certificate', () => {
  it('keeps the names of the day of registration when a cancelled party has another since', async () => {
    const id = await office.registered()
    await test.db
      .update(organizations)
      .set({ nameZh: '后来的名称' })
      .where(eq(organizations.id, office.buyer.organizationId))
    await cancelRegistration(office.as(office.registrar), { registrationId: id, reason })
    const [registered, cancelled] = await versionsOf(id)
    expect(cancelled?.content).toEqual(registered?.content)
  })

  it('opens with number and code, typed as people type them, and tells its history', async () => {
    const id = await office.registered()
    await changeRegistration(office.as(office.registrar), {
      registrationId: id,
      reason,
      title: '更正后的名称',
    })
    const { number, verificationCode } = await recordOf(id)
    const code = (verificationCode ?? '').toLowerCase().replace(/(.{4})/g, '$1-')
    const certificate = await getCertificate(office.as(null), { number: ` ${number} `, code })
    expect(certificate.record).toMatchObject({ id, status: 'changed' })
    expect(certificate.versions.map(({ entry }) => entry)).toEqual(['registered', 'changed'])
    expect(certificate.versions.at(-1)?.content).toMatchObject({
      title: '更正后的名称',
      seller: { id: office.seller.organizationId },
    })
  })

  it('says the same of a wrong code and of a number never given, and nothing without a code', async () => {
    const { number } = await recordOf(await office.registered())
    const read = (wanted: string, code?: string) =>
      getCertificate(office.as(office.seller), { number: wanted, code })
    for (const wanted of [number ?? '', '2026450100999999', 'nonsense']) {
      await expect(read(wanted)).rejects.toMatchObject({ kind: 'invalid', code: 'certificate.code_required' })
      await expect(read(wanted, '0000000000000000')).rejects.toMatchObject({
        kind: 'not-found',
        code: 'certificate.not_found',
        details: {},
      })
    }
  })
})
