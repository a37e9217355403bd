import { randomUUID } from 'node:crypto'
import { auditEntries, events, listings, rights } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { patentCheckDigit } from '@market/domain/identifiers'
import { fixedClock } from '@market/domain/testing'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocuments } from '../discovery/read-documents.ts'
import { createRequest } from '../licensing/index.ts'
import {
  editListing,
  getListing,
  listMyListings,
  publishListing,
  readChangeFeed,
  submitListing,
  withdrawListing,
} from '../listings/index.ts'
import { makeDesk, patentRight } from '../listings/testing/index.ts'
import {
  auditActionsOf,
  makeActor,
  makeDeal,
  makeMember,
  makeSignedContract,
  requestInput,
  rightEvent,
  testContext,
} from '../testing/index.ts'
import {
  createPortfolio,
  createRight,
  deletePortfolio,
  editPortfolio,
  editRight,
  getPortfolio,
  getRight,
  listRights,
  offerPortfolio,
  readEncumbrances,
  recordRightEvent,
  watchRights,
} from './index.ts'

type Actor = Awaited<ReturnType<typeof makeActor>>

const record = (number: string | null = '202310000001.5', changes = {}) => ({
  kind: 'invention_patent' as const,
  number,
  title: '吸附材料',
  owners: [{ name: '邕州大学', share: null }],
  inventorNames: ['韦一'],
  filedOn: '2023-01-03',
  grantedOn: '2024-05-07',
  legalStatus: 'in_force' as const,
  publicationNumber: null,
  publishedOn: null,
  publiclyFunded: null,
  fundingWords: '',
  checkedOn: null,
  checkedSource: null,
  ...changes,
})

describe('rights', () => {
  let database: TestDatabase
  let editor: Actor
  beforeAll(async () => {
    database = await createTestDatabase()
    editor = await makeActor(database.db, 'university', ['editor'])
  })
  afterAll(() => database.drop())
  const as = (actor: Actor | null, clock = fixedClock('2026-03-02T02:00:00Z')) =>
    testContext(database.db, actor, clock)

  /** A published listing of one patent, and the editor of its owner. */
  const offered = async (filedOn = '2020-01-06') => {
    const deal = await makeDeal(database.db, { rights: [{ kind: 'invention_patent', filedOn }] })
    const owner = await makeMember(database.db, deal.seller.organizationId, ['editor'])
    const [right] = await database.db
      .select()
      .from(rights)
      .where(eq(rights.organizationId, deal.seller.organizationId))
    if (!right) throw new Error('no right')
    const frozen = async () => {
      const [row] = await database.db.select().from(listings).where(eq(listings.id, deal.listingId))
      return row?.frozenReason
    }
    return { ...deal, owner, rightId: right.id, frozen }
  }

  it('are recorded with shares that make one whole, and found by a number in any form', async () => {
    const thirds = ['甲', '乙', '丙'].map((name) => ({ name, share: { numerator: 1, denominator: 3 } }))
    const { id, subject } = await createRight(as(editor), record('ＺＬ2023 10000001．5', { owners: thirds }))
    expect(subject).toBe('patent:202310000001.5')
    expect(await auditActionsOf(database.db, id)).toEqual(['right.create'])
    for (const q of ['ZL 202310000001.5', '2023100000015', '10000001', '吸附']) {
      expect((await listRights(as(editor), { q, limit: 5 })).items.map(({ right }) => right.id)).toEqual([id])
    }
    expect((await listRights(as(editor), { status: 'lapsed', limit: 5 })).items).toEqual([])
    const halves = thirds.map((owner) => ({ ...owner, share: { numerator: 1, denominator: 2 } }))
    await expect(
      editRight(as(editor), { id, ...record(undefined, { owners: halves }) }),
    ).rejects.toMatchObject({
      details: { problems: [{ path: 'owners', code: 'right.shares_not_whole' }] },
    })
    await expect(createRight(as(editor), record())).rejects.toMatchObject({ code: 'right.already_recorded' })
  })

  it('are nobody else’s to see or change, and no viewer’s to change', async () => {
    const { id } = await createRight(as(editor), record('202310000002.X'))
    const stranger = await makeActor(database.db, 'university', ['editor'])
    const viewer = await makeMember(database.db, editor.organizationId, ['viewer'])
    const edit = { id, ...record('202310000002.X') }
    await expect(getRight(as(stranger), id)).rejects.toMatchObject({ code: 'right.not_found' })
    await expect(editRight(as(stranger), edit)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(editRight(as(viewer), edit)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await expect(createRight(as(viewer), record(null))).rejects.toMatchObject({ code: 'policy.forbidden' })
    const entry = rightEvent(id, 'termination')
    await expect(recordRightEvent(as(stranger), entry)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(recordRightEvent(as(viewer), entry)).rejects.toMatchObject({ code: 'policy.forbidden' })
    const later = rightEvent(id, 'termination', { occurredOn: '2026-03-03', checkedOn: '2026-03-03' })
    await expect(recordRightEvent(as(editor), later)).rejects.toMatchObject({ code: 'request.invalid' })
  })

  it('name who else publicly offers the same number, to whoever reads the listing', async () => {
    const [first, second] = [await offered(), await offered()]
    await database.db
      .update(rights)
      .set({ number: '202310000077.6' })
      .where(inArray(rights.id, [first.rightId, second.rightId]))
    const { rights: read } = await readEncumbrances(as(second.buyer), second.listingId)
    expect(read.map(({ alsoOfferedBy }) => alsoOfferedBy.map(({ id }) => id))).toEqual([
      [first.seller.organizationId],
    ])
  })

  it('freeze their listings when they end and thaw them when restored', async () => {
    const { owner, buyer, listingId, rightId, frozen } = await offered()
    await recordRightEvent(as(owner), rightEvent(rightId, 'termination'))
    expect(await frozen()).toBe('terminated')
    const mine = await listMyListings(as(owner), { frozen: true, limit: 5 })
    expect(mine.items.map(({ listing }) => listing.id)).toEqual([listingId])
    expect(await auditActionsOf(database.db, rightId)).toContain('right.record_event')
    await expect(createRequest(as(buyer), requestInput(listingId))).rejects.toMatchObject({
      code: 'listing.frozen',
      details: { reason: 'terminated' },
    })
    const { listing, rights: read } = await readEncumbrances(as(buyer), listingId)
    expect(listing.frozenReason).toBe('terminated')
    expect(read[0]?.lines[0]).toMatchObject({ topic: 'status', finding: 'burden', checkedOn: '2026-03-01' })
    await recordRightEvent(as(owner), rightEvent(rightId, 'restoration', { occurredOn: '2026-02-20' }))
    expect(await frozen()).toBeNull()
    expect((await listMyListings(as(owner), { frozen: true, limit: 5 })).items).toEqual([])
    await createRequest(as(buyer), requestInput(listingId))
    const told = await database.db.select().from(events).where(eq(events.subjectId, listingId))
    expect(told.map(({ type }) => type)).toEqual(expect.arrayContaining(['listing.frozen', 'listing.thawed']))
  })

  it('tell the platforms that follow the market when their listings freeze, for another reason too, and thaw', async () => {
    const { owner, listingId, rightId } = await offered()
    let since = (await readChangeFeed(as(null), { since: 0, limit: 500 })).position
    const news = async () => {
      const { items, position } = await readChangeFeed(as(null), { since, limit: 5 })
      since = position
      return items.map(({ kind, listing }) => [kind, listing?.listing.id, listing?.listing.frozenReason])
    }
    await recordRightEvent(as(owner), rightEvent(rightId, 'termination'))
    expect(await news()).toEqual([['changed', listingId, 'terminated']])
    await recordRightEvent(as(owner), rightEvent(rightId, 'invalidation', { occurredOn: '2026-02-10' }))
    expect(await news()).toEqual([['changed', listingId, 'invalidated']])
    const { events: entries } = await getRight(as(owner), rightId)
    for (const { id } of entries)
      await recordRightEvent(as(owner), rightEvent(rightId, 'note', { correctsId: id }))
    expect((await news()).at(-1)).toEqual(['changed', listingId, null])
    await withdrawListing(as(owner), { id: listingId, reason: '' })
    await news()
    await recordRightEvent(as(owner), rightEvent(rightId, 'termination'))
    expect(await news()).toEqual([])
  })

  it('thaw their listings when a text without them is published, and that is told too', async () => {
    const desk = await makeDesk(database.db)
    const { listing, content } = await desk.published()
    const { id } = listing
    await recordRightEvent(as(desk.editor), rightEvent(content.rights[0]?.id ?? '', 'termination'))
    await editListing(as(desk.editor), {
      id,
      revision: listing.revision,
      rights: [patentRight('202310000002.X')],
    })
    await submitListing(as(desk.editor), id)
    const { listing: after } = await publishListing(as(desk.reviewer), { id })
    expect(after.frozenReason).toBeNull()
    expect((await desk.eventTypes(id)).slice(-2)).toEqual(['listing.changed', 'listing.thawed'])
    await editListing(as(desk.editor), { id, revision: after.revision, titleZh: '改进的吸附材料' })
    await submitListing(as(desk.editor), id)
    await publishListing(as(desk.reviewer), { id })
    expect((await desk.eventTypes(id)).at(-1)).toBe('listing.changed')
  })

  it('make their listings read anew when the register calls them otherwise, and show how they stand', async () => {
    const desk = await makeDesk(database.db)
    const { listing, content } = await desk.published()
    const [offer] = content.rights
    const edit = { id: offer?.id ?? '', ...record('202310000003.4', { publicationNumber: 'CN115000001A' }) }
    await editRight(as(desk.editor), edit)
    expect((await desk.eventTypes(listing.id)).slice(-1)).toEqual(['listing.changed'])
    const changes = (await desk.eventTypes(listing.id)).length
    await editRight(as(desk.editor), { ...edit, title: '又一名称' })
    expect(await desk.eventTypes(listing.id)).toHaveLength(changes)
    await recordRightEvent(as(desk.editor), rightEvent(edit.id, 'termination'))
    const shown = await getListing(as(null), { id: listing.id, view: 'public' })
    expect(shown.content.rights).toMatchObject([{ number: '202310000003.4', legalStatus: 'lapsed' }])
    const [document] = await readDocuments(database.db, [listing.id])
    expect(document?.numbers).toEqual(expect.arrayContaining(['202310000003', '115000001']))
  })

  it('say that nobody has looked instead of saying that there is nothing', async () => {
    const { owner, rightId } = await offered()
    const pledge = async () =>
      (await getRight(as(owner), rightId)).encumbrances.find(({ topic }) => topic === 'pledge')
    expect(await pledge()).toMatchObject({ finding: 'unknown', checkedOn: null })
    await recordRightEvent(as(owner), rightEvent(rightId, 'fee_paid', { patentYear: 7 }))
    expect(await pledge()).toMatchObject({ finding: 'clear', checkedOn: '2026-03-01', source: 'gazette' })
    await recordRightEvent(as(owner), rightEvent(rightId, 'pledge', { party: '邕江银行' }))
    expect(await pledge()).toMatchObject({ finding: 'burden', facts: { party: '邕江银行' } })
  })

  it('take back a wrong entry by a later one that names it, once', async () => {
    const { owner, rightId, frozen } = await offered()
    await recordRightEvent(as(owner), rightEvent(rightId, 'termination'))
    const [wrong] = (await getRight(as(owner), rightId)).events
    const correction = rightEvent(rightId, 'note', { correctsId: wrong?.id ?? null })
    await recordRightEvent(as(owner), correction)
    expect(await frozen()).toBeNull()
    await expect(recordRightEvent(as(owner), correction)).rejects.toMatchObject({
      code: 'right_event.already_corrected',
    })
  })

  it('are looked at every night: what ran out or was not paid freezes, once, and fees are reminded of', async () => {
    const expired = await offered('2005-03-01')
    const unpaid = await offered()
    const near = await offered('2020-03-20')
    await recordRightEvent(as(unpaid.owner), rightEvent(unpaid.rightId, 'fee_paid', { patentYear: 5 }))
    for (const { rightId } of [unpaid, near]) {
      await database.db.update(rights).set({ grantedOn: '2021-01-04' }).where(eq(rights.id, rightId))
    }
    await recordRightEvent(as(near.owner), rightEvent(near.rightId, 'fee_paid', { patentYear: 6 }))
    expect(await watchRights(as(editor))).toMatchObject({ settled: 2, reminded: 1 })
    expect([await expired.frozen(), await unpaid.frozen()]).toEqual(['expired', 'fee_missed'])
    expect(await watchRights(as(editor))).toEqual({ settled: 0, reminded: 0 })
    const reminded = and(eq(auditEntries.subjectId, near.rightId), eq(auditEntries.action, 'right.remind'))
    expect(await database.db.select().from(auditEntries).where(reminded)).toHaveLength(1)
    await recordRightEvent(as(unpaid.owner), rightEvent(unpaid.rightId, 'fee_paid', { patentYear: 7 }))
    expect(await unpaid.frozen()).toBeNull()
  })

  it('keep the number a licence names, whichever verb would change it', async () => {
    const deal = await offered()
    const edit = (number: string) =>
      editRight(as(deal.owner), { id: deal.rightId, ...record(number, { filedOn: '2020-01-06' }) })
    const digits = (index: number) => `20201${String(index).padStart(7, '0')}`
    const numberOf = (index: number) => `${digits(index)}.${patentCheckDigit(digits(index))}`
    await edit(numberOf(1))
    await makeSignedContract(database.db, deal)
    await expect(edit(numberOf(2))).rejects.toMatchObject({ kind: 'conflict', code: 'right.licensed' })
    const rename = sql`update rights set number = ${numberOf(2)} where id = ${deal.rightId}`
    await expect(database.db.execute(rename)).rejects.toMatchObject({
      cause: { constraint_name: 'rights_licensed_subject' },
    })
    expect((await edit(numberOf(1))).subject).toBe(`patent:${numberOf(1)}`)
  })

  it('can be grouped, and listed together', async () => {
    const mine = await makeActor(database.db, 'institute', ['editor'])
    const patent = await createRight(as(mine), record('202310000001.5'))
    const secret = await createRight(
      as(mine),
      record(null, { kind: 'know_how', filedOn: null, grantedOn: null }),
    )
    const input = {
      nameZh: '吸附材料组合',
      nameEn: 'Adsorbents',
      description: '',
      rightIds: [patent.id, secret.id],
    }
    const { id } = await createPortfolio(as(mine), input)
    expect(await auditActionsOf(database.db, id)).toEqual(['portfolio.create'])
    await expect(createPortfolio(as(mine), input)).rejects.toMatchObject({ code: 'request.invalid' })
    const { content } = await offerPortfolio(as(mine), id)
    expect(content.rights.map((right) => right.id)).toEqual([patent.id, secret.id])
    const changed = { ...input, id, revision: 1, rightIds: [secret.id] }
    await editPortfolio(as(mine), changed)
    await expect(editPortfolio(as(mine), changed)).rejects.toMatchObject({
      code: 'portfolio.changed_meanwhile',
    })
    const foreign = { ...input, nameZh: '他人的', rightIds: [patent.id] }
    await expect(createPortfolio(as(editor), foreign)).rejects.toMatchObject({ code: 'request.invalid' })
    await expect(getPortfolio(as(editor), id)).rejects.toMatchObject({ code: 'portfolio.not_found' })
    await expect(deletePortfolio(as(editor), id)).rejects.toMatchObject({ code: 'portfolio.not_found' })
    const viewer = await makeMember(database.db, mine.organizationId, ['viewer'])
    await expect(deletePortfolio(as(viewer), id)).rejects.toMatchObject({ code: 'policy.forbidden' })
    await deletePortfolio(as(mine), id)
  })

  it('can be found and grouped among a thousand', async () => {
    const mine = await makeActor(database.db, 'institute', ['editor'])
    const secret = record(null, { kind: 'know_how', filedOn: null, grantedOn: null, title: '配方' })
    const first = await createRight(as(mine), record('202310000001.5', { title: '最早登记的吸附材料' }))
    const [template] = await database.db
      .select()
      .from(rights)
      .where(eq(rights.id, (await createRight(as(mine), secret)).id))
    if (!template) throw new Error('not stored')
    const { subject: _, ...copied } = template
    await database.db.insert(rights).values(
      Array.from({ length: 1000 }, (_, index) => ({
        ...copied,
        id: randomUUID(),
        title: `配方第${index}号`,
        createdAt: new Date(template.createdAt.getTime() + 1000 * (index + 1)),
      })),
    )
    const found = async (input: Omit<Parameters<typeof listRights>[1], 'limit'>, actor = mine) =>
      (await listRights(as(actor), { ...input, limit: 100 })).items.map(({ right }) => right.title)
    expect(await found({})).not.toContain('最早登记的吸附材料')
    expect(await found({ q: '最早' })).toEqual(['最早登记的吸附材料'])
    expect(await found({ q: 'ZL 2023 1 0000001.5' })).toEqual(['最早登记的吸附材料'])
    expect(await found({ q: '第17号' })).toEqual(['配方第17号'])
    const known = [first.id, template.id]
    expect(await found({ id: known })).toEqual(expect.arrayContaining(['最早登记的吸附材料', '配方']))
    expect(await found({ id: known, q: '最早' })).toEqual(['最早登记的吸附材料'])
    expect(await found({ id: known }, editor)).toEqual([])
    const input = { nameZh: '千里挑一', nameEn: '', description: '', rightIds: known }
    const { id } = await createPortfolio(as(mine), input)
    expect((await getPortfolio(as(mine), id)).rights.map(({ right }) => right.id)).toEqual(known)
  })
})
