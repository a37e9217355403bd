import { auditEntries, listingRights, rights as rightsTable } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, makeActor } from '../testing/index.ts'
import { createListing, editListing, getListing } from './index.ts'
import {
  completeListing,
  type Desk,
  FORBIDDEN,
  makeDesk,
  NOT_FOUND,
  patentRight,
  WRONG_STATE,
} from './testing/index.ts'

let database: TestDatabase
let editor: Desk['editor']
let viewer: Desk['viewer']
let stranger: Desk['stranger']
let reviewer: Desk['reviewer']
let as: Desk['as']
let draft: Desk['draft']
let submitted: Desk['submitted']
let published: Desk['published']

beforeAll(async () => {
  database = await createTestDatabase()
  ;({ editor, viewer, stranger, reviewer, as, draft, submitted, published } = await makeDesk(database.db))
})
afterAll(() => database.drop())

describe('creating a listing', () => {
  it('begins a draft from its kind alone and leaves an audit row', async () => {
    const { listing, content, editing } = await createListing(as(editor), { kind: 'know_how' })
    expect(listing).toMatchObject({ state: 'draft', version: 0, revision: 1, regionCode: '450100' })
    expect(content.rights).toEqual([])
    expect(editing?.problems).toContainEqual({ path: 'titleZh', code: 'field.required' })
    expect(await auditActionsOf(database.db, listing.id)).toEqual(['listing.create'])
  })

  it('keeps identifiers in their plain form and computes when a patent ends', async () => {
    const { content } = await draft({ regionCode: '450122' })
    expect(content).toMatchObject({
      ipcSymbols: ['B01J 20/24'],
      industryClass: 'D46',
      regionCode: '450110',
      rights: [{ number: '202310000001.5', expiresOn: '2043-01-02' }],
    })
  })

  it('says which character of an identifier is wrong', async () => {
    const wrong = completeListing({
      rights: [patentRight('ZL 2023 1 0000001.7')],
      ipcSymbols: ['B01J 20/24', 'B0IJ 20/24'],
    })
    await expect(createListing(as(editor), wrong)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'request.invalid',
      details: {
        problems: [
          { path: 'ipcSymbols.1', code: 'ipc.wrong_character', params: { position: 3, expected: '0-9' } },
          {
            path: 'rights.0.number',
            code: 'patent_number.wrong_check_digit',
            params: { position: 19, expected: '5' },
          },
        ],
      },
    })
  })

  it('refuses a number of another kind of patent and the same right twice', async () => {
    const other = completeListing({ rights: [patentRight('202121234567.7')] })
    await expect(createListing(as(editor), other)).rejects.toMatchObject({
      details: { problems: [{ path: 'rights.0.number', code: 'right.number_of_other_kind' }] },
    })
    const twice = completeListing({ rights: [patentRight(), patentRight('202310000001.5')] })
    await expect(createListing(as(editor), twice)).rejects.toMatchObject({
      details: { problems: [{ path: 'rights.1.number', code: 'right.repeated' }] },
    })
  })

  it('is for editors of organizations that may offer technology', async () => {
    const agency = await makeActor(database.db, 'agency', ['owner'])
    await expect(createListing(as(viewer), { kind: 'know_how' })).rejects.toMatchObject(FORBIDDEN)
    await expect(createListing(as(agency), { kind: 'know_how' })).rejects.toMatchObject(FORBIDDEN)
    await expect(createListing(as(null), { kind: 'know_how' })).rejects.toMatchObject({
      code: 'session.required',
    })
  })
})

describe('editing a draft', () => {
  it('changes only the fields sent and keeps the difference in the trail', async () => {
    const { listing } = await draft()
    const after = await editListing(as(editor), { id: listing.id, revision: 1, titleZh: '新标题' })
    expect(after.listing.revision).toBe(2)
    expect(after.content).toMatchObject({ titleZh: '新标题', titleEn: completeListing().titleEn })
    const [, entry] = await database.db
      .select()
      .from(auditEntries)
      .where(eq(auditEntries.subjectId, listing.id))
      .orderBy(asc(auditEntries.position))
    expect(entry).toMatchObject({ action: 'listing.edit', after: { titleZh: '新标题' } })
    expect(Object.keys(entry?.after as object)).toEqual(['titleZh'])
  })

  it('refuses the second of two editors who read the same revision', async () => {
    const { listing } = await draft()
    const edit = (titleZh: string) => editListing(as(editor), { id: listing.id, revision: 1, titleZh })
    const [first, second] = await Promise.allSettled([edit('甲'), edit('乙')])
    const results = [first, second]
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'conflict', code: 'listing.changed_meanwhile', details: { revision: 2 } },
    })
  })

  it('keeps one record per right and forgets rights nobody offers', async () => {
    const { listing, content } = await draft({ rights: [patentRight('202310000002.X')] })
    const second = await draft({ rights: [patentRight('ZL202310000002.x')] })
    expect(second.content.rights[0]?.id).toBe(content.rights[0]?.id)
    const knowHow = { ...patentRight(), kind: 'know_how' as const, number: null }
    const edited = await editListing(as(editor), { id: listing.id, revision: 1, rights: [knowHow] })
    const renamed = { ...knowHow, id: edited.content.rights[0]?.id, title: '工艺参数' }
    const again = await editListing(as(editor), { id: listing.id, revision: 2, rights: [renamed] })
    expect(again.content.rights[0]).toMatchObject({ id: edited.content.rights[0]?.id, title: '工艺参数' })
    await editListing(as(editor), { id: listing.id, revision: 3, rights: [] })
    const gone = await database.db
      .select()
      .from(rightsTable)
      .where(eq(rightsTable.id, renamed.id ?? ''))
    expect(gone).toEqual([])
    const stays = await database.db
      .select()
      .from(listingRights)
      .where(eq(listingRights.listingId, second.listing.id))
    expect(stays).toHaveLength(1)
  })

  it("does not let a draft change what is published about a right, or take another organization's", async () => {
    const open = await published()
    const draftOfSame = await draft({
      rights: [{ ...patentRight(), ownerNames: ['冒名者'], filedOn: '2022-01-01' }],
    })
    expect(draftOfSame.content.rights).toEqual(open.content.rights)
    const foreign = {
      ...patentRight('202210012345.3'),
      filedOn: '2022-01-03',
      id: open.content.rights[0]?.id,
    }
    const theirs = await createListing(as(stranger), completeListing({ rights: [foreign] }))
    expect(theirs.content.rights[0]?.id).not.toBe(foreign.id)
    expect((await getListing(as(null), { id: open.listing.id, view: 'public' })).content.rights).toEqual(
      open.content.rights,
    )
  })

  it('refuses a listing under review, of another organization, and by members without the role', async () => {
    const { listing } = await submitted()
    const edit = { id: listing.id, revision: 1, titleZh: '甲' }
    await expect(editListing(as(editor), edit)).rejects.toMatchObject(WRONG_STATE)
    await expect(editListing(as(stranger), edit)).rejects.toMatchObject(NOT_FOUND)
    await expect(editListing(as(viewer), edit)).rejects.toMatchObject(FORBIDDEN)
    await expect(editListing(as(reviewer), edit)).rejects.toMatchObject(FORBIDDEN)
  })

  it('refuses a price range that ends before it begins', async () => {
    const { listing } = await draft()
    const edit = { id: listing.id, revision: 1, priceMode: 'range' as const, priceFen: 500, priceMaxFen: 400 }
    await expect(editListing(as(editor), edit)).rejects.toMatchObject({
      details: { problems: [{ path: 'priceMaxFen', code: 'listing.price_range_empty' }] },
    })
  })
})
