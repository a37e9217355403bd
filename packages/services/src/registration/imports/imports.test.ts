import { buffer } from 'node:stream/consumers'
import { createTableFiles } from '@market/adapters/tables'
import { organizations, registrations, turnoverEntries } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { EMPTY_SUPPLEMENT, type ImportRow, importHeader, writeImportRow } from '@market/domain/registration'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../audit/index.ts'
import { checkLedger } from '../../indicators/check-ledger.ts'
import { auditActionsOf, makeActor } from '../../testing/index.ts'
import {
  cancelImport,
  cancelRegistration,
  changeRegistration,
  checkImport,
  commitImport,
  createImport,
  exportRegistrations,
  getImport,
  getRegistration,
  type ImportContext,
  listImportProblems,
  listImports,
  runImport,
} from '../index.ts'
import { makeOffice, type Office } from '../testing/index.ts'

const tables = createTableFiles()
let test: TestDatabase
let clock: FixedClock
let office: Office
let worker: ImportContext
let serial = 0

beforeEach(async () => {
  test ??= await createTestDatabase()
  clock = fixedClock('2026-03-02T02:00:00Z')
  office = await makeOffice(test.db, clock)
  worker = { ...office.as(null), tables }
})
afterAll(() => test.drop())

const contract = (changes: Partial<ImportRow> = {}): ImportRow => {
  serial += 1
  return {
    number: `19${String(serial).padStart(12, '0')}`,
    title: `甘蔗尾叶青贮技术 ${serial}`,
    type: 'ZR',
    subType: 'XK_PATENT',
    seller: { name: '邕州农科所', creditCode: '1245010049850001XN', kind: '0211', regionCode: '450103' },
    buyer: { name: `某乡合作社${serial % 3}`, creditCode: '', kind: '170', regionCode: '450110' },
    contractAmountFen: 10_000_000 + serial,
    technologyAmountFen: 8_000_000,
    signedOn: '2018-05-02',
    effectiveOn: '2018-05-02',
    endsOn: '2023-05-01',
    registeredOn: '2018-06-01',
    technicalField: '09',
    planIndustry: 'modern_agriculture',
    ipKind: 'invention_patent',
    planSource: 'none',
    socioEconomicObjective: '09',
    paymentMethod: 'lump_sum',
    relatedParties: false,
    status: 'valid',
    ...EMPTY_SUPPLEMENT,
    ...changes,
  }
}

const sheet = async (rows: readonly ImportRow[], format: 'csv' | 'xlsx' = 'csv') => {
  const lines = async function* () {
    yield importHeader()
    for (const row of rows) yield writeImportRow(row)
  }
  return buffer(tables.write(lines(), format))
}

const upload = async (
  rows: readonly ImportRow[],
  format: 'csv' | 'xlsx' = 'csv',
  actor: Actor = office.registrar,
) => {
  const content = await sheet(rows, format)
  const input = { fileName: `contracts.${format}`, format, content, source: '自治区登记点' }
  return (await createImport(office.as(actor), input)).id
}

const checked = async (rows: readonly ImportRow[], format: 'csv' | 'xlsx' = 'csv') => {
  const id = await upload(rows, format)
  await checkImport(worker, id)
  return id
}
const done = async (rows: readonly ImportRow[], format: 'csv' | 'xlsx' = 'csv') => {
  const id = await checked(rows, format)
  await commitImport(office.as(office.registrar), id)
  await runImport(worker, id)
  return id
}
const stateOf = async (id: string) => (await getImport(office.as(office.registrar), id)).record
const importedBy = (id: string) => test.db.select().from(registrations).where(eq(registrations.importId, id))
const problemsOf = async (id: string) => {
  const { items } = await listImportProblems(office.as(office.registrar), id, { limit: 100 })
  return items.map(({ row, column, code }) => [row, column, code])
}

describe('an import', () => {
  it.each(['csv', 'xlsx'] as const)(
    'enters every row of a %s file: register, version, ledger and trail',
    async (format) => {
      const rows = [
        contract(),
        contract(),
        contract({
          signedOn: '1995-01-02',
          effectiveOn: '1995-01-02',
          registeredOn: '1995-02-01',
          endsOn: null,
        }),
      ]
      const id = await done(rows, format)
      expect(await stateOf(id)).toMatchObject({ state: 'done', rowCount: 3, processedRows: 3, errorCount: 0 })
      const imported = await importedBy(id)
      expect(imported.map(({ number }) => number).toSorted()).toEqual(rows.map(({ number }) => number))
      for (const record of imported) {
        expect(record).toMatchObject({ contractId: null, state: 'registered', version: 1 })
        expect(await auditActionsOf(test.db, record.id)).toEqual(['registration.import'])
      }
      const [first] = imported.filter(({ number }) => number === rows[0]?.number)
      const entries = await test.db
        .select()
        .from(turnoverEntries)
        .where(eq(turnoverEntries.registrationId, first?.id ?? ''))
      expect(entries).toMatchObject([
        { businessOn: '2018-06-01', type: 'ZR', fiveType: 'XK', agencyId: office.filer.organizationId },
      ])
      expect(await auditActionsOf(test.db, id)).toEqual([
        'import.create',
        'import.check',
        'import.commit',
        'import.run',
      ])
      expect((await checkLedger(test.db)).differences).toEqual([])
      expect(await verifyAuditChain(test.db)).toMatchObject({ whole: true })
    },
  )

  it('records parties that are no members, once, and finds members by their code', async () => {
    const [member] = await test.db
      .select()
      .from(organizations)
      .where(eq(organizations.id, office.seller.organizationId))
    if (!member) throw new Error('no member')
    const seller = {
      name: member.nameZh,
      creditCode: member.creditCode,
      kind: '0221' as const,
      regionCode: '450103',
    }
    const id = await done([contract({ seller }), contract({ seller })])
    const [one, two] = await importedBy(id)
    expect([one?.sellerId, two?.sellerId]).toEqual([member.id, member.id])
    const stranger = await test.db
      .select()
      .from(organizations)
      .where(eq(organizations.id, one?.buyerId ?? ''))
    expect(stranger).toMatchObject([{ state: 'recorded', creditCode: '' }])
    expect((await getRegistration(office.as(office.seller), one?.id ?? '')).record.contractId).toBeNull()
  })

  it('can be changed and cancelled like any other, by somebody else', async () => {
    const [record] = await importedBy(await done([contract()]))
    const registrationId = record?.id ?? ''
    const change = { registrationId, reason: '补正', technologyAmountFen: 7_000_000 }
    await expect(changeRegistration(office.as(office.registrar), change)).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await changeRegistration(office.as(office.secondRegistrar), change)
    await cancelRegistration(office.as(office.secondRegistrar), { registrationId, reason: '解除' })
    expect((await checkLedger(test.db)).differences).toEqual([])
  })
})

describe('an imported contract older than the first regime', () => {
  it('can be changed as well', async () => {
    const old = {
      signedOn: '1995-01-02',
      effectiveOn: '1995-01-02',
      registeredOn: '1995-02-01',
      endsOn: null,
    }
    const [record] = await importedBy(await done([contract(old)]))
    const change = { registrationId: record?.id ?? '', reason: '补正', technologyAmountFen: 7_000_000 }
    const changed = await changeRegistration(office.as(office.secondRegistrar), change)
    expect(changed).toMatchObject({ version: 2, regimeKey: 'R2001' })
  })
})

describe('the check of a file', () => {
  it('names row, column and reason, and enters nothing', async () => {
    const id = await checked([
      contract(),
      contract({ technicalField: 'x' as never }),
      contract({ endsOn: '2000-01-01' }),
    ])
    expect(await problemsOf(id)).toEqual([
      [3, 'technicalField', 'import.unknown_code'],
      [4, 'endsOn', 'contract.ends_before_effective'],
    ])
    expect(await stateOf(id)).toMatchObject({ state: 'checked', errorCount: 2 })
    await expect(commitImport(office.as(office.registrar), id)).rejects.toMatchObject({
      code: 'import.has_errors',
    })
    expect(await importedBy(id)).toEqual([])
  })

  it('finds what stands in the register already, or nearly', async () => {
    const known = contract()
    await done([known])
    const again = contract({ ...known, number: '19990000000001' })
    const alike = contract({ ...known, number: '19990000000002', title: '别的名称' })
    const taken = contract({ number: known.number })
    const id = await checked([again, alike, taken])
    const found = await problemsOf(id)
    expect(found).toContainEqual([2, null, 'import.contract_registered'])
    expect(found).toContainEqual([3, null, 'import.like_registered'])
    expect(found).toContainEqual([4, 'number', 'import.number_taken'])
  })

  it('leaves the numbers of the register itself alone', async () => {
    const id = await checked([
      contract({ number: '2026450100900001' }),
      contract({ number: '2031450100000001' }),
    ])
    expect(await problemsOf(id)).toEqual([
      [2, 'number', 'import.number_reserved'],
      [3, 'number', 'import.number_reserved'],
    ])
  })

  it.each([
    ['an empty file', '登记编号', 'import.column_missing'],
    ['bytes that are no text', Buffer.from([0xff, 0xff, 0x2c]), 'import.file_encoding'],
    ['a broken workbook', Buffer.from('PK\u0003\u0004 and no more'), 'import.file_damaged'],
    ['a head alone', importHeader().join(','), 'import.empty'],
  ])('says what is wrong with %s', async (_, content, code) => {
    const bytes = Buffer.from(content)
    const input = { fileName: 'x', format: tables.formatOf(bytes), content: bytes, source: '' }
    const { id } = await createImport(office.as(office.registrar), input)
    await checkImport(worker, id)
    expect((await problemsOf(id)).map(([, , found]) => found)).toContain(code)
  })
})

describe('all or nothing', () => {
  it('leaves no trace of a file that fails in the middle', async () => {
    const rows = Array.from({ length: 600 }, () => contract())
    const id = await checked(rows)
    await commitImport(office.as(office.registrar), id)
    const last = rows.at(-1)
    await done([contract({ number: last?.number ?? '' })])
    await runImport(worker, id)
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failureCode: 'import.no_longer_sound' })
    expect(await importedBy(id)).toEqual([])
    expect((await checkLedger(test.db)).differences).toEqual([])
  })

  it('stops when asked, with the register as it was', async () => {
    const id = await checked(Array.from({ length: 600 }, () => contract()))
    await commitImport(office.as(office.registrar), id)
    let asked: Promise<unknown> | null = null
    const interrupted: ImportContext = {
      ...worker,
      // The first record of the second step is being made: somebody presses the button.
      secrets: {
        next: () => {
          serial += 1
          asked ??= cancelImport(office.as(office.registrar), id)
          return `secret ${serial}`
        },
      },
    }
    await runImport(interrupted, id)
    await asked
    expect(['cancelled', 'done']).toContain((await stateOf(id)).state)
    expect((await importedBy(id)).length).toBe((await stateOf(id)).state === 'done' ? 600 : 0)
  })

  it('begins again where a worker died in the middle', async () => {
    const id = await checked([contract()])
    await commitImport(office.as(office.registrar), id)
    const dying = {
      ...worker,
      secrets: {
        next: () => {
          throw new Error('power cut')
        },
      },
    }
    await expect(runImport(dying, id)).rejects.toThrow('power cut')
    expect(await stateOf(id)).toMatchObject({ state: 'failed', failureCode: 'import.internal' })
    expect(await importedBy(id)).toEqual([])
  })

  it('is given up before it runs, and not again', async () => {
    const id = await checked([contract()])
    expect((await cancelImport(office.as(office.registrar), id)).state).toBe('cancelled')
    await expect(commitImport(office.as(office.registrar), id)).rejects.toMatchObject({
      code: 'import.wrong_state',
    })
    await expect(cancelImport(office.as(office.registrar), id)).rejects.toMatchObject({
      code: 'import.wrong_state',
    })
    await runImport(worker, id)
    expect(await importedBy(id)).toEqual([])
  })
})

describe('who may import', () => {
  it('is a registrar of an agency, for that agency alone', async () => {
    const id = await checked([contract()])
    await expect(upload([contract()], 'csv', office.filer)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(upload([contract()], 'csv', office.seller)).rejects.toMatchObject({ kind: 'forbidden' })
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    for (const verb of [getImport, commitImport, cancelImport]) {
      await expect(verb(office.as(stranger), id)).rejects.toMatchObject({ code: 'import.not_found' })
    }
    await expect(commitImport(office.as(office.filer), id)).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await listImports(office.as(stranger), { limit: 10 })).items).toEqual([])
    expect((await listImports(office.as(office.filer), { limit: 10 })).items.map((row) => row.id)).toEqual([
      id,
    ])
    expect(() => exportRegistrations(office.as(office.seller), {})).toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    )
  })
})

/** A foreign contract with everything the form asks. */
const WHOLE_FORM: Partial<ImportRow> = {
  seller: { name: 'Mekong Agritech', creditCode: '', kind: '330', regionCode: '000000' },
  sellerCountry: '141',
  buyerCountry: '142',
  contractAmountFen: 71_234_000,
  technologyAmountFen: 60_000_000,
  currency: 'USD',
  currencyAmountCents: 10_000_000,
  exchangeRate: '7.12340000',
  exchangeRateOn: '2018-05-02',
  nonTechnicalItems: [
    { kind: 'equipment', words: '两台｜青贮机', amountFen: 11_000_000 },
    { kind: 'other', words: '运输', amountFen: 234_000 },
  ],
  carrierSets: 2,
  industryClass: '01',
  sellerIndustryClass: '73',
  buyerIndustryClass: '0113',
  addedInputFen: 0,
  addedOutputFen: 500_000_000,
  sellerProfile: {
    traits: ['research_body', 'listed_company'],
    scale: 'medium',
    address: '湄公街 1 号',
    postcode: '010000',
    representative: '阮某',
    contact: '=联系人',
    phone: '+84 24 3000 0000',
  },
}

describe('an export', () => {
  it.each(['csv', 'xlsx'] as const)('as %s gives back every row that was imported', async (format) => {
    const rows = [
      contract({ title: '=HYPERLINK("x"), "引号" 与\n换行' }),
      contract({ status: 'changed', endsOn: null, socioEconomicObjective: null, subType: null }),
      contract({ contractAmountFen: 900_000_000_000_001, technologyAmountFen: 1 }),
      contract(WHOLE_FORM),
    ]
    await done(rows)
    const bytes = await buffer(tables.write(exportRegistrations(office.as(office.filer), {}), format))
    const lines: unknown[][] = []
    for await (const { cells } of tables.read(bytes, format)) lines.push(cells.map((cell) => cell ?? ''))
    expect(lines).toEqual(
      [importHeader(), ...rows.map(writeImportRow)].map((line) => line.slice(0, lines[0]?.length)),
    )
  })
})
