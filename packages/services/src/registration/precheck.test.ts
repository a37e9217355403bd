import { contracts, listings, registrationPrechecks } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { PRECHECK_RULE_SET } from '@market/domain/registration'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getContract } from '../contracts/index.ts'
import {
  acceptRegistration,
  editRegistration,
  getRegistration,
  registerContract,
  requestCorrection,
  submitRegistration,
} from './index.ts'
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

const idsOf = (findings: readonly { ruleId: string }[]) => findings.map(({ ruleId }) => ruleId)
const kept = (registrationId: string) =>
  test.db
    .select()
    .from(registrationPrechecks)
    .where(eq(registrationPrechecks.registrationId, registrationId))
    .orderBy(registrationPrechecks.revision)

describe('the pre-check', () => {
  it('speaks while the contract is being drafted, to both sides and the agency', async () => {
    const id = await office.contract({ state: 'ready', technologyAmountFen: 3_000_000 })
    for (const actor of [office.seller, office.buyer, office.filer]) {
      const { findings } = await getContract(office.as(actor), id)
      expect(idsOf(findings)).toEqual(
        expect.arrayContaining(['amounts.low_technology_share', 'rights.none_named', 'tax.stamp_duty']),
      )
      expect(idsOf(findings)).not.toContain('material.signed_text_missing')
    }
  })

  it('shows a filer what blocks, by the same rules that refuse the submission', async () => {
    const registrationId = await office.drafted()
    const edit = { registrationId, revision: 1, technologyAmountFen: 40_000_000 }
    await editRegistration(office.as(office.filer), edit)
    const { findings, problems, prechecks } = await getRegistration(office.as(office.filer), registrationId)
    expect(findings[0]).toMatchObject({ ruleId: 'form.technology_over_contract', severity: 'blocks' })
    expect(problems).toEqual([
      { path: 'technologyAmountFen', code: 'contract.technology_over_contract_amount' },
    ])
    expect(prechecks).toEqual([])
    await expect(submitRegistration(office.as(office.filer), registrationId)).rejects.toMatchObject({
      code: 'registration.invalid',
      details: { problems },
    })
    expect(await kept(registrationId)).toEqual([])
  })

  it('is kept at submission and at acceptance, with rule set, time and person', async () => {
    const registrationId = await office.accepted()
    expect(await kept(registrationId)).toMatchObject([
      {
        revision: 2,
        stage: 'filing',
        ruleSet: PRECHECK_RULE_SET,
        checkedAt: clock.now(),
        checkedBy: office.filer.userId,
      },
      { revision: 3, stage: 'review', checkedBy: office.registrar.userId },
    ])
  })

  it('is kept anew after a correction, beside the first', async () => {
    const registrationId = await office.accepted()
    const comments = [{ field: 'title', words: '请写全称' }]
    await requestCorrection(office.as(office.registrar), { registrationId, comments })
    await submitRegistration(office.as(office.filer), registrationId)
    await acceptRegistration(office.as(office.registrar), registrationId)
    expect((await kept(registrationId)).map(({ stage }) => stage)).toEqual([
      'filing',
      'review',
      'filing',
      'review',
    ])
  })

  it('shows the registrar’s questions to examiners, and to nobody else', async () => {
    const registrationId = await office.accepted()
    const theirs = await getRegistration(office.as(office.registrar), registrationId)
    expect(idsOf(theirs.findings)).toEqual(
      expect.arrayContaining(['monopoly.tie_in', 'material.seals_match']),
    )
    expect(theirs.prechecks).toHaveLength(2)
    for (const actor of [office.filer, office.seller]) {
      const mine = await getRegistration(office.as(actor), registrationId)
      expect(idsOf(mine.findings)).not.toContain('monopoly.tie_in')
      expect(mine.prechecks.map(({ stage }) => stage)).toEqual(['filing'])
    }
  })

  it('stays as it was once decided, whatever becomes of the listing', async () => {
    const registrationId = await office.accepted()
    const before = await getRegistration(office.as(office.registrar), registrationId)
    await registerContract(office.as(office.registrar), registrationId)
    const [contract] = await test.db
      .select({ listingId: contracts.listingId })
      .from(contracts)
      .where(eq(contracts.id, before.record.contractId ?? ''))
    await test.db
      .update(listings)
      .set({ maturityLevel: 1 })
      .where(eq(listings.id, contract?.listingId ?? ''))
    const after = await getRegistration(office.as(office.registrar), registrationId)
    expect(after.findings).toEqual(before.findings)
  })

  it('cannot be rewritten', async () => {
    const registrationId = await office.submitted()
    const rewriting = test.db
      .update(registrationPrechecks)
      .set({ findings: [] })
      .where(eq(registrationPrechecks.registrationId, registrationId))
    await expect(rewriting).rejects.toMatchObject({
      cause: { message: 'registration_prechecks is append-only' },
    })
  })
})
