import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { getContract } from '../contracts/index.ts'
import { auditActionsOf, makeActor, makeMember } from '../testing/index.ts'
import {
  discardRegistration,
  editRegistration,
  fileRegistration,
  getRegistration,
  refuseRegistration,
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

describe('filing', () => {
  it('fills the form from contract, parties and listing, and takes corrections', async () => {
    const contractId = await office.contract({
      contractAmountFen: 50_000_000,
      technologyAmountFen: 40_000_000,
    })
    const filed = await fileRegistration(office.as(office.filer), { contractId, planSource: 'province' })
    expect(filed).toMatchObject({
      state: 'draft',
      sellerId: office.seller.organizationId,
      sellerKind: '0221',
      sellerRegionCode: '450100',
      buyerKind: '150',
      type: 'XK',
      subType: 'XK_PATENT',
      regimeKey: 'R2022',
      contractAmountFen: 50_000_000,
      technologyAmountFen: 40_000_000,
      signedOn: '2026-02-20',
      technicalField: '05',
      planIndustry: 'new_materials',
      ipKind: 'know_how',
      paymentMethod: 'lump_sum',
      planSource: 'province',
    })
    expect(await auditActionsOf(test.db, filed.id)).toEqual(['registration.file'])
  })

  it('shows on the contract once it is handed in, and ends the entrusting at once', async () => {
    const contractId = await office.contract()
    const seen = async (actor: Actor) => {
      const { actions, filing } = await getContract(office.as(actor), contractId)
      return { entrusts: actions.includes('contract.entrust'), filing }
    }
    expect(await seen(office.seller)).toEqual({ entrusts: true, filing: null })
    const { id } = await fileRegistration(office.as(office.filer), { contractId, planSource: 'province' })
    expect(await seen(office.seller)).toEqual({ entrusts: false, filing: null })
    expect(await seen(office.filer)).toMatchObject({ filing: { id, state: 'draft' } })
    await submitRegistration(office.as(office.filer), id)
    expect(await seen(office.seller)).toEqual({
      entrusts: false,
      filing: { id, state: 'submitted', number: null },
    })
  })

  it.each([
    [{ parts: 1, everyMonths: null }, null, 'lump_sum'],
    [{ parts: 4, everyMonths: 6 }, null, 'instalments'],
    [{ parts: null, everyMonths: null }, 2.5, 'royalty'],
  ])(
    'knows how deferred fees are paid: %o with a royalty of %s is %s',
    async (later, rate, paymentMethod) => {
      const useFirst = { graceMonths: 12, ...later }
      const terms = { useFirst, upfrontFen: 0, royaltyRatePercent: rate }
      const contractId = await office.contract({ terms })
      expect(await fileRegistration(office.as(office.filer), { contractId })).toMatchObject({ paymentMethod })
    },
  )

  it('takes no contract that is not signed by both sides', async () => {
    const contractId = await office.contract({ state: 'ready' })
    await expect(fileRegistration(office.as(office.filer), { contractId })).rejects.toMatchObject({
      kind: 'conflict',
      code: 'contract.wrong_state',
    })
  })

  it('hides the contract from an agency it is not entrusted to', async () => {
    const contractId = await office.contract()
    const stranger = await makeActor(test.db, 'agency', ['editor'])
    await expect(fileRegistration(office.as(stranger), { contractId })).rejects.toMatchObject({
      kind: 'not-found',
      code: 'contract.not_found',
    })
  })

  it('is for filers of the agency: not for its viewers, not for the parties', async () => {
    const contractId = await office.contract()
    const viewer = await makeMember(test.db, office.filer.organizationId, ['viewer'])
    for (const actor of [viewer, office.seller]) {
      await expect(fileRegistration(office.as(actor), { contractId })).rejects.toMatchObject({
        kind: 'forbidden',
      })
    }
    await expect(fileRegistration(office.as(null), { contractId })).rejects.toMatchObject({
      kind: 'unauthenticated',
    })
  })

  it('waits until the agency is verified', async () => {
    const contractId = await office.contract()
    const unverified = { ...office.filer, organizationState: 'suspended' as const }
    await expect(fileRegistration(office.as(unverified), { contractId })).rejects.toMatchObject({
      kind: 'precondition',
      code: 'organization.not_verified',
    })
  })

  it('lets one of fifty parallel filings of a contract win', async () => {
    const contractId = await office.contract()
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, () => fileRegistration(office.as(office.filer), { contractId })),
    )
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') {
        expect(result.reason).toMatchObject({ kind: 'conflict', code: 'registration.duplicate' })
      }
    }
    const filed = await test.db.query.registrations.findMany({
      where: (row) => eq(row.contractId, contractId),
    })
    expect(filed).toHaveLength(1)
    expect(await auditActionsOf(test.db, filed[0]?.id ?? '')).toEqual(['registration.file'])
  })

  it('shows a draft to its agency and parties, and to the operator only once it is submitted', async () => {
    const id = await office.drafted()
    const operator = await makeActor(test.db, 'operator', ['registrar'])
    for (const insider of [office.filer, office.registrar, office.seller, office.buyer]) {
      expect((await getRegistration(office.as(insider), id)).record.id).toBe(id)
    }
    await expect(getRegistration(office.as(operator), id)).rejects.toMatchObject({
      code: 'registration.not_found',
    })
    await submitRegistration(office.as(office.filer), id)
    expect((await getRegistration(office.as(operator), id)).record.id).toBe(id)
  })

  it('may be filed again after a refusal', async () => {
    const contractId = await office.contract()
    const { id: registrationId } = await fileRegistration(office.as(office.filer), { contractId })
    await submitRegistration(office.as(office.filer), registrationId)
    await refuseRegistration(office.as(office.registrar), {
      registrationId,
      reasons: [{ code: 'price_unclear', words: '' }],
    })
    const again = await fileRegistration(office.as(office.filer), { contractId })
    expect(again.state).toBe('draft')
  })

  it('keeps what the agency wrote in the refused filing, and reads the contract anew', async () => {
    const contractId = await office.contract()
    const { id: registrationId } = await fileRegistration(office.as(office.filer), {
      contractId,
      title: '写错的名称',
      planSource: 'province',
    })
    await submitRegistration(office.as(office.filer), registrationId)
    await refuseRegistration(office.as(office.registrar), {
      registrationId,
      reasons: [{ code: 'seal_mismatch', words: '' }],
    })
    const refused = await getRegistration(office.as(office.filer), registrationId)
    expect(refused.actions).toContain('registration.file')
    expect((await getRegistration(office.as(office.registrar), registrationId)).actions).not.toContain(
      'registration.submit',
    )
    const again = await fileRegistration(office.as(office.filer), { contractId })
    expect(again.planSource).toBe('province')
    expect(again.title).not.toBe('写错的名称')
  })
})

describe('editing', () => {
  it('changes the form, counts the revision and leaves an audit row', async () => {
    const registrationId = await office.drafted()
    const edited = await editRegistration(office.as(office.filer), {
      registrationId,
      revision: 1,
      relatedParties: true,
    })
    expect(edited).toMatchObject({ revision: 2, relatedParties: true })
    expect(await auditActionsOf(test.db, registrationId)).toEqual(['registration.file', 'registration.edit'])
  })

  it('refuses an editor who read an older revision', async () => {
    const registrationId = await office.drafted()
    const edit = () =>
      editRegistration(office.as(office.filer), { registrationId, revision: 1, title: '另名' })
    await edit()
    await expect(edit()).rejects.toMatchObject({ code: 'registration.changed_meanwhile' })
  })

  it('refuses once it is submitted', async () => {
    const registrationId = await office.submitted()
    await expect(
      editRegistration(office.as(office.filer), { registrationId, revision: 2 }),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'registration.wrong_state' })
  })

  it('is hidden from another agency and forbidden to the parties', async () => {
    const registrationId = await office.drafted()
    const stranger = await makeActor(test.db, 'agency', ['editor'])
    const input = { registrationId, revision: 1, title: '另名' }
    await expect(editRegistration(office.as(stranger), input)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(editRegistration(office.as(office.buyer), input)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('discarding', () => {
  it('removes the draft, leaves an audit row and frees the contract', async () => {
    const contractId = await office.contract()
    const { id: registrationId } = await fileRegistration(office.as(office.filer), { contractId })
    await discardRegistration(office.as(office.filer), registrationId)
    expect(await auditActionsOf(test.db, registrationId)).toEqual([
      'registration.file',
      'registration.discard',
    ])
    expect((await fileRegistration(office.as(office.filer), { contractId })).state).toBe('draft')
  })

  it('refuses what was submitted, another agency and the parties', async () => {
    const submitted = await office.submitted()
    await expect(discardRegistration(office.as(office.filer), submitted)).rejects.toMatchObject({
      code: 'registration.wrong_state',
    })
    const draft = await office.drafted()
    const stranger = await makeActor(test.db, 'agency', ['editor'])
    await expect(discardRegistration(office.as(stranger), draft)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(discardRegistration(office.as(office.seller), draft)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('submitting', () => {
  it('hands the form over with the instant and an audit row', async () => {
    const registrationId = await office.drafted()
    const submitted = await submitRegistration(office.as(office.filer), registrationId)
    expect(submitted).toMatchObject({ state: 'submitted', submittedAt: clock.now() })
    expect(await auditActionsOf(test.db, registrationId)).toEqual([
      'registration.file',
      'registration.submit',
    ])
  })

  it('names every field that is wrong, and shows the same while it is a draft', async () => {
    const registrationId = await office.drafted({ technicalField: null })
    await editRegistration(office.as(office.filer), {
      registrationId,
      revision: 1,
      technologyAmountFen: 40_000_000,
      effectiveOn: '2026-02-01',
    })
    const paths = ['technicalField', 'technologyAmountFen', 'effectiveOn']
    const { problems } = await getRegistration(office.as(office.filer), registrationId)
    expect(problems.map(({ path }) => path)).toEqual(paths)
    await expect(submitRegistration(office.as(office.filer), registrationId)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'registration.invalid',
      details: { problems: paths.map((path) => ({ path })) },
    })
  })

  it('refuses a second contract just like one already filed, by constraint', async () => {
    const twin = { title: '一种涂层材料许可' }
    await office.submitted(twin)
    const registrationId = await office.drafted(twin)
    await expect(submitRegistration(office.as(office.filer), registrationId)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'registration.duplicate',
    })
  })

  it('refuses a second submission, another agency and a viewer', async () => {
    const registrationId = await office.submitted()
    const stranger = await makeActor(test.db, 'agency', ['editor'])
    const viewer = await makeMember(test.db, office.filer.organizationId, ['viewer'])
    const submit = (actor: typeof stranger) => submitRegistration(office.as(actor), registrationId)
    await expect(submit(office.filer)).rejects.toMatchObject({ code: 'registration.wrong_state' })
    await expect(submit(stranger)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(submit(viewer)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('starts the clock anew after a correction', async () => {
    const registrationId = await office.accepted()
    const comments = [{ field: 'title', words: '请写全称' }]
    const returned = await requestCorrection(office.as(office.registrar), { registrationId, comments })
    expect(returned).toMatchObject({ state: 'correction_requested', acceptedAt: null })
    clock.advance(3 * 86_400_000)
    const again = await submitRegistration(office.as(office.filer), registrationId)
    expect(again).toMatchObject({ state: 'submitted', submittedAt: clock.now(), acceptedAt: null })
  })
})
