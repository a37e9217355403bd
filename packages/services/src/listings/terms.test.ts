import { listingReminders, listings } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { fixedClock } from '@market/domain/testing'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditActionsOf, testContext } from '../testing/index.ts'
import { endTerms, renewListing } from './index.ts'
import { type Desk, FORBIDDEN, makeDesk, NOT_FOUND, WRONG_STATE } from './testing/index.ts'

let database: TestDatabase
let desk: Desk
beforeAll(async () => {
  database = await createTestDatabase()
  desk = await makeDesk(database.db)
})
afterAll(() => database.drop())

const on = (instant: string, actor: Parameters<Desk['as']>[0] = null) =>
  testContext(database.db, actor, fixedClock(instant))
const stored = async (id: string) => {
  const [row] = await database.db.select().from(listings).where(eq(listings.id, id))
  return row
}

describe('the term of a listing', () => {
  it('begins with the first publication and lasts a year', async () => {
    const { listing } = await desk.published()
    expect((await stored(listing.id))?.expiresOn).toBe('2027-03-01')
  })

  it('is warned of once per warning and ends the night after its last day', async () => {
    const { listing } = await desk.published()
    const { id } = listing
    await endTerms(on('2027-01-29T16:30:00Z'))
    await endTerms(on('2027-02-10T16:30:00Z'))
    await endTerms(on('2027-02-11T16:30:00Z'))
    await endTerms(on('2027-02-22T16:30:00Z'))
    const reminders = await database.db
      .select()
      .from(listingReminders)
      .where(eq(listingReminders.listingId, id))
    expect(reminders.map(({ daysBefore }) => daysBefore).toSorted((a, b) => b - a)).toEqual([30, 7])
    await endTerms(on('2027-03-01T15:00:00Z'))
    expect((await stored(id))?.state).toBe('published')
    await endTerms(on('2027-03-01T16:30:00Z'))
    expect((await stored(id))?.state).toBe('expired')
    expect(await auditActionsOf(database.db, id)).toEqual([
      'listing.create',
      'listing.submit',
      'listing.publish',
      'listing.warn',
      'listing.warn',
      'listing.expire',
    ])
    expect((await desk.eventTypes(id)).slice(-3)).toEqual([
      'listing.expiring',
      'listing.expiring',
      'listing.expired',
    ])
  })
})

describe('renewing', () => {
  it('brings an ended listing back and leaves an audit row', async () => {
    const { listing } = await desk.published()
    await endTerms(on('2027-03-02T16:30:00Z'))
    const view = await renewListing(on('2027-03-10T02:00:00Z', desk.editor), listing.id)
    expect(view.listing).toMatchObject({
      state: 'published',
      expiresOn: '2028-03-09',
      closedAt: null,
      version: 1,
    })
    expect(await auditActionsOf(database.db, listing.id)).toContain('listing.renew')
    expect(await desk.eventTypes(listing.id)).toContain('listing.renewed')
  })

  it('waits until the end is near', async () => {
    const { listing } = await desk.published()
    await expect(renewListing(on('2026-06-01T02:00:00Z', desk.editor), listing.id)).rejects.toMatchObject({
      code: 'listing.renewal_too_early',
      details: { renewableOn: '2026-12-31' },
    })
    const view = await renewListing(on('2027-01-02T02:00:00Z', desk.editor), listing.id)
    expect(view.listing).toMatchObject({ state: 'published', expiresOn: '2028-01-01' })
  })

  it('refuses a draft, another organization and somebody without the role', async () => {
    const draft = await desk.draft()
    await expect(renewListing(desk.as(desk.editor), draft.listing.id)).rejects.toMatchObject(WRONG_STATE)
    await expect(renewListing(desk.as(desk.stranger), draft.listing.id)).rejects.toMatchObject(NOT_FOUND)
    await expect(renewListing(desk.as(desk.viewer), draft.listing.id)).rejects.toMatchObject(FORBIDDEN)
  })
})
