import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { MAX_CONTACTS } from '@market/domain/organizations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor, makeMember, testContext } from '../../testing/index.ts'
import {
  type ContactInput,
  createContact,
  editContact,
  listContacts,
  listShownContacts,
  removeContact,
} from './index.ts'

const OFFICE: ContactInput = {
  nameZh: '成果转化办公室',
  nameEn: 'Technology transfer office',
  dutyZh: '材料方向',
  dutyEn: 'Materials',
  email: 'office@example.com',
  phone: '0771-1234567',
  visibility: 'public',
}
const NOT_FOUND = { kind: 'not-found', code: 'contact.not_found' }
const FORBIDDEN = { kind: 'forbidden', code: 'policy.forbidden' }
const UNREACHABLE = {
  code: 'request.invalid',
  details: { problems: [{ path: 'email', code: 'contact.unreachable' }] },
}

type Member = Actor & { organizationId: string }

let database: TestDatabase
let editor: Member
let viewer: Member
let stranger: Member
beforeAll(async () => {
  database = await createTestDatabase()
  editor = await makeActor(database.db, 'university', ['editor'])
  viewer = await makeMember(database.db, editor.organizationId, ['viewer'])
  stranger = await makeActor(database.db, 'company', ['editor'])
})
afterAll(() => database.drop())

const as = (actor: Actor | null) => testContext(database.db, actor)
const make = (changes: Partial<ContactInput> = {}) => createContact(as(editor), { ...OFFICE, ...changes })

describe('adding a contact', () => {
  it('keeps it behind those that are there, and leaves an audit row', async () => {
    const [first, second] = [await make(), await make({ nameZh: '知识产权办公室' })]
    expect(second).toMatchObject({ organizationId: editor.organizationId, nameZh: '知识产权办公室' })
    expect(second.position).toBe(first.position + 1)
    expect(await auditActionsOf(database.db, second.id)).toEqual(['contact.create'])
  })

  it('is refused for nobody who can be reached', async () => {
    await expect(make({ email: '', phone: '' })).rejects.toMatchObject(UNREACHABLE)
  })

  it('is refused beyond the most an organization may have, but not after one was removed', async () => {
    const crowded = await makeActor(database.db, 'institute', ['editor'])
    const added = []
    for (let count = 0; count < MAX_CONTACTS; count += 1) {
      added.push(await createContact(as(crowded), OFFICE))
    }
    const another = () => createContact(as(crowded), OFFICE)
    await expect(another()).rejects.toMatchObject({ code: 'contact.too_many' })
    await removeContact(as(crowded), added[0]?.id ?? '')
    await expect(another()).resolves.toMatchObject({ nameZh: OFFICE.nameZh })
  })

  it('is refused to members without the role', async () => {
    await expect(createContact(as(viewer), OFFICE)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('changing a contact', () => {
  it('stores what was given and leaves an audit row', async () => {
    const { id } = await make()
    const after = await editContact(as(editor), id, { ...OFFICE, phone: '0771-7654321' })
    expect(after.phone).toBe('0771-7654321')
    expect(await auditActionsOf(database.db, id)).toEqual(['contact.create', 'contact.edit'])
  })

  it('is refused when nobody could be reached, and once it was removed', async () => {
    const { id } = await make()
    await expect(editContact(as(editor), id, { ...OFFICE, email: '', phone: '' })).rejects.toMatchObject(
      UNREACHABLE,
    )
    await removeContact(as(editor), id)
    await expect(editContact(as(editor), id, OFFICE)).rejects.toMatchObject(NOT_FOUND)
  })

  it('does not exist for other organizations and is refused to members without the role', async () => {
    const { id } = await make()
    await expect(editContact(as(stranger), id, OFFICE)).rejects.toMatchObject(NOT_FOUND)
    await expect(editContact(as(viewer), id, OFFICE)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('removing a contact', () => {
  it('takes it from the lists and leaves an audit row', async () => {
    const { id } = await make()
    await removeContact(as(editor), id)
    expect((await listContacts(as(viewer))).map((contact) => contact.id)).not.toContain(id)
    expect(await auditActionsOf(database.db, id)).toEqual(['contact.create', 'contact.remove'])
  })

  it('is refused the second time', async () => {
    const { id } = await make()
    await removeContact(as(editor), id)
    await expect(removeContact(as(editor), id)).rejects.toMatchObject(NOT_FOUND)
  })

  it('does not exist for other organizations and is refused to members without the role', async () => {
    const { id } = await make()
    await expect(removeContact(as(stranger), id)).rejects.toMatchObject(NOT_FOUND)
    await expect(removeContact(as(viewer), id)).rejects.toMatchObject(FORBIDDEN)
  })
})

describe('reading contacts', () => {
  it('shows each reader as much as the organization wants', async () => {
    const owner = await makeActor(database.db, 'university', ['editor'])
    for (const visibility of ['public', 'signed_in', 'members'] as const) {
      await createContact(as(owner), { ...OFFICE, nameZh: visibility, visibility })
    }
    const shownTo = async (actor: Actor | null) =>
      (await listShownContacts(as(actor), owner.organizationId)).map(({ nameZh }) => nameZh)
    expect(await shownTo(null)).toEqual(['public'])
    expect(await shownTo(stranger)).toEqual(['public', 'signed_in'])
    expect(await shownTo(owner)).toEqual(['public', 'signed_in', 'members'])
  })
})
