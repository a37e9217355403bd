import { randomUUID } from 'node:crypto'
import type { Database } from '@market/database'
import {
  favourites,
  listings,
  listingVisits,
  notifications,
  organizations,
  rights,
  savedSearches,
  savedSearchMatches,
  searchMisses,
  users,
  visitorSalts,
} from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { createStandingQueries, type StandingQueries } from '@market/search'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { MemberActor } from '../index.ts'
import {
  createListing,
  editListing,
  publishListing,
  submitListing,
  withdrawListing,
} from '../listings/index.ts'
import { completeListing } from '../listings/testing/index.ts'
import type { Mail } from '../notifications/index.ts'
import { auditActionsOf, makeActor, testContext } from '../testing/index.ts'
import {
  addFavourite,
  type CreateSavedSearchInput,
  createSavedSearch,
  deliverDigests,
  deliverInstantMatches,
  editSavedSearch,
  editSavedSearches,
  findFavourites,
  forgetAttention,
  getSavedSearch,
  listFavourites,
  listMisses,
  listSavedSearches,
  matchSavedSearches,
  noteFavourite,
  noteMiss,
  noteVisit,
  readUnsubscription,
  readVisits,
  removeFavourite,
  removeSavedSearch,
  searchPathOf,
  unsubscribeSavedSearch,
} from './index.ts'

let test: TestDatabase
let db: Database
let standing: StandingQueries
let clock: FixedClock
let editor: MemberActor
let reviewer: MemberActor
let reader: MemberActor
let sent: Mail[]

beforeAll(async () => {
  test = await createTestDatabase()
  db = test.db
  standing = createStandingQueries()
  editor = await makeActor(db, 'university', ['editor'])
  reviewer = await makeActor(db, 'operator', ['reviewer'])
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  reader = await makeActor(db, 'company', ['viewer'])
  sent = []
  await db.delete(savedSearches)
})
afterAll(() => test.drop())

const as = (actor: Actor | null) => ({ ...testContext(db, actor, clock), standing })
const delivery = () => ({
  ...as(null),
  publicUrl: 'https://market.example',
  send: async (mail: Mail) => {
    sent.push(mail)
  },
})
const FORBIDDEN = { code: 'policy.forbidden' }

/** Published through review; returns its id. */
const publish = async (titleZh: string, titleEn = 'A result'): Promise<string> => {
  const input = completeListing({ titleZh, titleEn, kind: 'know_how', rights: [], ipcSymbols: ['b01j20/24'] })
  const { listing } = await createListing(as(editor), input)
  await submitListing(as(editor), listing.id)
  await publishListing(as(reviewer), { id: listing.id })
  return listing.id
}
const republish = async (id: string, titleZh: string) => {
  const [{ revision } = { revision: 0 }] = await db.select().from(listings).where(eq(listings.id, id))
  await editListing(as(editor), { id, revision, titleZh })
  await submitListing(as(editor), id)
  await publishListing(as(reviewer), { id })
}
const freeze = async (ended: boolean, listingId: string): Promise<void> => {
  const [right] = await db
    .insert(rights)
    .values({
      id: randomUUID(),
      organizationId: editor.organizationId,
      kind: 'know_how',
      title: '沃柑保鲜',
      ownerNames: [],
      inventorNames: [],
      legalStatus: 'lapsed',
      createdAt: clock.now(),
    })
    .returning()
  const frozen = {
    frozenAt: clock.now(),
    frozenReason: 'terminated',
    frozenRightId: right?.id ?? null,
  } as const
  const open = { frozenAt: null, frozenReason: null, frozenRightId: null }
  await db
    .update(listings)
    .set(ended ? frozen : open)
    .where(eq(listings.id, listingId))
}
const suspend = async (ended: boolean): Promise<void> => {
  await db
    .update(organizations)
    .set({ state: ended ? 'suspended' : 'verified' })
    .where(eq(organizations.id, editor.organizationId))
}
const save = (changes: Partial<CreateSavedSearchInput> = {}, actor: Actor = reader) =>
  createSavedSearch(as(actor), {
    name: '沃柑',
    text: '沃柑保鲜',
    filters: {},
    cadence: 'instant',
    byMail: true,
    ...changes,
  })
const arrived = async (id: string) => {
  await matchSavedSearches({ db, clock, standing }, id)
  return deliverInstantMatches(delivery())
}

describe('favourites', () => {
  it('are kept once, noted, listed and let go of, with their trail', async () => {
    const listingId = await publish('芒果分级机')
    await addFavourite(as(reader), listingId)
    await addFavourite(as(reader), listingId)
    await noteFavourite(as(reader), { listingId, note: '问价格' })
    const page = await listFavourites(as(reader), { limit: 10 })
    expect(page.items.map(({ favourite, listing }) => [favourite.note, listing.titleZh])).toEqual([
      ['问价格', '芒果分级机'],
    ])
    expect(await findFavourites(as(reader), [listingId, randomUUID()])).toHaveLength(1)
    await withdrawListing(as(editor), { id: listingId, reason: '' })
    expect((await listFavourites(as(reader), { limit: 10 })).items).toHaveLength(1)
    await removeFavourite(as(reader), listingId)
    expect(await db.select().from(favourites).where(eq(favourites.userId, reader.userId))).toEqual([])
    expect(await auditActionsOf(db, `${reader.userId}/${listingId}`)).toEqual([
      'favourite.add',
      'favourite.add',
      'favourite.note',
      'favourite.remove',
    ])
  })

  it('page by cursor, the last kept first', async () => {
    const ids = [await publish('甲'), await publish('乙'), await publish('丙')]
    for (const id of ids) {
      await addFavourite(as(reader), id)
      clock.advance(60_000)
    }
    const first = await listFavourites(as(reader), { limit: 2 })
    const second = await listFavourites(as(reader), { limit: 2, cursor: first.nextCursor ?? '' })
    const shown = [...first.items, ...second.items].map(({ listing }) => listing.id)
    expect(shown).toEqual(ids.toReversed())
    expect(second.nextCursor).toBeNull()
  })

  it('are of public listings alone, belong to one person and need a session', async () => {
    const { listing } = await createListing(as(editor), completeListing({ rights: [] }))
    await expect(addFavourite(as(reader), listing.id)).rejects.toMatchObject({ code: 'listing.not_found' })
    // The owner's people see the draft, yet it is nothing to keep.
    await expect(addFavourite(as(editor), listing.id)).rejects.toMatchObject(FORBIDDEN)
    const id = await publish('荔枝干')
    await addFavourite(as(reader), id)
    const stranger = await makeActor(db, 'company')
    const notTheirs = { code: 'favourite.not_found' }
    await expect(removeFavourite(as(stranger), id)).rejects.toMatchObject(notTheirs)
    await expect(noteFavourite(as(stranger), { listingId: id, note: '' })).rejects.toMatchObject(notTheirs)
    expect((await listFavourites(as(stranger), { limit: 10 })).items).toEqual([])
    await expect(addFavourite(as(null), id)).rejects.toMatchObject({ code: 'session.required' })
  })
})

describe('saved searches', () => {
  it('are kept, changed, paused and removed, with their trail', async () => {
    const { id } = await save({ filters: { kind: ['know_how'], ownerId: [] } })
    await editSavedSearch(as(reader), { id, name: '保鲜', cadence: 'weekly', paused: true })
    expect(await getSavedSearch(as(reader), id)).toMatchObject({
      name: '保鲜',
      cadence: 'weekly',
      pausedAt: clock.now(),
      filters: { kind: ['know_how'] },
    })
    expect(await listSavedSearches(as(reader))).toMatchObject([{ foundCount: 0, search: { id } }])
    await removeSavedSearch(as(reader), id)
    expect(await auditActionsOf(db, id)).toEqual([
      'saved_search.create',
      'saved_search.edit',
      'saved_search.remove',
    ])
  })

  it('are told of alike in one step, each with its trail; what stands already leaves none', async () => {
    const instant = await save()
    const weekly = await save({ text: '柚子', cadence: 'weekly', byMail: false })
    const theirs = await save({ text: '柚子' }, await makeActor(db, 'company'))
    const wanted = { cadence: 'weekly', byMail: false } as const
    await editSavedSearches(as(reader), wanted)
    await editSavedSearches(as(reader), wanted)
    expect(await getSavedSearch(as(reader), instant.id)).toMatchObject(wanted)
    expect(await auditActionsOf(db, instant.id)).toEqual(['saved_search.create', 'saved_search.edit'])
    expect(await auditActionsOf(db, weekly.id)).toEqual(['saved_search.create'])
    expect(await db.select().from(savedSearches).where(eq(savedSearches.id, theirs.id))).toMatchObject([
      { cadence: 'instant', byMail: true },
    ])
    await expect(editSavedSearches(as(null), wanted)).rejects.toMatchObject({ code: 'session.required' })
  })

  it('refuse the same question twice, a question for everything, and more than a person can read', async () => {
    await save({ filters: { kind: ['know_how', 'granted_patent'] } })
    const again = save({ filters: { kind: ['granted_patent', 'know_how'] }, name: '另一个名字' })
    await expect(again).rejects.toMatchObject({ code: 'saved_search.exists' })
    await expect(save({ text: '  ' })).rejects.toMatchObject({ code: 'saved_search.empty' })
    const many = await makeActor(db, 'company')
    for (let at = 0; at < 50; at += 1) await save({ text: `词${at}` }, many)
    await expect(save({ text: '再一个' }, many)).rejects.toMatchObject({ code: 'saved_search.too_many' })
  })

  it('belong to one person and need a session', async () => {
    const { id } = await save()
    const stranger = await makeActor(db, 'company')
    const notTheirs = { code: 'saved_search.not_found' }
    await expect(getSavedSearch(as(stranger), id)).rejects.toMatchObject(notTheirs)
    await expect(editSavedSearch(as(stranger), { id, paused: true })).rejects.toMatchObject(notTheirs)
    await expect(removeSavedSearch(as(stranger), id)).rejects.toMatchObject(notTheirs)
    await expect(createSavedSearch(as(null), { ...(await save({ text: '乙' })) })).rejects.toMatchObject({
      code: 'session.required',
    })
  })

  it.each<[string, Partial<CreateSavedSearchInput>, boolean]>([
    ['every word', { text: '沃柑 装置' }, true],
    ['a word it lacks', { text: '沃柑 芒果' }, false],
    ['an English word by its stem', { text: 'membranes' }, true],
    ['an unfinished word', { text: 'membr' }, true],
    ['a phrase', { text: '"preservation membrane"' }, true],
    ['the phrase turned round', { text: '"membrane preservation"' }, false],
    ['without what was excluded', { text: '沃柑 -装置' }, false],
    ['a class', { text: 'B01J' }, true],
    [
      'filters alone',
      { text: '', filters: { transferModes: ['exclusive_licence'], kind: ['know_how'] } },
      true,
    ],
    ['filters it fails', { text: '沃柑', filters: { kind: ['granted_patent'] } }, false],
    ['another name', { text: 'freshness keeping' }, true],
    ['pinyin', { text: 'baoxian' }, true],
    ['pinyin in syllables, unfinished', { text: 'bao xian zhuang' }, true],
    ['initials', { text: 'bxzz' }, true],
    ['the pinyin of something else', { text: 'shimoxi' }, false],
    ['a price band', { text: '', filters: { priceBand: ['5-20', '20-100'] } }, true],
    ['another price band', { text: '', filters: { priceBand: ['5-20', 'none'] } }, false],
    ['a section, class or subclass', { text: '', filters: { ipc: ['A', 'B01'] } }, true],
    ['another subclass', { text: '', filters: { ipc: ['B01D'] } }, false],
    ['a range', { text: '沃柑', ranges: { priceFen: { min: 30_000_000 }, maturityLevel: { max: 6 } } }, true],
    ['a range it is outside', { text: '沃柑', ranges: { priceFen: { max: 29_999_999 } } }, false],
    ['a level', { text: '', filters: { maturityLevel: ['6', '7'] } }, true],
  ])('find by %s', async (_, search, found) => {
    await save(search)
    const id = await publish('沃柑保鲜装置', 'Preservation membrane for fruit')
    expect(await matchSavedSearches({ db, clock, standing }, id)).toBe(found ? 1 : 0)
  })

  it('alert to what is in their band, class and range, and keep the bounds in their address', async () => {
    const filters = { priceBand: ['20-100'], ipc: ['B01J'] }
    const asked = { text: '', filters, ranges: { priceFen: { min: 0 }, maturityLevel: { min: 6, max: 9 } } }
    const search = await save(asked)
    await expect(save(asked)).rejects.toMatchObject({ code: 'saved_search.exists' })
    await save({ ...asked, ranges: { maturityLevel: { min: 7 } } })
    expect(await arrived(await publish('木薯渣制炭'))).toBe(1)
    expect(sent).toHaveLength(1)
    const shown = new URL(searchPathOf(search), 'https://market.example')
    expect(Object.fromEntries(shown.searchParams)).toEqual({
      ipc: 'B01J',
      maturityMax: '9',
      maturityMin: '6',
      price: '20-100',
      priceMin: '0',
      sort: 'newest',
    })
  })

  it('tell at once, exactly once for each version, in mail and inside, in the reader’s language', async () => {
    await db.update(users).set({ locale: 'en' }).where(eq(users.id, reader.userId))
    const search = await save()
    const id = await publish('沃柑保鲜膜', 'A film for mandarins')
    expect(await arrived(id)).toBe(1)
    expect(await arrived(id)).toBe(0)
    expect(sent).toHaveLength(1)
    expect(sent[0]?.subject).toBe('"沃柑": A film for mandarins')
    expect(sent[0]?.text).toContain(`https://market.example/listings/${id}`)
    const [notice] = await db.select().from(notifications).where(eq(notifications.userId, reader.userId))
    expect(notice).toMatchObject({ titleZh: '“沃柑”：沃柑保鲜膜', path: `/listings/${id}`, readAt: null })
    await republish(id, '沃柑保鲜膜（改进）')
    expect(await arrived(id)).toBe(1)
    expect(sent[1]?.text).toContain('(new version)')
    expect(await db.select().from(savedSearchMatches)).toHaveLength(2)
    expect(await listSavedSearches(as(reader))).toMatchObject([{ foundCount: 2, search: { id: search.id } }])
  })

  it('repeat a mail that broke off under the name it had, and spare the other readers', async () => {
    const other = await makeActor(db, 'company')
    await save()
    await save({}, other)
    const id = await publish('沃柑保鲜剂')
    await matchSavedSearches({ db, clock, standing }, id)
    const attempted: string[] = []
    let refuse = true
    const send = async (mail: Mail) => {
      attempted.push(mail.id)
      if (refuse && attempted.length === 1) throw new Error('mail server away')
    }
    await expect(deliverInstantMatches({ ...delivery(), send })).rejects.toThrow('1 of 2 not told')
    refuse = false
    expect(await deliverInstantMatches({ ...delivery(), send })).toBe(1)
    expect(attempted).toHaveLength(3)
    expect(attempted[2]).toBe(attempted[0])
  })

  it('wait for the morning of their day, say nothing when there is nothing, and gather what came', async () => {
    await save({ cadence: 'daily', name: '日' })
    await save({ cadence: 'weekly', name: '周', text: '沃柑' })
    const ids = [await publish('沃柑保鲜一'), await publish('沃柑保鲜二')]
    for (const id of ids) expect(await arrived(id)).toBe(0)
    expect(await deliverDigests(delivery())).toBe(0)
    clock.set('2026-03-03T00:00:00Z')
    expect(await deliverDigests(delivery())).toBe(1)
    expect(sent.map(({ subject }) => subject)).toEqual(['“日”有 2 项新成果或更新'])
    expect(await deliverDigests(delivery())).toBe(0)
    clock.set('2026-03-09T00:00:00Z')
    expect(await deliverDigests(delivery())).toBe(1)
    expect(sent[1]?.subject).toContain('“周”')
  })

  it('pass over what has left the market before it was told, and rest while paused', async () => {
    await save({ cadence: 'daily' })
    const gone = await publish('沃柑保鲜三')
    await arrived(gone)
    await withdrawListing(as(editor), { id: gone, reason: '' })
    clock.set('2026-03-03T00:00:00Z')
    expect(await deliverDigests(delivery())).toBe(0)
    const { id } = await save({ text: '柚子' })
    await editSavedSearch(as(reader), { id, paused: true })
    expect(await arrived(await publish('柚子皮果胶'))).toBe(0)
    expect(sent).toEqual([])
  })

  it.each<[string, (ended: boolean, listingId: string) => Promise<void>]>([
    ['whose right has ended', freeze],
    ['whose owner is suspended', suspend],
  ])('keep to themselves a listing %s until it takes requests again', async (_, end) => {
    await save()
    const id = await publish('沃柑保鲜四')
    await matchSavedSearches({ db, clock, standing }, id)
    await end(true, id)
    expect(await deliverInstantMatches(delivery())).toBe(0)
    expect(sent).toEqual([])
    await db.execute(sql`select graphile_worker.remove_job('tell_saved_searches')`)
    await end(false, id)
    expect(await matchSavedSearches({ db, clock, standing }, id)).toBe(0)
    const jobs = await db.execute(sql`select key from graphile_worker.jobs where key = 'tell_saved_searches'`)
    expect(jobs).toHaveLength(1)
    expect(await deliverInstantMatches(delivery())).toBe(1)
    expect(sent).toHaveLength(1)
  })

  it('end their mails by the link in them, without logging in, and go on inside', async () => {
    const search = await save()
    await arrived(await publish('沃柑保鲜四'))
    const token = new URL(sent[0]?.unsubscribeUrl ?? '').searchParams.get('token') ?? ''
    expect(sent[0]?.text).toContain(`unsubscribe?token=${encodeURIComponent(token)}`)
    expect(await readUnsubscription(as(null), token)).toEqual({ name: '沃柑', byMail: true })
    await unsubscribeSavedSearch(as(null), token)
    await unsubscribeSavedSearch(as(null), token)
    expect(await auditActionsOf(db, search.id)).toEqual(['saved_search.create', 'saved_search.unsubscribe'])
    expect(await arrived(await publish('沃柑保鲜五'))).toBe(1)
    expect(sent).toHaveLength(1)
    const forged = `${search.id}.${'A'.repeat(43)}`
    await expect(unsubscribeSavedSearch(as(null), forged)).rejects.toMatchObject({
      code: 'saved_search.link_invalid',
    })
    await removeSavedSearch(as(reader), search.id)
    await unsubscribeSavedSearch(as(null), token)
    expect(await readUnsubscription(as(null), token)).toBeNull()
  })

  it('are read anew when the reader of queries has changed', async () => {
    const { id } = await save()
    await db.update(savedSearches).set({ compiled: null, compiledBy: 0 }).where(eq(savedSearches.id, id))
    await arrived(await publish('与之无关的成果'))
    expect(sent).toEqual([])
    expect((await getSavedSearch(as(reader), id)).compiledBy).toBe(standing.edition)
  })
})

describe('visits', () => {
  const visitor = (address: string) => ({ address, agent: 'Firefox' })

  it('count visitors once a day and organizations once, but never the owner', async () => {
    const listingId = await publish('剑麻纤维')
    const see = (actor: Actor | null, address: string) =>
      noteVisit(as(actor), { listingId, visitor: visitor(address) })
    await see(null, '203.0.113.1')
    await see(null, '203.0.113.1')
    await see(null, '203.0.113.2')
    await see(reader, '203.0.113.3')
    await see(editor, '203.0.113.4')
    clock.set('2026-03-03T02:00:00Z')
    await see(null, '203.0.113.1')
    await see(reader, '203.0.113.3')
    const { own, lastSevenDays } = await readVisits(as(editor), listingId)
    expect(own?.days).toEqual([
      { on: '2026-03-03', organizations: 1, visitors: 1 },
      { on: '2026-03-02', organizations: 1, visitors: 2 },
    ])
    expect(own?.weeks).toEqual([{ on: '2026-03-02', organizations: 1, visitors: 3 }])
    expect(lastSevenDays).toBeNull()
    expect(await readVisits(as(reader), listingId)).toEqual({ lastSevenDays: null, own: null })
  })

  it('of one address, or of one network of IPv6, are few under however many names', async () => {
    const listingId = await publish('桑枝木耳')
    const visitors = async () => (await readVisits(as(editor), listingId)).own?.days[0]?.visitors
    for (let at = 0; at < 60; at += 1) {
      await noteVisit(as(null), { listingId, visitor: { address: '203.0.113.1', agent: `Firefox/${at}` } })
    }
    expect(await visitors()).toBe(8)
    for (const address of ['2001:db8::1', '2001:db8:0:0:1::7', '2001:db8::ffff:0:2']) {
      await noteVisit(as(null), { listingId, visitor: visitor(address) })
    }
    expect(await visitors()).toBe(9)
    await noteVisit(as(null), { listingId, visitor: visitor('2001:db8:0:1::1') })
    expect(await visitors()).toBe(10)
  })

  it('are told to everybody once they are many', async () => {
    const listingId = await publish('火龙果酒')
    for (let at = 0; at < 10; at += 1) {
      await noteVisit(as(null), { listingId, visitor: visitor(`198.51.100.${at}`) })
    }
    expect(await readVisits(as(null), listingId)).toEqual({ lastSevenDays: 10, own: null })
  })

  it('keep no address, and cannot be traced once the day is over', async () => {
    const listingId = await publish('木薯淀粉')
    await noteVisit(as(null), { listingId, visitor: visitor('203.0.113.9') })
    const rows = await db.select().from(listingVisits).where(eq(listingVisits.listingId, listingId))
    expect(JSON.stringify(rows)).not.toContain('203.0.113.9')
    clock.set('2026-03-09T16:10:00Z')
    await forgetAttention(as(null))
    expect(await db.select().from(visitorSalts)).toEqual([])
    expect(await db.select().from(listingVisits).where(eq(listingVisits.listingId, listingId))).toHaveLength(
      1,
    )
    clock.set('2026-07-01T00:00:00Z')
    await forgetAttention(as(null))
    expect(await db.select().from(listingVisits)).toEqual([])
  })

  it('are hidden with a listing that is not public', async () => {
    const { listing } = await createListing(as(editor), completeListing({ rights: [] }))
    const hidden = { code: 'listing.not_found' }
    const seen = { listingId: listing.id, visitor: visitor('203.0.113.1') }
    await expect(noteVisit(as(reader), seen)).rejects.toMatchObject(hidden)
    await expect(readVisits(as(reader), listing.id)).rejects.toMatchObject(hidden)
  })
})

describe('terms without results', () => {
  const ask = (text: string, address: string, agent = 'Firefox') =>
    noteMiss(as(null), { text, visitor: { address, agent } })

  it('are not brought before the authority by one who asks under several names', async () => {
    const authority = await makeActor(db, 'authority', ['viewer'])
    for (const agent of ['Firefox', 'Safari', 'Chrome', 'Opera'])
      await ask('某人的坏话', '203.0.113.1', agent)
    expect(await listMisses(as(authority))).toEqual([])
  })

  it('are shown to the authority once three visitors of one week asked for them', async () => {
    const authority = await makeActor(db, 'authority', ['viewer'])
    await ask('罗非鱼皮胶原', 'a')
    await ask(' 罗非鱼皮胶原 ', 'a')
    await ask('罗非鱼皮胶原', 'b')
    await ask('13800001111', 'a')
    expect(await listMisses(as(authority))).toEqual([])
    clock.set('2026-03-04T02:00:00Z')
    await ask('罗非鱼皮胶原', 'c')
    await ask('只有一人问', 'c')
    const term = {
      term: '罗非鱼皮胶原',
      weekOn: '2026-03-02',
      visitors: 3,
      firstOn: '2026-03-02',
      lastOn: '2026-03-04',
    }
    expect(await listMisses(as(authority))).toEqual([term])
    clock.set('2026-03-09T16:10:00Z')
    await forgetAttention(as(null))
    expect(await listMisses(as(authority))).toEqual([term])
    expect((await db.select().from(searchMisses)).map((row) => row.term)).toEqual(Array(3).fill(term.term))
    await expect(listMisses(as(reader))).rejects.toMatchObject(FORBIDDEN)
  })
})
