import { events, organizations, registrations } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { and, eq, like } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember } from '../testing/index.ts'
import {
  acceptRegistration,
  assignRegistration,
  changeRegistration,
  fileRegistration,
  getRegistration,
  listExaminers,
  listRegistrations,
  registerContract,
  remindRegistrars,
  requestCorrection,
  sendToReview,
  submitRegistration,
  unassignRegistration,
} from './index.ts'
import { makeOffice, type Office } from './testing/index.ts'

const START = '2026-03-02T02:00:00Z'
const LARGE = { contractAmountFen: 600_000_000, technologyAmountFen: 500_000_000 }

let test: TestDatabase
let clock: FixedClock
let office: Office
let operator: Actor

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock(START)
  office = await makeOffice(test.db, clock)
  operator = await makeActor(test.db, 'operator', ['registrar'])
})
beforeEach(() => clock.set(START))
afterAll(() => test.drop())

const assign = (actor: Actor | null, registrationId: string, to: Actor) =>
  assignRegistration(office.as(actor), { registrationId, userId: to.userId })

describe('assigning', () => {
  it('puts it on a registrar’s desk and leaves an audit row', async () => {
    const id = await office.submitted()
    const assigned = await assign(office.registrar, id, office.secondRegistrar)
    expect(assigned).toMatchObject({
      assignedTo: office.secondRegistrar.userId,
      assignedBy: office.registrar.userId,
      assignedAt: clock.now(),
    })
    expect((await auditActionsOf(test.db, id)).at(-1)).toBe('registration.assign')
    const desk = await listRegistrations(office.as(office.secondRegistrar), { queue: 'assigned', limit: 50 })
    expect(desk.items.map(({ record, assignee }) => [record.id, assignee?.id])).toContainEqual([
      id,
      office.secondRegistrar.userId,
    ])
    const mine = await listRegistrations(office.as(office.registrar), { queue: 'assigned', limit: 50 })
    expect(mine.items.map(({ record }) => record.id)).not.toContain(id)
    // Whoever may examine still can.
    expect((await acceptRegistration(office.as(office.registrar), id)).state).toBe('accepted')
  })

  it('refuses what nobody has to decide', async () => {
    for (const id of [await office.drafted(), await office.registered()]) {
      await expect(assign(operator, id, operator)).rejects.toMatchObject({ code: 'registration.wrong_state' })
    }
  })

  it('is hidden from another agency, and forbidden to filers and parties', async () => {
    const id = await office.submitted()
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await expect(assign(stranger, id, stranger)).rejects.toMatchObject({ kind: 'not-found' })
    for (const actor of [office.filer, office.seller]) {
      await expect(assign(actor, id, office.registrar)).rejects.toMatchObject({ kind: 'forbidden' })
    }
    await expect(assign(null, id, office.registrar)).rejects.toMatchObject({ kind: 'unauthenticated' })
  })

  it('is to examiners only: not to the filer, a viewer, a stranger or the first reviewer', async () => {
    const both = await makeMember(test.db, office.filer.organizationId, ['editor', 'registrar'])
    const { id } = await fileRegistration(office.as(both), { contractId: await office.contract(LARGE) })
    await submitRegistration(office.as(both), id)
    const viewer = await makeMember(test.db, office.filer.organizationId, ['viewer'])
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await acceptRegistration(office.as(office.registrar), id)
    await assign(office.registrar, id, office.registrar)
    const sent = await sendToReview(office.as(office.registrar), id)
    expect(sent).toMatchObject({ assignedTo: null, assignedAt: null })
    for (const person of [both, viewer, stranger, office.registrar, operator]) {
      await expect(assign(office.secondRegistrar, id, person)).rejects.toMatchObject({
        kind: 'invalid',
        code: 'registration.not_an_examiner',
      })
    }
    const names = await listExaminers(office.as(office.secondRegistrar), id)
    expect(names.map(({ userId }) => userId)).toEqual([office.secondRegistrar.userId])
    const theirs = (await listExaminers(office.as(operator), id)).map(({ userId }) => userId)
    expect(theirs.sort()).toEqual([office.secondRegistrar.userId, operator.userId].sort())
    expect(await assign(operator, id, operator)).toMatchObject({ assignedTo: operator.userId })
  })

  it('is kept whole by the database', async () => {
    const id = await office.submitted()
    const write = (assignedTo: string, assignedBy: string | null) =>
      test.db
        .update(registrations)
        .set({ assignedTo, assignedBy, assignedAt: clock.now() })
        .where(eq(registrations.id, id))
    for (const writing of [
      write(office.filer.userId, office.registrar.userId),
      write(office.registrar.userId, null),
    ]) {
      await expect(writing).rejects.toMatchObject({
        cause: { constraint_name: 'registrations_assigned_whole' },
      })
    }
  })
})

describe('taking an assignment back', () => {
  const assigned = async (): Promise<string> => {
    const id = await office.submitted()
    await assign(office.registrar, id, office.registrar)
    return id
  }
  const unassign = (actor: Actor, id: string) => unassignRegistration(office.as(actor), id)

  it('puts it into everybody’s queue and leaves an audit row', async () => {
    const id = await assigned()
    const { actions } = await getRegistration(office.as(office.secondRegistrar), id)
    expect(actions).toContain('registration.unassign')
    expect(await unassign(office.secondRegistrar, id)).toMatchObject({ assignedTo: null, assignedBy: null })
    expect((await auditActionsOf(test.db, id)).at(-1)).toBe('registration.unassign')
  })

  it('refuses what is nobody’s, and what is decided', async () => {
    const id = await office.submitted()
    await expect(unassign(office.registrar, id)).rejects.toMatchObject({ code: 'registration.not_assigned' })
    await expect(unassign(office.registrar, await office.registered())).rejects.toMatchObject({
      code: 'registration.wrong_state',
    })
  })

  it('is hidden from another agency, and forbidden to filers', async () => {
    const id = await assigned()
    const stranger = await makeActor(test.db, 'agency', ['registrar'])
    await expect(unassign(stranger, id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(unassign(office.filer, id)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the region of a registry', () => {
  const far = async (): Promise<string> => {
    const seller = await makeActor(test.db, 'university')
    const place = eq(organizations.id, seller.organizationId)
    await test.db.update(organizations).set({ regionCode: '450300' }).where(place)
    return office.submitted({ sellerId: seller.organizationId })
  }

  it('keeps an agency from entering an applicant of another city, but not from giving it back', async () => {
    const id = await far()
    await expect(acceptRegistration(office.as(office.registrar), id)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'registration.outside_region',
      details: { applicantRegionCode: '450300' },
    })
    const { actions } = await getRegistration(office.as(office.registrar), id)
    expect(actions).not.toContain('registration.accept')
    expect(actions).toContain('registration.request_correction')
    const comments = [{ field: 'sellerRegionCode', words: '请核对' }]
    await requestCorrection(office.as(office.registrar), { registrationId: id, comments })
  })

  it('does not bind operator and authority', async () => {
    const id = await far()
    const authority = await makeActor(test.db, 'authority', ['registrar'])
    expect((await acceptRegistration(office.as(authority), id)).state).toBe('accepted')
    expect((await registerContract(office.as(operator), id)).state).toBe('registered')
  })

  it('is that of the domestic buyer when technology is imported', async () => {
    const id = await office.drafted()
    await test.db
      .update(registrations)
      .set({ sellerCountry: '304', sellerRegionCode: '000000' })
      .where(eq(registrations.id, id))
    await submitRegistration(office.as(office.filer), id)
    expect((await acceptRegistration(office.as(office.registrar), id)).state).toBe('accepted')
  })
})

describe('the clock', () => {
  it('runs in working days from acceptance, stops for a correction and starts anew', async () => {
    const id = await office.accepted()
    const left = async () => (await getRegistration(office.as(office.registrar), id)).clock
    expect(await left()).toEqual({ dueOn: '2026-03-23', daysLeft: 15, daysKind: 'working', overdue: false })
    clock.set('2026-03-24T02:00:00Z')
    expect(await left()).toMatchObject({ daysLeft: -1, overdue: true })
    const comments = [{ field: 'title', words: '请写全称' }]
    await requestCorrection(office.as(office.registrar), { registrationId: id, comments })
    expect(await left()).toBeNull()
    await submitRegistration(office.as(office.filer), id)
    await acceptRegistration(office.as(office.registrar), id)
    expect(await left()).toMatchObject({ daysLeft: 15, overdue: false })
  })

  it('gives a large contract twice the days', async () => {
    const { clock: left } = await getRegistration(office.as(office.registrar), await office.accepted(LARGE))
    expect(left?.daysLeft).toBe(30)
  })

  it('lists what is overdue, longest first, page by page', async () => {
    const other = await makeOffice(test.db, clock)
    const ids: string[] = []
    for (let day = 0; day < 3; day += 1) {
      ids.push(await other.accepted())
      clock.advance(86_400_000)
    }
    clock.set('2026-03-25T02:00:00Z')
    const list = (cursor?: string) =>
      listRegistrations(other.as(other.registrar), { queue: 'overdue', cursor, limit: 1 })
    const first = await list()
    const second = await list(first.nextCursor ?? '')
    expect([first, second].map(({ items }) => items[0]?.record.id)).toEqual(ids.slice(0, 2))
    // The third is due today.
    expect(second.nextCursor).toBeNull()
    const large = { queue: 'overdue', limit: 10 } as const
    await expect(listRegistrations(other.as(other.seller), large)).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('reminders', () => {
  const reminded = async (id: string): Promise<string[]> => {
    const rows = await test.db
      .select({ type: events.type })
      .from(events)
      .where(and(eq(events.subjectId, id), like(events.type, 'registration.%due%')))
      .orderBy(events.occurredAt)
    return rows.map(({ type }) => type)
  }
  const remindOn = (date: string) => {
    clock.set(`${date}T00:30:00Z`)
    return remindRegistrars(office.as(null))
  }

  it('come when three working days are left and when it is overdue, once a day however often it runs', async () => {
    const id = await office.accepted()
    await remindOn('2026-03-17')
    expect(await reminded(id)).toEqual([])
    await remindOn('2026-03-18')
    expect(await reminded(id)).toEqual(['registration.due_soon'])
    await Promise.all([remindOn('2026-03-19'), remindOn('2026-03-19'), remindOn('2026-03-19')])
    expect(await reminded(id)).toHaveLength(2)
    // A Saturday.
    expect(await remindOn('2026-03-21')).toBe(0)
    await remindOn('2026-03-24')
    expect(await reminded(id)).toEqual([
      'registration.due_soon',
      'registration.due_soon',
      'registration.overdue',
    ])
    expect(
      (await auditActionsOf(test.db, id)).filter((action) => action === 'registration.remind'),
    ).toHaveLength(3)
  })

  it('end with the decision', async () => {
    const id = await office.registered()
    await remindOn('2026-03-24')
    expect(await reminded(id)).toEqual([])
  })
})

describe('a large amount', () => {
  it('has two people behind it also when a change makes it large', async () => {
    const registrationId = await office.registered()
    const raise = (actor: Actor) =>
      changeRegistration(office.as(actor), { registrationId, reason: '补充协议', ...LARGE })
    await expect(raise(office.registrar)).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'registration.same_reviewer',
    })
    expect(await raise(office.secondRegistrar)).toMatchObject({ version: 2, ...LARGE })
  })
})
