import type { Database } from '@market/database'
import { events, memberships, organizations, users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  auditActionsOf,
  makeActor,
  makeMember,
  makeOrganization,
  nextCreditCode,
  testContext,
} from '../testing/index.ts'
import {
  acceptInvitation,
  type CreateOrganizationInput,
  changeMember,
  createOrganization,
  editOrganization,
  getOrganization,
  inviteMember,
  listInvitations,
  listMembers,
  listOrganizations,
  rejectOrganization,
  removeMember,
  resubmitOrganization,
  revokeInvitation,
  suspendOrganization,
  verifyOrganization,
} from './index.ts'

let database: TestDatabase
let db: Database
let reviewer: Actor
beforeAll(async () => {
  database = await createTestDatabase()
  db = database.db
  reviewer = await makeActor(db, 'operator', ['reviewer'])
})
afterAll(() => database.drop())

const as = (actor: Actor | null) => testContext(db, actor)

const input = (changes: Partial<CreateOrganizationInput> = {}): CreateOrganizationInput => ({
  kind: 'company',
  nameZh: '南宁测试科技有限公司',
  nameEn: 'Nanning Test Technology',
  creditCode: nextCreditCode(),
  stateOwned: false,
  regionCode: '450103',
  introZh: '',
  introEn: '',
  website: null,
  ...changes,
})

const pendingOrganization = async () => {
  const founder = await makeActor(db, 'company')
  const organization = await createOrganization(as(founder), input())
  const owner: Actor = { ...founder, organizationId: organization.id, organizationState: 'pending' }
  return { organization, owner }
}

describe('createOrganization', () => {
  it('makes the founder its owner, waits for verification and leaves an audit row', async () => {
    const { organization, owner } = await pendingOrganization()
    expect(organization.state).toBe('pending')
    expect(await auditActionsOf(db, organization.id)).toEqual(['organization.create'])
    const [member] = await listMembers(as(owner), organization.id)
    expect(member).toMatchObject({ userId: owner.userId, roles: ['owner'] })
  })

  it('says which character of the credit code is wrong', async () => {
    const founder = await makeActor(db, 'company')
    const creation = createOrganization(as(founder), input({ creditCode: '91450100MA5N00015A' }))
    await expect(creation).rejects.toMatchObject({
      code: 'request.invalid',
      details: { problems: [{ path: 'creditCode', params: { position: 18, expected: 'K' } }] },
    })
  })

  it('refuses a code that is already registered, also in a race', async () => {
    const founder = await makeActor(db, 'company')
    const same = input()
    const results = await Promise.allSettled([1, 2, 3].map(() => createOrganization(as(founder), same)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))
    expect(refusals).toEqual(['organization.credit_code_taken', 'organization.credit_code_taken'])
  })

  it('refuses who has not logged in', async () => {
    await expect(createOrganization(as(null), input())).rejects.toMatchObject({ code: 'session.required' })
  })
})

describe('deciding on an organization', () => {
  it('verifies, leaves an audit row and tells the worker', async () => {
    const { organization } = await pendingOrganization()
    const verified = await verifyOrganization(as(reviewer), { id: organization.id, reason: '' })
    expect(verified.state).toBe('verified')
    expect(await auditActionsOf(db, organization.id)).toEqual(['organization.create', 'organization.verify'])
    const told = await db.select().from(events).where(eq(events.subjectId, organization.id))
    expect(told.map((event) => event.type)).toContain('organization.decided')
  })

  it('refuses a second verification', async () => {
    const { organization } = await pendingOrganization()
    await verifyOrganization(as(reviewer), { id: organization.id, reason: '' })
    const again = verifyOrganization(as(reviewer), { id: organization.id, reason: '' })
    await expect(again).rejects.toMatchObject({ kind: 'conflict', code: 'organization.wrong_state' })
  })

  it('is not for the owner, and an outsider does not even see a pending one', async () => {
    const { organization, owner } = await pendingOrganization()
    const self = verifyOrganization(as(owner), { id: organization.id, reason: '' })
    await expect(self).rejects.toMatchObject({ code: 'policy.forbidden' })
    const outsider = await makeActor(db, 'company')
    const other = verifyOrganization(as(outsider), { id: organization.id, reason: '' })
    await expect(other).rejects.toMatchObject({ kind: 'not-found', code: 'organization.not_found' })
  })

  it('keeps the reason of a rejection for insiders and lets the owner ask again', async () => {
    const { organization, owner } = await pendingOrganization()
    await rejectOrganization(as(reviewer), { id: organization.id, reason: '证件照片不清晰' })
    expect((await getOrganization(as(owner), organization.id)).decisionReason).toBe('证件照片不清晰')
    const asked = await resubmitOrganization(as(owner), { id: organization.id, reason: '' })
    expect(asked.state).toBe('pending')
  })

  it('hides a suspended organization from the public', async () => {
    const { organization } = await pendingOrganization()
    await verifyOrganization(as(reviewer), { id: organization.id, reason: '' })
    await suspendOrganization(as(reviewer), { id: organization.id, reason: '投诉核实中' })
    await expect(getOrganization(as(null), organization.id)).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('editOrganization', () => {
  it('changes the words, leaves an audit row and refuses what is no region', async () => {
    const { organization, owner } = await pendingOrganization()
    const edited = await editOrganization(as(owner), organization.id, { introZh: '做膜材料的小公司' })
    expect(edited.introZh).toBe('做膜材料的小公司')
    expect(await auditActionsOf(db, organization.id)).toEqual(['organization.create', 'organization.edit'])
    const wrong = editOrganization(as(owner), organization.id, { regionCode: '999999' })
    await expect(wrong).rejects.toMatchObject({ details: { problems: [{ path: 'regionCode' }] } })
  })

  it('is for owners of the organization only', async () => {
    const owner = await makeActor(db, 'company')
    const viewer = await makeMember(db, owner.organizationId, ['viewer'])
    const outsider = await makeActor(db, 'company')
    const edit = (actor: Actor) => editOrganization(as(actor), owner.organizationId, { introZh: 'x' })
    await expect(edit(viewer)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(edit(outsider)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })
})

describe('listOrganizations', () => {
  it('pages through verified organizations and keeps pending ones from the public', async () => {
    for (let index = 0; index < 3; index += 1) await makeActor(db, 'institute')
    const first = await listOrganizations(as(null), { kind: 'institute', limit: 2 })
    const rest = await listOrganizations(as(null), {
      kind: 'institute',
      limit: 2,
      cursor: first.nextCursor ?? '',
    })
    const ids = [...first.items, ...rest.items].map((organization) => organization.id)
    expect(new Set(ids).size).toBe(3)
    const pending = listOrganizations(as(await makeActor(db, 'company')), { state: 'pending', limit: 2 })
    await expect(pending).rejects.toMatchObject({ code: 'policy.forbidden' })
    const broken = listOrganizations(as(null), { limit: 2, cursor: 'not a cursor' })
    await expect(broken).rejects.toMatchObject({ code: 'cursor.invalid' })
  })

  it('finds a part of the name in either language, in any width and case, and takes signs of patterns as they are', async () => {
    const id = await makeOrganization(db, { kind: 'provider', nameZh: '百%检测（南宁）公司' })
    const nameEn = 'Hundred_Percent Testing'
    await db.update(organizations).set({ nameEn }).where(eq(organizations.id, id))
    const found = async (q: string, kind?: 'agency') => {
      const page = await listOrganizations(as(null), { q, kind, limit: 50 })
      return page.items.map((organization) => organization.id)
    }
    for (const q of ['检测(南宁)', '检测（南宁）', 'hundred_percent', 'ＴＥＳＴＩＮＧ', '百%检']) {
      expect(await found(q), q).toEqual([id])
    }
    for (const q of ['百_检', 'hundred%testing', '检\\测']) expect(await found(q), q).toEqual([])
    expect(await found('检测（南宁）', 'agency')).toEqual([])
  })
})

describe('members', () => {
  it('get other roles with an audit row, but one owner always remains', async () => {
    const owner = await makeActor(db, 'university')
    const { organizationId } = owner
    const editor = await makeMember(db, organizationId, ['editor'])
    const change = { organizationId, userId: editor.userId, roles: ['negotiator' as const] }
    expect((await changeMember(as(owner), change)).roles).toEqual(['negotiator'])
    expect(await auditActionsOf(db, editor.userId)).toEqual(['member.change'])
    const last = changeMember(as(owner), { ...change, userId: owner.userId })
    await expect(last).rejects.toMatchObject({ code: 'member.last_owner' })
    await expect(changeMember(as(editor), change)).rejects.toMatchObject({ code: 'policy.forbidden' })
  })

  it('may leave, be removed by an owner, and by nobody else', async () => {
    const owner = await makeActor(db, 'university')
    const { organizationId } = owner
    const [leaver, removed] = [
      await makeMember(db, organizationId, ['viewer']),
      await makeMember(db, organizationId),
    ]
    const outsider = await makeActor(db, 'university')
    const remove = (actor: Actor, userId: string) => removeMember(as(actor), { organizationId, userId })
    await expect(remove(outsider, removed.userId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(remove(leaver, removed.userId)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await remove(leaver, leaver.userId)
    await remove(owner, removed.userId)
    expect(await listMembers(as(owner), organizationId)).toHaveLength(1)
    await expect(remove(owner, owner.userId)).rejects.toMatchObject({ code: 'member.last_owner' })
  })
})

describe('invitations', () => {
  const invite = async () => {
    const owner = await makeActor(db, 'company')
    const guest = await makeActor(db, 'company')
    const [user] = await db.select().from(users).where(eq(users.id, guest.userId))
    const email = user?.email ?? ''
    const { organizationId } = owner
    const invitation = await inviteMember(as(owner), { organizationId, email, roles: ['negotiator'] })
    const token = as(owner).seals.seal('invitation', invitation.id)
    return { owner, guest, email, invitation, token, organizationId }
  }

  it('are accepted once by the person they were mailed to', async () => {
    const { guest, token, invitation, organizationId } = await invite()
    const stranger = await makeActor(db, 'company')
    const stolen = acceptInvitation(as(stranger), token)
    await expect(stolen).rejects.toMatchObject({ code: 'invitation.other_address' })
    await acceptInvitation(as(guest), token)
    const membership = and(
      eq(memberships.organizationId, organizationId),
      eq(memberships.userId, guest.userId),
    )
    expect((await db.select().from(memberships).where(membership))[0]?.roles).toEqual(['negotiator'])
    expect(await auditActionsOf(db, invitation.id)).toEqual(['invitation.create', 'invitation.accept'])
    await expect(acceptInvitation(as(guest), token)).rejects.toMatchObject({ code: 'invitation.wrong_state' })
  })

  it('are worth nothing once revoked, expired or forged', async () => {
    const { owner, guest, token, invitation } = await invite()
    await revokeInvitation(as(owner), invitation.id)
    await expect(acceptInvitation(as(guest), token)).rejects.toMatchObject({ code: 'invitation.wrong_state' })
    await expect(acceptInvitation(as(guest), `${token}x`)).rejects.toMatchObject({
      code: 'invitation.invalid',
    })
    const late = await invite()
    const context = as(late.guest)
    context.clock.advance(15 * 86_400_000)
    await expect(acceptInvitation(context, late.token)).rejects.toMatchObject({
      code: 'invitation.wrong_state',
    })
  })

  it('are sent once per address, by owners, and seen by members only', async () => {
    const { owner, email, organizationId } = await invite()
    const again = inviteMember(as(owner), { organizationId, email, roles: ['viewer'] })
    await expect(again).rejects.toMatchObject({ code: 'invitation.already_pending' })
    const editor = await makeMember(db, organizationId, ['editor'])
    const byEditor = inviteMember(as(editor), { organizationId, email: 'a@example.com', roles: ['viewer'] })
    await expect(byEditor).rejects.toMatchObject({ code: 'policy.forbidden' })
    expect(await listInvitations(as(editor), organizationId)).toHaveLength(1)
    const outsider = await makeActor(db, 'company')
    await expect(listInvitations(as(outsider), organizationId)).rejects.toMatchObject({ kind: 'not-found' })
  })
  it('end at fifty a day for one person, revoked ones counted', async () => {
    const { owner, invitation, organizationId } = await invite()
    await revokeInvitation(as(owner), invitation.id)
    const to = (number: number) =>
      inviteMember(as(owner), { organizationId, email: `guest-${number}@example.com`, roles: ['viewer'] })
    const results = await Promise.allSettled(Array.from({ length: 52 }, (_, number) => to(number)))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(49)
    await expect(to(99)).rejects.toMatchObject({ code: 'invitation.too_many' })
  })
})
