import { registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember } from '../testing/index.ts'
import {
  acceptRegistration,
  editRegistration,
  fileRegistration,
  getRegistration,
  listRegistrations,
  type RegistrationRecord,
  refuseRegistration,
  registerContract,
  requestCorrection,
  sendToReview,
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

const comments = [{ field: 'title', words: '请写全称' }]
const reasons = [{ code: 'subject_unclear', words: '请附技术说明' }]
const LARGE = { contractAmountFen: 600_000_000, technologyAmountFen: 500_000_000 }

interface Verb {
  name: string
  audit: string
  run: (actor: Actor, registrationId: string) => Promise<RegistrationRecord>
  /** Brings a registration to where the verb may be used. */
  ready: () => Promise<string>
  after: Partial<RegistrationRecord>
}

const verbs: Verb[] = [
  {
    name: 'accepting',
    audit: 'registration.accept',
    run: (actor, id) => acceptRegistration(office.as(actor), id),
    ready: () => office.submitted(),
    after: { state: 'accepted' },
  },
  {
    name: 'requesting a correction',
    audit: 'registration.request_correction',
    run: (actor, registrationId) => requestCorrection(office.as(actor), { registrationId, comments }),
    ready: () => office.accepted(),
    after: { state: 'correction_requested', correctionComments: comments, acceptedAt: null },
  },
  {
    name: 'sending to review',
    audit: 'registration.send_to_review',
    run: (actor, id) => sendToReview(office.as(actor), id),
    ready: () => office.accepted(),
    after: { state: 'under_review' },
  },
  {
    name: 'refusing',
    audit: 'registration.refuse',
    run: (actor, registrationId) => refuseRegistration(office.as(actor), { registrationId, reasons }),
    ready: () => office.accepted(),
    after: { state: 'refused', refusalReasons: reasons },
  },
  {
    name: 'registering',
    audit: 'registration.register',
    run: (actor, id) => registerContract(office.as(actor), id),
    ready: () => office.accepted(),
    after: { state: 'registered', status: 'valid', version: 1, registeredOn: '2026-03-02' },
  },
]

describe.each(verbs)('$name', ({ audit, run, ready, after }) => {
  it('works and leaves an audit row', async () => {
    const id = await ready()
    expect(await run(office.registrar, id)).toMatchObject(after)
    expect((await auditActionsOf(test.db, id)).at(-1)).toBe(audit)
  })

  it('refuses in the wrong state', async () => {
    const id = await office.drafted()
    await expect(run(office.registrar, id)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'registration.wrong_state',
    })
  })

  it('is hidden from registrars of another agency', async () => {
    const id = await ready()
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await expect(run(stranger, id)).rejects.toMatchObject({ code: 'registration.not_found' })
  })

  it('is forbidden to the parties, to editors of the agency and to whoever filed it, owner or not', async () => {
    const id = await ready()
    for (const actor of [office.seller, office.filer, { ...office.filer, roles: ['owner'] as const }]) {
      await expect(run(actor, id)).rejects.toMatchObject({ kind: 'forbidden', code: 'policy.forbidden' })
    }
  })
})

describe('who examines', () => {
  it('may be a registrar of the operator, who sees every agency', async () => {
    const operator = await makeActor(test.db, 'operator', ['registrar'])
    const accepted = await acceptRegistration(office.as(operator), await office.submitted())
    expect(accepted.acceptedBy).toBe(operator.userId)
  })

  it('is nobody who edited or submitted the form, whatever roles they have', async () => {
    const both = await makeMember(test.db, office.filer.organizationId, ['editor', 'registrar'])
    const edited = await office.drafted()
    await editRegistration(office.as(both), { registrationId: edited, revision: 1, relatedParties: true })
    await submitRegistration(office.as(office.filer), edited)
    const submitted = await office.drafted()
    await submitRegistration(office.as(both), submitted)
    for (const id of [edited, submitted]) {
      await expect(acceptRegistration(office.as(both), id)).rejects.toMatchObject({
        code: 'policy.forbidden',
      })
    }
  })

  it('is kept apart from the filer by the database too', async () => {
    const id = await office.submitted()
    const change = { acceptedAt: clock.now(), acceptedBy: office.filer.userId, state: 'accepted' as const }
    await expect(
      test.db.update(registrations).set(change).where(eq(registrations.id, id)),
    ).rejects.toMatchObject({ cause: { constraint_name: 'registrations_examiner_is_not_filer' } })
  })
})

describe('a large contract', () => {
  it('needs a second person, and not the first again', async () => {
    const id = await office.accepted(LARGE)
    const details = await getRegistration(office.as(office.registrar), id)
    expect(details.secondReviewNeeded).toBe(true)
    expect(details.actions).not.toContain('registration.register')
    await expect(registerContract(office.as(office.registrar), id)).rejects.toMatchObject({
      code: 'registration.second_review_required',
    })
    await sendToReview(office.as(office.registrar), id)
    await expect(registerContract(office.as(office.registrar), id)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'registration.same_reviewer',
    })
    const registered = await registerContract(office.as(office.secondRegistrar), id)
    expect(registered.state).toBe('registered')
  })
})

describe('refusal reasons', () => {
  it('come from the regime of the application', async () => {
    const registrationId = await office.accepted()
    const unlisted = [{ code: 'not_technology', words: '' }]
    await expect(
      refuseRegistration(office.as(office.registrar), { registrationId, reasons: unlisted }),
    ).rejects.toMatchObject({ kind: 'invalid', code: 'registration.reasons_invalid' })
  })
})

describe('reading', () => {
  it('shows filers what they may do and registrars what is alike', async () => {
    const parties = { contractAmountFen: 12_345_600, technologyAmountFen: 12_345_600 }
    const first = await office.submitted({ ...parties, title: '相近合同甲' })
    const second = await office.submitted({ ...parties, title: '相近合同乙' })
    const mine = await getRegistration(office.as(office.filer), second)
    expect(mine).toMatchObject({ mine: true, similar: [], actions: [] })
    const theirs = await getRegistration(office.as(office.registrar), second)
    expect(theirs.mine).toBe(false)
    expect(theirs.actions).toContain('registration.accept')
    expect(theirs.similar).toMatchObject([
      { record: { id: first }, match: { alike: ['parties', 'signedOn', 'contractAmountFen'] } },
    ])
  })

  it('counts the regime’s working days from acceptance, over the holidays', async () => {
    clock.set('2026-04-20T02:00:00Z')
    const id = await office.accepted()
    const { clock: left } = await getRegistration(office.as(office.registrar), id)
    // Fifteen working days, the Labour Day holiday and its make-up day between.
    expect(left).toEqual({ dueOn: '2026-05-13', daysLeft: 15, daysKind: 'working', overdue: false })
  })

  it('is for parties, agency and examiners; others learn nothing', async () => {
    const id = await office.submitted()
    const stranger = await makeActor(test.db, 'company')
    for (const actor of [office.seller, office.buyer, office.filer]) {
      expect((await getRegistration(office.as(actor), id)).record.id).toBe(id)
    }
    await expect(getRegistration(office.as(stranger), id)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('the queue', () => {
  it('shows a registrar what waits, longest first, page by page, the filer’s own marked', async () => {
    const other = await makeOffice(test.db, clock)
    const ids: string[] = []
    for (let day = 0; day < 3; day += 1) {
      ids.push(await other.submitted())
      clock.advance(86_400_000)
    }
    await other.drafted()
    const both = await makeMember(test.db, other.filer.organizationId, ['editor', 'registrar'])
    const own = await fileRegistration(other.as(both), { contractId: await other.contract() })
    await submitRegistration(other.as(both), own.id)

    const list = (cursor?: string) =>
      listRegistrations(other.as(both), { queue: 'examine', cursor, limit: 2 })
    const first = await list()
    expect(first.items.map(({ record }) => record.id)).toEqual(ids.slice(0, 2))
    expect(first.items.map(({ waitingDays }) => waitingDays)).toEqual([3, 2])
    const second = await list(first.nextCursor ?? '')
    expect(second.items.map(({ record, mine }) => [record.id, mine])).toEqual([
      [ids[2], false],
      [own.id, true],
    ])
    expect(second.nextCursor).toBeNull()
  })

  it('shows the operator’s registrars every agency’s, and is no list for others', async () => {
    const operator = await makeActor(test.db, 'operator', ['registrar'])
    const page = await listRegistrations(office.as(operator), { queue: 'examine', limit: 100 })
    expect(new Set(page.items.map(({ agency }) => agency.id)).size).toBeGreaterThan(1)
    await expect(
      listRegistrations(office.as(office.seller), { queue: 'examine', limit: 10 }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('lists to a party what is registered for it and nothing else', async () => {
    const page = await listRegistrations(office.as(office.buyer), { queue: 'party', limit: 100 })
    expect(page.items.length).toBeGreaterThan(0)
    expect(page.items.every(({ buyer }) => buyer.id === office.buyer.organizationId)).toBe(true)
    const stranger = await makeActor(test.db, 'company')
    expect((await listRegistrations(office.as(stranger), { limit: 10 })).items).toEqual([])
  })
})
