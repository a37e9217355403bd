import { listingRights, listings, notifications, users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addFavourite } from '../discovery/index.ts'
import { createSeals, type MemberActor } from '../index.ts'
import { withdrawListing } from '../listings/index.ts'
import { recordRightEvent } from '../rights/index.ts'
import {
  ask,
  makeActor,
  makeDeal,
  makeMember,
  newestEvent,
  rightEvent,
  TEST_SECRET,
  testContext,
} from '../testing/index.ts'
import { chooseMails, keepNotices, writeMails } from './index.ts'

const PUBLIC_URL = 'https://market.example'
const clock = fixedClock('2026-03-02T02:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const as = (actor: Actor | null) => testContext(database.db, actor, clock)
const telling = () => ({ ...as(null), seals: createSeals(TEST_SECRET), publicUrl: PUBLIC_URL })

const newest = (type: string, subjectId: string) => newestEvent(database.db, type, subjectId)

const mailsOf = async (type: string, listingId: string) => {
  const mails = await writeMails(telling(), await newest(type, listingId))
  return new Map(mails.map((mail) => [mail.to, mail]))
}
const mailTo = ({ userId }: Actor) => `person-${userId}@example.com`

/** A listing of one patent that a company asks for and somebody else has kept, and how its right ends and returns. */
const watched = async () => {
  const deal = await makeDeal(database.db, { rights: [{ kind: 'invention_patent', filedOn: '2020-01-06' }] })
  const { seller, buyer, listingId } = deal
  const editor = await makeMember(database.db, seller.organizationId, ['editor'])
  const keeper = await makeActor(database.db, 'company', ['viewer'])
  const { id: requestId } = await ask(database.db, deal)
  // Whoever is told of a listing for a nearer reason hears of it once.
  for (const actor of [keeper, buyer, editor]) await addFavourite(as(actor), listingId)
  const [held] = await database.db.select().from(listingRights).where(eq(listingRights.listingId, listingId))
  const rightId = held?.rightId ?? ''
  const record = (kind: 'termination' | 'restoration', occurredOn: string) =>
    recordRightEvent(as(editor), rightEvent(rightId, kind, { occurredOn }))
  return {
    ...deal,
    editor,
    keeper,
    requestId,
    rightId,
    end: () => record('termination', '2026-02-01'),
    restore: () => record('restoration', '2026-02-20'),
  }
}

const toldTo = async ({ userId }: MemberActor) => {
  const rows = await database.db.select().from(notifications).where(eq(notifications.userId, userId))
  return rows.map(({ topic, path }) => [topic, path])
}

describe('a listing that freezes', () => {
  it('is told to its owner’s staff, who asks for it and who kept it, each once and for their own reason', async () => {
    const { seller, editor, buyer, keeper, listingId, requestId, rightId, end, restore } = await watched()
    await end()
    const frozen = await mailsOf('listing.frozen', listingId)
    expect([...frozen.keys()].sort()).toEqual([seller, editor, buyer, keeper].map(mailTo).sort())
    for (const actor of [seller, editor])
      expect(frozen.get(mailTo(actor))?.text).toContain('如有误或权利已恢复')
    expect(frozen.get(mailTo(buyer))?.text).toContain('贵方正在洽谈这项成果')
    expect(frozen.get(mailTo(keeper))?.text).toContain('您收藏了这项成果')
    for (const again of [4, 0]) {
      expect(await keepNotices(telling(), await newest('listing.frozen', listingId))).toBe(again)
    }
    await restore()
    const thawed = await mailsOf('listing.thawed', listingId)
    expect([...thawed.keys()].sort()).toEqual([...frozen.keys()].sort())
    expect(await keepNotices(telling(), await newest('listing.thawed', listingId))).toBe(4)
    expect(await mailsOf('listing.frozen', listingId)).toEqual(new Map())
    expect(await toldTo(editor)).toEqual([
      ['listing.frozen', `/workspace/rights/${rightId}`],
      ['listing.thawed', `/workspace/listings/${listingId}`],
    ])
    expect(await toldTo(buyer)).toEqual([
      ['listing.frozen', `/workspace/requests/${requestId}`],
      ['listing.thawed', `/workspace/requests/${requestId}`],
    ])
    expect(await toldTo(keeper)).toEqual([
      ['listing.frozen', `/listings/${listingId}`],
      ['listing.thawed', `/listings/${listingId}`],
    ])
  })

  it('is told in the language and the way each has chosen', async () => {
    const { buyer, keeper, listingId, end } = await watched()
    await database.db.update(users).set({ locale: 'en' }).where(eq(users.id, keeper.userId))
    await chooseMails(as(buyer), { listings: 'inbox' })
    await end()
    const mails = await mailsOf('listing.frozen', listingId)
    expect(mails.has(mailTo(buyer))).toBe(false)
    expect(mails.get(mailTo(keeper))?.text).toContain('It is among your favourites.')
    await keepNotices(telling(), await newest('listing.frozen', listingId))
    const [kept] = await database.db
      .select()
      .from(notifications)
      .where(eq(notifications.userId, buyer.userId))
    expect(kept).toMatchObject({
      titleZh: '“一种糖蜜废液吸附材料”已暂停接受意向',
      titleEn: '“An adsorbent for molasses waste liquor” takes no requests for now',
    })
  })

  it('leads nobody to a page that has gone, and is not said to be on offer again when it is not', async () => {
    const { editor, keeper, listingId, end, restore } = await watched()
    await end()
    await withdrawListing(as(editor), { id: listingId, reason: '' })
    const frozen = await mailsOf('listing.frozen', listingId)
    expect(frozen.has(mailTo(editor))).toBe(true)
    expect(frozen.has(mailTo(keeper))).toBe(false)
    await restore()
    const [listing] = await database.db.select().from(listings).where(eq(listings.id, listingId))
    expect(listing).toMatchObject({ state: 'withdrawn', frozenReason: null })
    expect(await mailsOf('listing.thawed', listingId)).toEqual(new Map())
  })
})
