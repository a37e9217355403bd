import { checklistTicks } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor } from '../testing/index.ts'
import { getRegistration, registerContract, tickChecklist } from './index.ts'
import { makeOffice, type Office } from './testing/index.ts'

let test: TestDatabase
let office: Office
beforeAll(async () => {
  test = await createTestDatabase()
  office = await makeOffice(test.db, fixedClock('2026-03-02T02:00:00Z'))
})
afterAll(() => test.drop())

const TIE_IN = 'monopoly.tie_in'
const IMPROVEMENT = 'monopoly.improvement'

describe('the checklist', () => {
  it('keeps who answered what and when, for the next examiner too, and leaves an audit row', async () => {
    const registrationId = await office.accepted()
    await tickChecklist(office.as(office.registrar), { registrationId, ticked: [TIE_IN, IMPROVEMENT] })
    await tickChecklist(office.as(office.registrar), { registrationId, ticked: [TIE_IN, IMPROVEMENT] })
    await tickChecklist(office.as(office.secondRegistrar), { registrationId, ticked: [TIE_IN] })
    const { checklist, actions } = await getRegistration(office.as(office.secondRegistrar), registrationId)
    expect(checklist).toMatchObject([
      { ruleId: TIE_IN, ticked: true, tickedBy: { id: office.registrar.userId } },
      { ruleId: IMPROVEMENT, ticked: false, tickedBy: { id: office.secondRegistrar.userId } },
    ])
    expect(actions).toContain('registration.tick_checklist')
    const trail = (await auditActionsOf(test.db, registrationId)).filter((action) => action.includes('tick'))
    expect(trail).toHaveLength(3)
    expect((await getRegistration(office.as(office.seller), registrationId)).checklist).toEqual([])
  })

  it('stays with the record once it is decided, and cannot be rewritten', async () => {
    const registrationId = await office.accepted()
    await tickChecklist(office.as(office.registrar), { registrationId, ticked: [TIE_IN] })
    await registerContract(office.as(office.registrar), registrationId)
    const late = tickChecklist(office.as(office.registrar), { registrationId, ticked: [] })
    await expect(late).rejects.toMatchObject({ kind: 'conflict', code: 'registration.wrong_state' })
    const details = await getRegistration(office.as(office.registrar), registrationId)
    expect(details.checklist).toMatchObject([{ ruleId: TIE_IN, ticked: true }])
    const rewritten = test.db.update(checklistTicks).set({ ticked: false })
    await expect(rewritten.where(eq(checklistTicks.registrationId, registrationId))).rejects.toThrow()
  })

  it('knows its own questions only', async () => {
    const registrationId = await office.accepted()
    const unknown = tickChecklist(office.as(office.registrar), { registrationId, ticked: ['amount.none'] })
    await expect(unknown).rejects.toMatchObject({ code: 'registration.question_unknown' })
  })

  it('is the examiners’: not the filer’s, not another agency’s', async () => {
    const registrationId = await office.accepted()
    const input = { registrationId, ticked: [TIE_IN] }
    await expect(tickChecklist(office.as(office.filer), input)).rejects.toMatchObject({ kind: 'forbidden' })
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await expect(tickChecklist(office.as(stranger), input)).rejects.toMatchObject({ kind: 'not-found' })
  })
})
