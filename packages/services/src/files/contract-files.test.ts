import { contractSignatures, files } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { entrustContract } from '../contracts/index.ts'
import { acceptRegistration, fileRegistration, submitRegistration } from '../registration/index.ts'
import {
  type DealFixture,
  makeActor,
  makeDeal,
  makeMember,
  makeSignedContract,
  testContext,
} from '../testing/index.ts'
import { mayReadFile } from './may-read-file.ts'

let database: TestDatabase
let deal: DealFixture
let contractId: string
beforeAll(async () => {
  database = await createTestDatabase()
  deal = await makeDeal(database.db)
  contractId = (await makeSignedContract(database.db, deal)).id
})
afterAll(() => database.drop())

/** Whether this actor may read the file the seller attached. */
const mayRead = async (actor: Actor | null): Promise<boolean> => {
  const [row] = await database.db
    .select({ file: files })
    .from(contractSignatures)
    .innerJoin(files, eq(files.id, contractSignatures.fileId))
    .where(eq(files.organizationId, deal.seller.organizationId))
  if (!row) throw new Error('The seller attached no file.')
  return mayReadFile(testContext(database.db, actor), row.file)
}

const FIELDS = { technicalField: '07', planIndustry: 'energy_saving_environment' } as const

describe('the file of a signed contract', () => {
  it('is read by both parties, then by the entrusted agency, then by those who examine the filing', async () => {
    const { db } = database
    const filer = await makeActor(db, 'agency', ['editor'])
    const authority = await makeActor(db, 'authority', ['registrar'])
    const overseer = await makeActor(db, 'authority', ['viewer'])
    const strangers = [await makeActor(db, 'company'), await makeActor(db, 'agency'), overseer, null]

    expect([await mayRead(deal.seller), await mayRead(deal.buyer)]).toEqual([true, true])
    expect([await mayRead(filer), await mayRead(authority)]).toEqual([false, false])

    await entrustContract(testContext(db, deal.seller), { id: contractId, agencyId: filer.organizationId })
    const { id } = await fileRegistration(testContext(db, filer), { contractId, ...FIELDS })
    expect([await mayRead(filer), await mayRead(authority)]).toEqual([true, false])

    await submitRegistration(testContext(db, filer), id)
    expect(await mayRead(authority)).toBe(true)
    const registrar = await makeMember(db, filer.organizationId, ['registrar'])
    await acceptRegistration(testContext(db, registrar), id)
    expect(await mayRead(registrar)).toBe(true)
    for (const stranger of strangers) expect(await mayRead(stranger)).toBe(false)
  })
})
