import { planIndicators, plans } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PLANS } from './index.ts'
import { storePlans } from './store-plans.ts'

const FEN_PER_YI = 10_000_000_000
const [nanning] = PLANS

describe('the plan of Nanning', () => {
  test('has its thirteen indicators, three of them computed', () => {
    expect(nanning?.source).toBe('南府办〔2016〕71号')
    expect(nanning?.sample).toBe(false)
    expect(nanning?.indicators).toHaveLength(13)
    expect(nanning?.indicators.filter(({ computation }) => computation !== null)).toHaveLength(3)
  })

  test('leads turnover year by year to 8 亿', () => {
    const turnover = nanning?.indicators.find(({ computation }) => computation === 'turnover')
    expect(Object.keys(turnover?.path ?? {})).toEqual(['2016', '2017', '2018', '2019', '2020'])
    expect(turnover?.path[2020]).toBe(8 * FEN_PER_YI)
    expect(turnover?.targetValue).toBe(String(8 * FEN_PER_YI))
  })

  test.each(PLANS.flatMap(({ indicators }) => indicators))('$key is named in both languages', (indicator) => {
    const { nameZh, definitionZh, unitZh, ownerZh, nameEn, definitionEn, unitEn, ownerEn } = indicator
    for (const text of [nameZh, definitionZh, unitZh, ownerZh, nameEn, definitionEn, unitEn, ownerEn]) {
      expect(text).not.toBe('')
    }
    for (const text of [nameEn, definitionEn, unitEn, ownerEn]) expect(text).not.toMatch(/\p{Script=Han}/u)
  })

  test('is the only one that claims to be real', () => {
    for (const plan of PLANS.slice(1)) {
      expect(plan).toMatchObject({ sample: true, source: null })
      expect(plan.nameZh).toContain('示例')
      expect(plan.nameEn).toContain('Sample')
    }
  })
})

describe('storing the plans', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.drop())

  test('writes them once however often it is done, and over what was there', async () => {
    const { db } = database
    await storePlans(db, { samples: true })
    await db.update(plans).set({ nameEn: 'misspelt' }).where(eq(plans.key, 'nanning-2016-2020'))
    await storePlans(db, { samples: true })
    const rows = await db.select().from(plans).orderBy(asc(plans.key))
    expect(rows.map(({ nameEn }) => nameEn)).toEqual(
      PLANS.map(({ nameEn }) => nameEn)
        .toSorted()
        .reverse(),
    )
    expect(await db.$count(planIndicators)).toBe(16)
  })

  test('leaves sample plans out of a real market', async () => {
    const stored = await storePlans(database.db, { samples: false })
    expect(stored.map(({ key }) => key)).toEqual(['nanning-2016-2020'])
  })
})
