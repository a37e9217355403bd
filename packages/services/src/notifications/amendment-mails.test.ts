import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { declineAmendment, listAmendments, proposeAmendment, signAmendment } from '../contracts/index.ts'
import { createSeals } from '../index.ts'
import { getRegistration } from '../registration/index.ts'
import { makeOffice } from '../registration/testing/index.ts'
import { makeSigningTools, newestEvent, TEST_SECRET } from '../testing/index.ts'
import { writeMails } from './index.ts'

const seals = createSeals(TEST_SECRET)
const clock = fixedClock('2026-03-02T02:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const { tools } = makeSigningTools()

/** The subjects of the latest event of a type. */
const subjectsOf = async (type: string, subjectId: string) => {
  const found = await newestEvent(database.db, type, subjectId)
  const mails = await writeMails(
    { db: database.db, clock, seals, publicUrl: 'https://market.example' },
    found,
  )
  return mails.map(({ subject }) => subject.split('：')[0]).sort()
}

it('tell the other side of each step, and the agency once its register has to follow', async () => {
  const office = await makeOffice(database.db, clock)
  const registered = await office.registered()
  const { record } = await getRegistration(office.as(office.registrar), registered)
  const id = record.contractId ?? ''
  const figures = { contractAmountFen: 35_000_000, technologyAmountFen: null, endsOn: null }
  const proposal = { id, title: '提高总额', effectiveOn: '2026-03-02', clauses: [], ...figures }
  clock.advance(60_000)
  await proposeAmendment(office.as(office.seller), proposal)
  expect(await subjectsOf('contract.amendment_proposed', id)).toEqual(['收到补充协议'])
  await declineAmendment(office.as(office.buyer), { id, number: 1, reason: '太高' })
  expect(await subjectsOf('contract.amendment_proposed', id)).toEqual([])
  expect(await subjectsOf('contract.amendment_declined', id)).toEqual(['补充协议未被接受'])
  await proposeAmendment(office.as(office.seller), proposal)
  const { amendments } = await listAmendments(office.as(office.seller), id)
  const signed = { id, number: 2, sha256: amendments[1]?.amendment.sha256 ?? '' }
  await signAmendment(office.as(office.seller), tools, signed)
  expect(await subjectsOf('contract.amendment_signed', id)).toEqual(['补充协议等待贵方签署'])
  await signAmendment(office.as(office.buyer), tools, signed)
  const told = await subjectsOf('contract.amendment_in_force', id)
  expect(told.filter((subject) => subject === '补充协议已生效')).toHaveLength(2)
  expect(told.filter((subject) => subject === '合同已变更，待变更登记')).toHaveLength(3)
})
