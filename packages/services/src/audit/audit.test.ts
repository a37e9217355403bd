import { inUnitOfWork } from '@market/database'
import { auditEntries } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createListing, editListing } from '../listings/index.ts'
import { makeActor, testContext } from '../testing/index.ts'
import { listAuditEntries, verifyAuditChain } from './index.ts'

let database: TestDatabase
let editor: Actor & { organizationId: string }
let stranger: Actor & { organizationId: string }
let listingId: string

const as = (actor: Actor | null) => testContext(database.db, actor)

beforeAll(async () => {
  database = await createTestDatabase()
  editor = await makeActor(database.db, 'university', ['editor'])
  stranger = await makeActor(database.db, 'company')
  const { listing } = await createListing(as(editor), { kind: 'know_how', titleZh: '“引号”与表情😀' })
  listingId = listing.id
  for (let revision = 1; revision <= 6; revision += 1) {
    await editListing(as(editor), { id: listingId, revision, priceFen: revision * 100 })
  }
  await createListing(as(stranger), { kind: 'know_how' })
})
afterAll(() => database.drop())

describe('reading the trail', () => {
  it('pages through a record from the newest entry to the first', async () => {
    const positions: number[] = []
    let cursor: string | undefined
    do {
      const page = await listAuditEntries(as(editor), {
        subjectType: 'listing',
        subjectId: listingId,
        limit: 3,
        cursor,
      })
      positions.push(...page.items.map(({ position }) => position))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(positions).toHaveLength(7)
    expect(positions).toEqual([...positions].sort((a, b) => b - a))
  })

  it('shows members their own organization and nobody else’s', async () => {
    const own = await listAuditEntries(as(editor), { limit: 100 })
    expect(new Set(own.items.map(({ organizationId }) => organizationId))).toEqual(
      new Set([editor.organizationId]),
    )
    const foreign = { subjectType: 'listing', subjectId: listingId, limit: 100 }
    expect((await listAuditEntries(as(stranger), foreign)).items).toEqual([])
    const asked = { organizationId: editor.organizationId, limit: 100 }
    await expect(listAuditEntries(as(stranger), asked)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(listAuditEntries(as(null), { limit: 1 })).rejects.toMatchObject({ code: 'session.required' })
  })

  it('shows the operator and the authority everything, with names', async () => {
    for (const kind of ['operator', 'authority'] as const) {
      const overseer = await makeActor(database.db, kind, ['viewer'])
      const { items } = await listAuditEntries(as(overseer), { limit: 100 })
      expect(items).toHaveLength(8)
      expect(items[0]?.actorName).toMatch(/^测试成员/)
    }
  })

  it('refuses a cursor that is not ours', async () => {
    const cursor = Buffer.from('["1 or 1=1"]').toString('base64url')
    await expect(listAuditEntries(as(editor), { cursor, limit: 1 })).rejects.toMatchObject({
      code: 'cursor.invalid',
    })
  })
})

describe('verifying the chain', () => {
  /** As somebody with the database owner's rights could; taken back afterwards. */
  const tampered = async (statement: string) => {
    const roll = new Error('roll back')
    let verdict: unknown
    await database.db
      .transaction(async (tx) => {
        await tx.execute(sql`alter table audit_entries disable trigger user`)
        await tx.execute(sql.raw(statement))
        verdict = await verifyAuditChain(tx as unknown as typeof database.db, 3)
        throw roll
      })
      .catch((error) => {
        if (error !== roll) throw error
      })
    return verdict
  }

  it('finds it whole, whatever the batch', async () => {
    const verdict = await verifyAuditChain(database.db, 3)
    expect(verdict).toMatchObject({ whole: true, entries: 8 })
    expect(await verifyAuditChain(database.db)).toEqual(verdict)
  })

  it('names the first entry that was altered, taken out or put in another’s place', async () => {
    const altered = `update audit_entries set after = '{"priceFen": 1}' where position = 5`
    expect(await tampered(altered)).toEqual({ whole: false, position: 5, reason: 'altered' })
    const backdated = `update audit_entries set at = at - interval '1 day' where position = 2`
    expect(await tampered(backdated)).toEqual({ whole: false, position: 2, reason: 'altered' })
    const removed = 'delete from audit_entries where position = 4'
    expect(await tampered(removed)).toEqual({ whole: false, position: 4, reason: 'missing' })
    const cut = 'delete from audit_entries where position > 6'
    expect(await tampered(cut)).toEqual({ whole: false, position: 7, reason: 'missing' })
    const unlinked = `update audit_entries set previous_hash = repeat('0', 64) where position = 3`
    expect(await tampered(unlinked)).toEqual({ whole: false, position: 3, reason: 'unlinked' })
    const head = `update audit_head set hash = repeat('1', 64)`
    expect(await tampered(head)).toEqual({ whole: false, position: 8, reason: 'head' })
  })

  it('is kept by the database against an ordinary change', async () => {
    await expect(database.db.update(auditEntries).set({ action: 'x' })).rejects.toThrow()
    await expect(database.db.delete(auditEntries)).rejects.toThrow()
  })
})

describe('what two sides talk about', () => {
  it('is told to its own side; the operator and the authority learn that it happened', async () => {
    const { organizationId } = editor
    const subject = { subjectType: 'offer', subjectId: 'an-offer' }
    await inUnitOfWork(as(editor), async ({ audit }) =>
      audit({ action: 'offer.make', ...subject, organizationId, after: { totalFen: 100 } }),
    )
    const [own] = (await listAuditEntries(as(editor), { ...subject, limit: 1 })).items
    expect(own).toMatchObject({ action: 'offer.make', after: { totalFen: 100 } })
    for (const kind of ['operator', 'authority'] as const) {
      const overseer = await makeActor(database.db, kind, ['owner'])
      const [seen] = (await listAuditEntries(as(overseer), { ...subject, limit: 1 })).items
      expect(seen).toMatchObject({ action: 'offer.make', organizationId, before: null, after: null })
    }
  })
})
