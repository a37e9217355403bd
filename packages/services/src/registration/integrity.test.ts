import { contracts, listingRights, memberships, registrations, rights } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import { fixedClock } from '@market/domain/testing'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemIds } from '../index.ts'
import { makeActor } from '../testing/index.ts'
import { editRegistration, getRegistration, submitRegistration } from './index.ts'
import { makeOffice, type Office, type SignedContractFixture } from './testing/index.ts'

let test: TestDatabase
let office: Office

beforeAll(async () => {
  test = await createTestDatabase()
  office = await makeOffice(test.db, fixedClock('2026-03-02T02:00:00Z'))
})
afterAll(() => test.drop())

const read = (actor: Actor, id: string) => getRegistration(office.as(actor), id)
const similarTo = async (id: string) =>
  (await read(office.registrar, id)).similar.map(({ record, match }) => ({ id: record.id, ...match }))
const flagsOf = async (id: string) => (await read(office.registrar, id)).flags

/** Other parties than the office's own, so that tests do not see one another's contracts. */
const strangers = async (): Promise<Pick<SignedContractFixture, 'sellerId' | 'buyerId'>> => ({
  sellerId: (await makeActor(test.db, 'university')).organizationId,
  buyerId: (await makeActor(test.db, 'company')).organizationId,
})

/** One patent behind the listings of these contracts. */
const sharePatent = async (ownerId: string, registrationIds: string[], number: string): Promise<void> => {
  const rightId = systemIds.next()
  await test.db.insert(rights).values({
    id: rightId,
    organizationId: ownerId,
    kind: 'invention_patent',
    number,
    title: '吸附材料',
    ownerNames: ['测试机构'],
    inventorNames: ['测试发明人'],
    legalStatus: 'in_force',
    createdAt: new Date('2026-01-05T02:00:00Z'),
  })
  const rows = await test.db
    .select({ listingId: contracts.listingId })
    .from(registrations)
    .innerJoin(contracts, eq(contracts.id, registrations.contractId))
    .where(inArray(registrations.id, registrationIds))
  await test.db
    .insert(listingRights)
    .values(
      rows.flatMap(({ listingId }) => (listingId === null ? [] : [{ listingId, rightId, position: 0 }])),
    )
}

describe('near duplicates', () => {
  it('are found by a Chinese title alone, other parties and all, through the index', async () => {
    const about = { contractAmountFen: 77_000_000, technologyAmountFen: 77_000_000 }
    const title = '甘蔗糖蜜酒精废液高效吸附净化材料制备技术许可合同'
    const first = await office.submitted({ ...(await strangers()), ...about, title })
    const second = await office.submitted({
      ...(await strangers()),
      ...about,
      contractAmountFen: 77_100_000,
      title: `${title}（补充）`,
      signedOn: '2026-02-22',
    })
    const [found] = await similarTo(second)
    expect(found).toMatchObject({
      id: first,
      alike: ['title', 'signedOn', 'contractAmountFen'],
      amountDifferenceFen: -100_000,
      daysApart: -2,
    })
    expect(found?.titleSimilarity).toBeGreaterThan(0.8)
    const plan = await test.db.transaction(async (tx) => {
      await tx.execute(sql`set local enable_seqscan = off`)
      return tx.execute(sql`explain select id from registrations
        where state <> 'draft' and trigram_text(title) % trigram_text(${title})`)
    })
    expect(JSON.stringify(plan)).toContain('registrations_title_trigrams')
  })

  it('are found by the patents they share between the same parties', async () => {
    const parties = await strangers()
    const first = await office.submitted({
      ...parties,
      title: '调度软件',
      signedOn: '2025-06-01',
      contractAmountFen: 90_000_000,
    })
    const second = await office.submitted({ ...parties, title: '水处理工艺' })
    expect(await similarTo(second)).toEqual([])
    await sharePatent(parties.sellerId, [first, second], '202310000001.5')
    expect(await similarTo(second)).toMatchObject([
      { id: first, alike: ['parties', 'patentNumbers'], sharedPatentNumbers: ['202310000001.5'] },
    ])
    const { patentNumbers, similar } = await read(office.registrar, second)
    expect(patentNumbers).toEqual(['202310000001.5'])
    expect(similar[0]).toMatchObject({ patentNumbers, seller: { id: parties.sellerId } })
  })

  it('are the examiner’s to see', async () => {
    const parties = await strangers()
    await office.submitted({ ...parties, title: '同一技术许可合同甲' })
    const id = await office.submitted({ ...parties, title: '同一技术许可合同乙' })
    expect(await similarTo(id)).toHaveLength(1)
    const mine = await read(office.filer, id)
    expect(mine).toMatchObject({ similar: [], patentNumbers: [], flags: [] })
  })
})

describe('flags', () => {
  it('ask about a sum split under the threshold, with the other parts', async () => {
    const parties = await strangers()
    const part = { ...parties, contractAmountFen: 300_000_000, technologyAmountFen: 300_000_000 }
    const first = await office.submitted({ ...part, title: '一期' })
    expect(await flagsOf(first)).toEqual([])
    const second = await office.submitted({ ...part, title: '二期', signedOn: '2026-01-20' })
    expect(await flagsOf(second)).toMatchObject([
      { code: 'splitting', params: { count: 2, sumFen: 600_000_000 }, evidence: [{ id: first }] },
    ])
  })

  it('ask about a sale back', async () => {
    const { sellerId, buyerId } = await strangers()
    const there = await office.submitted({ sellerId, buyerId })
    const back = await office.submitted({ sellerId: buyerId, buyerId: sellerId, title: '反向' })
    for (const [id, other] of [
      [there, back],
      [back, there],
    ] as const) {
      expect(await flagsOf(id)).toMatchObject([{ code: 'round_trip', evidence: [{ id: other }] }])
    }
  })

  it('ask about relations declared, and about people on both sides', async () => {
    const declared = await office.drafted(await strangers())
    const input = { registrationId: declared, revision: 1, relatedParties: true }
    await editRegistration(office.as(office.filer), input)
    await submitRegistration(office.as(office.filer), declared)
    expect(await flagsOf(declared)).toMatchObject([{ code: 'related_parties' }])

    const parties = await strangers()
    const [member] = await test.db
      .select()
      .from(memberships)
      .where(eq(memberships.organizationId, parties.sellerId))
    if (!member) throw new Error('The seller has a member.')
    await test.db.insert(memberships).values({ ...member, organizationId: parties.buyerId })
    const [flag] = await flagsOf(await office.submitted(parties))
    expect(flag?.params.grounds).toBe('双方有相同的平台成员')
  })

  it('compare prices only once five comparable contracts are registered, and keep nothing from being registered', async () => {
    const field = { technicalField: '08', technologyAmountFen: 1_000_000 } as const
    const subject = await office.accepted({ ...(await strangers()), technicalField: '08' })
    for (let made = 0; made < 5; made += 1) {
      expect(await flagsOf(subject)).toEqual([])
      await office.registered({ ...(await strangers()), ...field })
    }
    expect(await flagsOf(subject)).toMatchObject([
      { code: 'price_far', params: { count: 5, medianFen: 1_000_000 }, evidence: [] },
    ])
    const { actions } = await read(office.registrar, subject)
    expect(actions).toContain('registration.register')
  })
})
