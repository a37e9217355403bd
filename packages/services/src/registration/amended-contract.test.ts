import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listAmendments, proposeAmendment, signAmendment } from '../contracts/index.ts'
import { makeSigningTools } from '../testing/index.ts'
import { changeRegistration, fileRegistration, getRegistration } from './index.ts'
import { makeOffice, type Office } from './testing/index.ts'

describe('a contract amended', () => {
  let test: TestDatabase
  let clock: FixedClock
  let office: Office

  beforeAll(async () => {
    test = await createTestDatabase()
    clock = fixedClock('2026-03-02T02:00:00Z')
    office = await makeOffice(test.db, clock)
  })
  afterAll(() => test.drop())

  const { tools } = makeSigningTools()
  const amend = async (id: string, contractAmountFen: number) => {
    clock.advance(60_000)
    const input = { title: '提高合同总额', effectiveOn: '2026-03-02', clauses: [] }
    const figures = { contractAmountFen, technologyAmountFen: null, endsOn: '2031-01-31' }
    await proposeAmendment(office.as(office.seller), { id, ...input, ...figures })
    const { amendments } = await listAmendments(office.as(office.seller), id)
    const { number = 0, sha256 = '' } = amendments.at(-1)?.amendment ?? {}
    for (const side of [office.seller, office.buyer]) {
      await signAmendment(office.as(side), tools, { id, number, sha256 })
    }
  }
  const registration = async (id: string) => getRegistration(office.as(office.registrar), id)

  it('is filed as amended', async () => {
    const contractId = await office.contract()
    await amend(contractId, 33_000_000)
    const filed = await fileRegistration(office.as(office.filer), { contractId })
    expect(filed).toMatchObject({ contractAmountFen: 33_000_000, endsOn: '2031-01-31' })
    const { findings } = await getRegistration(office.as(office.filer), filed.id)
    expect(findings.map(({ ruleId }) => ruleId)).not.toContain('amounts.differ_from_terms')
  })

  it('once registered, asks the register to follow until a registrar has', async () => {
    const id = await office.registered()
    const contractId = (await registration(id)).record.contractId ?? ''
    expect((await registration(id)).changeDue).toBeNull()
    await amend(contractId, 36_000_000)
    const { changeDue } = await registration(id)
    expect(changeDue).toMatchObject({
      number: 1,
      title: '提高合同总额',
      fileId: expect.any(String),
      figures: { contractAmountFen: 36_000_000, technologyAmountFen: 24_000_000, endsOn: '2031-01-31' },
    })
    const { registrationToChange } = await listAmendments(office.as(office.seller), contractId)
    expect(registrationToChange).toBe(id)
    clock.advance(60_000)
    await changeRegistration(office.as(office.registrar), {
      registrationId: id,
      reason: '第1号补充协议',
      ...changeDue?.figures,
    })
    expect((await registration(id)).changeDue).toBeNull()
    expect((await listAmendments(office.as(office.seller), contractId)).registrationToChange).toBeNull()
  })
})
