import { auditEntries, memberships, organizations, users } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { logIn } from '@market/services/identity'
import { testContext } from '@market/services/testing'
import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { foundOperator } from './found-operator.ts'

const FOUNDER = { email: 'founder@example.com', password: 'a long enough password', name: '创办人' }
const FACTS = {
  nameZh: '测试运营中心',
  nameEn: 'Test Operations',
  creditCode: '1245010049850001XN',
  stateOwned: true,
  regionCode: '450100',
  introZh: '',
  introEn: '',
  website: null,
}

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

test('leaves no account behind when the credit code is wrong', async () => {
  const wrong = { ...FACTS, creditCode: '1245010049850001XM' }
  await expect(foundOperator(testContext(database.db), FOUNDER, wrong)).rejects.toMatchObject({
    code: 'request.invalid',
  })
  expect(await database.db.$count(users)).toBe(0)
})

test('begins a market with a verified operator whose founder owns it, and notes it in the trail', async () => {
  const { db } = database
  const context = testContext(db)
  await foundOperator(context, FOUNDER, FACTS)
  const [operator] = await db.select().from(organizations)
  expect(operator).toMatchObject({ kind: 'operator', state: 'verified', sample: false })
  const { organizationId } = await logIn(context, { ...FOUNDER, address: '127.0.0.1' })
  expect(organizationId).toBe(operator?.id)
  expect(await db.$count(memberships)).toBe(1)
  const trail = await db
    .select({ action: auditEntries.action })
    .from(auditEntries)
    .where(eq(auditEntries.subjectId, operator?.id ?? ''))
    .orderBy(asc(auditEntries.position))
  expect(trail.map(({ action }) => action)).toEqual(['organization.create', 'organization.verify'])
})

test('is refused where an operator exists, and leaves nothing behind', async () => {
  const context = testContext(database.db)
  const second = { ...FOUNDER, email: 'second@example.com' }
  await expect(foundOperator(context, second, FACTS)).rejects.toThrow('operator already')
  expect(await database.db.$count(memberships)).toBe(1)
})
