import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import type { Actor } from '@market/domain'
import type { Exclusivity, TechnicalField, TransferMode } from '@market/domain/codes'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeOffice, type Office } from '../registration/testing/index.ts'
import { makeActor } from '../testing/index.ts'
import { listComparables, releaseTurnover } from './index.ts'

interface Sale {
  field: TechnicalField
  mode: { transferMode: TransferMode; exclusivity: Exclusivity }
  seller: number
  yuan: number
}

const MODES: readonly Sale['mode'][] = [
  { transferMode: 'ordinary_licence', exclusivity: 'non_exclusive' },
  { transferMode: 'sole_licence', exclusivity: 'sole' },
]
const SELLERS = 4

const sale: fc.Arbitrary<Sale> = fc.record({
  field: fc.constantFrom<TechnicalField>('02', '08'),
  mode: fc.constantFrom(...MODES),
  seller: fc.nat({ max: SELLERS - 1 }),
  yuan: fc.integer({ min: 10_000, max: 900_000 }),
})

/** Everything sold so far: the runs of the property write into one register. */
const sold: Sale[] = []

const groupOf = ({ field, exclusivity }: { field: string; exclusivity: string }): string =>
  `${field} ${exclusivity}`

/** The groups that may be shown: five contracts of three sellers, counted plainly. */
const showable = (): Map<string, number> => {
  const groups = Map.groupBy(sold, ({ field, mode }) => groupOf({ field, ...mode }))
  const enough = [...groups].filter(
    ([, sales]) => sales.length >= 5 && new Set(sales.map(({ seller }) => seller)).size >= 3,
  )
  return new Map(enough.map(([group, sales]) => [group, sales.length]))
}

describe('comparable prices', () => {
  let test: TestDatabase
  let clock: FixedClock
  let office: Office
  let reviewer: Actor
  let sellers: string[]

  beforeAll(async () => {
    test = await createTestDatabase()
    clock = fixedClock('2026-01-20T02:00:00Z')
    office = await makeOffice(test.db, clock)
    reviewer = await makeActor(test.db, 'authority', ['reviewer'])
    const actors = await Promise.all(Array.from({ length: SELLERS }, () => makeActor(test.db, 'university')))
    sellers = actors.map(({ organizationId }) => organizationId)
  })
  afterAll(() => test.drop())

  const register = async (sales: readonly Sale[]): Promise<void> => {
    for (const one of sales) {
      await office.registered({
        signedOn: '2026-01-10',
        title: `技术许可 ${sold.length}`,
        sellerId: sellers[one.seller] ?? '',
        technicalField: one.field,
        contractAmountFen: one.yuan * 100,
        technologyAmountFen: one.yuan * 100,
        terms: one.mode,
      })
      sold.push(one)
    }
  }
  const shownTo = async (actor: Actor | null) =>
    new Map(
      (await listComparables(office.as(actor), {})).map((one) => [groupOf(one), one.contractCount] as const),
    )

  it('stand on five contracts of three sellers, whatever was sold', { timeout: 240_000 }, async () => {
    const runs = fc.asyncProperty(fc.array(sale, { minLength: 6, maxLength: 12 }), async (sales) => {
      await register(sales)
      expect(await shownTo(reviewer)).toEqual(showable())
      clock.advance(1000)
      await releaseTurnover(office.as(reviewer))
      for (const [group, count] of await shownTo(null)) {
        expect(count).toBeGreaterThanOrEqual(5)
        expect(count).toBeLessThanOrEqual(showable().get(group) ?? 0)
      }
    })
    // What a failing run has written stays, so a smaller example would prove nothing.
    await fc.assert(runs, { numRuns: 4, endOnFailure: true })
    expect(showable().size).toBeGreaterThan(0)
  })
})
