import { mailPreferences, notifications, users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { inviteMember } from '../organizations/index.ts'
import {
  ask,
  auditActionsOf,
  type DealFixture,
  makeActor,
  makeDeal,
  newestEvent,
  testContext,
} from '../testing/index.ts'
import {
  chooseMails,
  deliverMailDigests,
  getMailChoices,
  keepNotices,
  type Mail,
  markAllNotificationsRead,
  readMailSubscription,
  unsubscribeMails,
  writeMails,
} from './index.ts'

const PUBLIC_URL = 'https://market.example'
const ALL_AT_ONCE = {
  talks: 'instant',
  contracts: 'instant',
  money: 'instant',
  register: 'instant',
  listings: 'instant',
  needs: 'instant',
}

let test: TestDatabase
let clock: FixedClock
let deal: DealFixture
let sent: Mail[]
beforeAll(async () => {
  test = await createTestDatabase()
})
beforeEach(async () => {
  clock = fixedClock('2026-03-02T02:00:00Z')
  deal = await makeDeal(test.db)
  sent = []
  await test.db.delete(notifications)
})
afterAll(() => test.drop())

const as = (actor: Actor | null) => ({ ...testContext(test.db, actor, clock), publicUrl: PUBLIC_URL })
const digests = (
  send = async (mail: Mail): Promise<void> => {
    sent.push(mail)
  },
) => deliverMailDigests({ ...as(null), send })

/** The mails an event of this type calls for at once; it is kept for the inbox as well. */
const tell = async (type: string, subjectId: string): Promise<Mail[]> => {
  const event = await newestEvent(test.db, type, subjectId)
  await keepNotices(as(null), event)
  return writeMails(as(null), event)
}
const askAndTell = async (one = deal) => tell('request.submitted', (await ask(test.db, one)).id)

/** What the link in a mail says. */
const linkIn = (mail: Mail | undefined) => {
  const query = new URL(mail?.unsubscribeUrl ?? PUBLIC_URL).searchParams
  const scope = query.get('of') === 'digest' ? ('digest' as const) : ('talks' as const)
  return { scope, token: query.get('token') ?? '' }
}

describe('choosing how mails come', () => {
  it('keeps what was chosen, leaves an audit row, and none when nothing changes', async () => {
    expect(await getMailChoices(as(deal.seller))).toEqual(ALL_AT_ONCE)
    const chosen = await chooseMails(as(deal.seller), { talks: 'daily', money: 'inbox', needs: 'instant' })
    expect(chosen).toEqual({ ...ALL_AT_ONCE, talks: 'daily', money: 'inbox' })
    await chooseMails(as(deal.seller), { talks: 'daily' })
    expect(await auditActionsOf(test.db, deal.seller.userId)).toEqual(['mail_preference.edit'])
    expect(await chooseMails(as(deal.seller), { talks: 'instant' })).toEqual({
      ...ALL_AT_ONCE,
      money: 'inbox',
    })
  })

  it('is each person’s own, and needs a session', async () => {
    await chooseMails(as(deal.seller), { talks: 'inbox' })
    expect(await getMailChoices(as(deal.buyer))).toEqual(ALL_AT_ONCE)
    const session = { code: 'session.required' }
    await expect(getMailChoices(as(null))).rejects.toMatchObject(session)
    await expect(chooseMails(as(null), { talks: 'inbox' })).rejects.toMatchObject(session)
  })

  it('takes no class that nobody can end, whoever writes it', async () => {
    const row = { userId: deal.seller.userId, delivery: 'inbox' as const, changedAt: clock.now() }
    // @ts-expect-error what the types forbid the database refuses as well
    const written = test.db.insert(mailPreferences).values({ ...row, mailClass: 'security' })
    await expect(written).rejects.toMatchObject({
      cause: { constraint_name: 'mail_preferences_class_known' },
    })
  })
})

describe('mails as they were chosen', () => {
  it('come at once with the ways out of them, unless something else was chosen', async () => {
    const [mail] = await askAndTell()
    expect(mail?.text).toContain('您选择了随时接收“意向与洽谈”类邮件。')
    expect(mail?.text).toContain(`${PUBLIC_URL}/account/mails`)
    expect(mail?.text).toContain(mail?.unsubscribeUrl ?? 'no link')
    const later = await makeDeal(test.db)
    await chooseMails(as(later.seller), { talks: 'inbox' })
    expect(await askAndTell(later)).toEqual([])
    expect(await digests()).toBe(0)
    expect(await test.db.select().from(notifications)).toHaveLength(2)
  })

  it('cannot be ended where a right or an account hangs on them', async () => {
    const owner = await makeActor(test.db, 'company', ['owner'])
    const input = {
      organizationId: owner.organizationId,
      email: 'new@example.com',
      roles: ['viewer' as const],
    }
    const { id } = await inviteMember(as(owner), input)
    const [mail] = await tell('invitation.created', id)
    expect(mail?.to).toBe('new@example.com')
    expect(mail).not.toHaveProperty('unsubscribeUrl')
    expect(mail?.text).not.toContain('/unsubscribe')
  })
})

describe('the daily digest', () => {
  beforeEach(() => chooseMails(as(deal.seller), { talks: 'daily' }))

  it('gathers what is unread in one mail in the reader’s language, once', async () => {
    await test.db.update(users).set({ locale: 'en' }).where(eq(users.id, deal.seller.userId))
    expect(await askAndTell()).toEqual([])
    expect(await digests()).toBe(1)
    expect(await digests()).toBe(0)
    const [mail, ...others] = sent
    expect(others).toEqual([])
    expect(mail?.subject).toBe('1 notification, 2026-03-02')
    expect(mail?.text).toContain('Requests and talks\n- ')
    expect(mail?.text).toMatch(/https:\/\/market\.example\/workspace\/requests\/\S+/)
    expect(mail?.unsubscribeUrl).toContain('/unsubscribe?of=digest&token=')
  })

  it('leaves out what was read, and what is no longer wanted by mail', async () => {
    await askAndTell()
    await markAllNotificationsRead(as(deal.seller), clock.now())
    expect(await digests()).toBe(0)
    deal = await makeDeal(test.db)
    await chooseMails(as(deal.seller), { talks: 'daily' })
    await askAndTell()
    await chooseMails(as(deal.seller), { talks: 'inbox' })
    expect(await digests()).toBe(0)
    await chooseMails(as(deal.seller), { talks: 'daily' })
    expect(await digests()).toBe(0)
    expect(sent).toEqual([])
  })

  it('is sent again under its name when it broke off, and spares the other readers', async () => {
    await askAndTell()
    const first = deal
    deal = await makeDeal(test.db)
    await chooseMails(as(deal.seller), { talks: 'daily' })
    await askAndTell()
    const attempted: string[] = []
    const failing = async (mail: Mail) => {
      attempted.push(mail.id)
      if (mail.to.includes(first.seller.userId)) throw new Error('mail server away')
      sent.push(mail)
    }
    await expect(digests(failing)).rejects.toThrow('1 of 2 not told')
    expect(sent).toHaveLength(1)
    expect(await digests()).toBe(1)
    expect(attempted).toContain(sent[1]?.id)
  })
})

describe('ending mails by the link in them', () => {
  it('needs no session, ends one class, and leaves an audit row once', async () => {
    const link = linkIn((await askAndTell())[0])
    expect(await readMailSubscription(as(null), link)).toEqual({ open: true })
    await unsubscribeMails(as(null), link)
    await unsubscribeMails(as(null), link)
    expect(await readMailSubscription(as(null), link)).toEqual({ open: false })
    expect(await getMailChoices(as(deal.seller))).toEqual({ ...ALL_AT_ONCE, talks: 'inbox' })
    expect(await auditActionsOf(test.db, deal.seller.userId)).toEqual(['mail_preference.unsubscribe'])
  })

  it('ends the digest with everything it gathers', async () => {
    await chooseMails(as(deal.seller), { talks: 'daily', needs: 'daily' })
    await askAndTell()
    await digests()
    const link = linkIn(sent[0])
    await unsubscribeMails(as(null), link)
    expect(await getMailChoices(as(deal.seller))).toEqual({ ...ALL_AT_ONCE, talks: 'inbox', needs: 'inbox' })
    expect(await readMailSubscription(as(null), link)).toEqual({ open: false })
  })

  it('is refused with a link for something else, of somebody else, or made up', async () => {
    const { token } = linkIn((await askAndTell())[0])
    const invalid = { code: 'mail_preference.link_invalid' }
    await expect(unsubscribeMails(as(null), { scope: 'money', token })).rejects.toMatchObject(invalid)
    const theirs = token.replace(deal.seller.userId, deal.buyer.userId)
    await expect(unsubscribeMails(as(null), { scope: 'talks', token: theirs })).rejects.toMatchObject(invalid)
    await expect(readMailSubscription(as(null), { scope: 'talks', token: 'x' })).rejects.toMatchObject(
      invalid,
    )
    expect(await getMailChoices(as(deal.buyer))).toEqual(ALL_AT_ONCE)
  })
})
