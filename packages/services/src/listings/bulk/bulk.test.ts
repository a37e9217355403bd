import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createContact } from '../../organizations/index.ts'
import { auditActionsOf } from '../../testing/index.ts'
import {
  applyBulkEdit,
  editListing,
  getBulkEdit,
  getListing,
  previewBulkEdit,
  undoBulkEdit,
} from '../index.ts'
import { type Desk, FORBIDDEN, makeDesk, NOT_FOUND } from '../testing/index.ts'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await makeDesk(database.db)
})
afterAll(() => database.drop())

const editor = () => desk.as(desk.editor)
const working = (id: string) => getListing(editor(), { id, view: 'working' })
const region = { command: 'region' as const, regionCode: '450102' }

describe('bulk edit', () => {
  it('previews without a trace, then does it and names what cannot be done', async () => {
    const draft = (await desk.draft()).listing.id
    const open = (await desk.published()).listing.id
    const waiting = (await desk.submitted()).listing.id
    const ids = [draft, open, waiting]
    const preview = await previewBulkEdit(editor(), { ids, change: region })
    expect(preview.map(({ outcome, code, toReview }) => [outcome, code, toReview])).toEqual([
      ['done', null, false],
      ['done', null, true],
      ['refused', 'listing.wrong_state', false],
    ])
    expect((await working(draft)).content.regionCode).toBe('450100')
    expect(await auditActionsOf(database.db, draft)).toEqual(['listing.create'])

    const { edit, items } = await applyBulkEdit(editor(), { ids, change: region })
    expect(items.map(({ item }) => item.outcome)).toEqual(['done', 'done', 'refused'])
    expect((await working(open)).content.regionCode).toBe('450102')
    expect(await auditActionsOf(database.db, edit.id)).toEqual(['listing.bulk_edit'])
    expect(await auditActionsOf(database.db, draft)).toEqual(['listing.create', 'listing.edit'])
  })

  it('is undone where nobody has written since', async () => {
    const [left, right] = [(await desk.draft()).listing, (await desk.draft()).listing]
    const ids = [left.id, right.id]
    const { edit } = await applyBulkEdit(editor(), { ids, change: region })
    const { revision } = (await working(right.id)).listing
    await editListing(editor(), { id: right.id, revision, titleZh: '另一个名称' })
    const undone = await undoBulkEdit(editor(), edit.id)
    expect(undone.items.map(({ item }) => [item.outcome, item.code])).toEqual([
      ['undone', null],
      ['done', 'listing.changed_meanwhile'],
    ])
    expect((await working(left.id)).content.regionCode).toBe('450100')
    expect((await working(right.id)).content.regionCode).toBe('450102')
    await expect(undoBulkEdit(editor(), edit.id)).rejects.toMatchObject({ code: 'bulk_edit.cannot_undo' })
  })

  it('names a contact of public listings at once, and takes it back', async () => {
    const contact = await createContact(editor(), {
      nameZh: '转化办公室',
      nameEn: '',
      dutyZh: '',
      dutyEn: '',
      email: 'office@example.com',
      phone: '',
      visibility: 'public',
    })
    const { id } = (await desk.published()).listing
    const { edit } = await applyBulkEdit(editor(), {
      ids: [id],
      change: { command: 'contact', contactId: contact.id },
    })
    const shown = await getListing(desk.as(null), { id, view: 'public' })
    expect(shown.contact?.nameZh).toBe('转化办公室')
    await undoBulkEdit(editor(), edit.id)
    expect((await getListing(desk.as(null), { id, view: 'public' })).contact).toBeNull()
  })

  it('submits, withdraws and renews through the same rules', async () => {
    const draft = (await desk.draft()).listing.id
    const submit = await applyBulkEdit(editor(), { ids: [draft, draft], change: { command: 'submit' } })
    expect(submit.items.map(({ item }) => item.outcome)).toEqual(['done'])
    await expect(undoBulkEdit(editor(), submit.edit.id)).rejects.toMatchObject({
      code: 'bulk_edit.cannot_undo',
    })
    const renew = await applyBulkEdit(editor(), { ids: [draft], change: { command: 'renew' } })
    expect(renew.items.map(({ item }) => item.code)).toEqual(['listing.wrong_state'])
  })

  it('is barred to others', async () => {
    const { id } = (await desk.draft()).listing
    const input = { ids: [id], change: region }
    await expect(applyBulkEdit(desk.as(desk.stranger), input)).rejects.toMatchObject(NOT_FOUND)
    await expect(previewBulkEdit(desk.as(desk.viewer), input)).rejects.toMatchObject(FORBIDDEN)
    const { edit } = await applyBulkEdit(editor(), input)
    await expect(getBulkEdit(desk.as(desk.stranger), edit.id)).rejects.toMatchObject({
      code: 'bulk_edit.not_found',
    })
    await expect(undoBulkEdit(desk.as(desk.stranger), edit.id)).rejects.toMatchObject({
      code: 'bulk_edit.not_found',
    })
    await expect(undoBulkEdit(desk.as(desk.viewer), edit.id)).rejects.toMatchObject(FORBIDDEN)
  })
})
