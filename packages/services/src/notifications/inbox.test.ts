import { randomUUID } from 'node:crypto'
import { notifications } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { requestPasswordReset } from '../identity/index.ts'
import { ask, auditActionsOf, makeActor, makeDeal, newestEvent, testContext } from '../testing/index.ts'
import {
  countUnread,
  keepNotices,
  listNotifications,
  markAllNotificationsRead,
  markNotificationRead,
  type NewNotification,
  notify,
} from './index.ts'

let test: TestDatabase
let clock: FixedClock
let reader: Actor
beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  reader = await makeActor(test.db, 'company', ['viewer'])
})
afterAll(() => test.drop())

const as = (actor: Actor | null) => testContext(test.db, actor, clock)
const told = (source: string, userId = reader.userId): NewNotification => ({
  userId,
  organizationId: null,
  topic: 'request.accepted',
  source,
  titleZh: '对方同意洽谈',
  titleEn: 'They agree to talk',
  path: '/workspace/requests',
})
const deliver = async (type: string) => {
  const event = await newestEvent(test.db, type)
  return keepNotices({ ...as(null), publicUrl: 'https://market.example' }, event)
}

describe('the inbox', () => {
  it('is told once, counts what is unread, and is read one by one or as a whole', async () => {
    for (const source of ['a', 'b', 'c']) {
      await notify(as(null), [told(source)])
      clock.advance(60_000)
    }
    expect(await notify(as(null), [told('a'), told('a')])).toBe(0)
    expect(await countUnread(as(reader))).toBe(3)
    const { items } = await listNotifications(as(reader), { unread: true, limit: 10 })
    const [newest] = items
    const id = newest?.id ?? ''
    expect(await markNotificationRead(as(reader), id)).toEqual({ path: '/workspace/requests' })
    await markNotificationRead(as(reader), id)
    expect(await countUnread(as(reader))).toBe(2)
    expect(await auditActionsOf(test.db, id)).toEqual(['notification.mark_read'])
    const until = clock.now()
    clock.advance(1000)
    await notify(as(null), [told('later')])
    expect(await markAllNotificationsRead(as(reader), until)).toBe(2)
    expect(await countUnread(as(reader))).toBe(1)
    expect((await listNotifications(as(reader), { unread: false, limit: 10 })).items).toHaveLength(4)
    expect(await auditActionsOf(test.db, reader.userId)).toContain('notification.mark_all_read')
  })

  it('pages by cursor, newest first', async () => {
    for (let at = 0; at < 5; at += 1) {
      await notify(as(null), [told(String(at))])
      clock.advance(1000)
    }
    const first = await listNotifications(as(reader), { unread: false, limit: 3 })
    const cursor = first.nextCursor ?? ''
    const second = await listNotifications(as(reader), { unread: false, limit: 3, cursor })
    const sources = [...first.items, ...second.items].map(({ source }) => source)
    expect(sources).toEqual(['4', '3', '2', '1', '0'])
  })

  it('belongs to one person and needs a session', async () => {
    await notify(as(null), [told('mine')])
    const [mine] = (await listNotifications(as(reader), { unread: true, limit: 1 })).items
    const stranger = await makeActor(test.db, 'company')
    const notTheirs = { code: 'notification.not_found' }
    await expect(markNotificationRead(as(stranger), mine?.id ?? '')).rejects.toMatchObject(notTheirs)
    await expect(markNotificationRead(as(stranger), randomUUID())).rejects.toMatchObject(notTheirs)
    expect((await listNotifications(as(stranger), { unread: false, limit: 10 })).items).toEqual([])
    const noSession = { code: 'session.required' }
    await expect(countUnread(as(null))).rejects.toMatchObject(noSession)
    await expect(markAllNotificationsRead(as(null), clock.now())).rejects.toMatchObject(noSession)
  })

  it('holds what an event is mailed about, once, in both languages', async () => {
    const deal = await makeDeal(test.db)
    await ask(test.db, deal)
    expect(await deliver('request.submitted')).toBe(1)
    expect(await deliver('request.submitted')).toBe(0)
    const [notice] = (await listNotifications(as(deal.seller), { unread: true, limit: 5 })).items
    expect(notice).toMatchObject({ topic: 'request.submitted', titleZh: expect.stringContaining('意向') })
    expect(notice?.titleEn).toMatch(/[a-z]/)
    expect(notice?.path).toMatch(/^\/workspace\/requests\//)
  })

  it('never holds a link that opens something by itself', async () => {
    const { email } = { email: `person-${reader.userId}@example.com` }
    await requestPasswordReset(as(null), email)
    expect(await deliver('password_reset.requested')).toBe(0)
    const outside = { ...told('outside'), path: '//elsewhere.example' }
    await expect(notify(as(null), [outside])).rejects.toThrow()
    const rows = await test.db
      .select()
      .from(notifications)
      .where(and(eq(notifications.userId, reader.userId)))
    expect(rows).toEqual([])
  })
})
