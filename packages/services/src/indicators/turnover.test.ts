import { turnoverEntries } from '@market/database/schema'
import { createTestDatabase, type TestDatabase } from '@market/database/testing'
import { shanghaiDateOf, yearOf } from '@market/domain'
import { addTurnover, type TurnoverSum, ZERO_TURNOVER } from '@market/domain/indicators'
import { type FixedClock, fixedClock } from '@market/domain/testing'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelRegistration, changeRegistration, revokeRegistration } from '../registration/index.ts'
import { makeOffice, type Office } from '../registration/testing/index.ts'
import { checkLedger, checkRollups, rebuildRollups } from './index.ts'
import { readTurnover } from './read-turnover.ts'

let test: TestDatabase
let clock: FixedClock
let office: Office

beforeAll(async () => {
  test = await createTestDatabase()
  clock = fixedClock('2026-03-02T02:00:00Z')
  office = await makeOffice(test.db, clock)
})
afterAll(() => test.drop())

const DAY = 86_400_000
const reason = '随机'

interface Live {
  id: string
  year: number
  amountFen: number
}

/** What the register should say, kept beside it in plain JavaScript. */
const live: Live[] = []
/** Turnover by year as it was right after each step. */
const remembered: { at: Date; byYear: Map<number, TurnoverSum> }[] = []

const expected = (): Map<number, TurnoverSum> => {
  const sums = new Map<number, TurnoverSum>()
  for (const { year, amountFen } of live) {
    const sum = sums.get(year) ?? ZERO_TURNOVER
    sums.set(year, {
      contractCount: sum.contractCount + 1,
      contractAmountFen: sum.contractAmountFen + amountFen,
      technologyAmountFen: sum.technologyAmountFen + Math.ceil(amountFen / 2),
    })
  }
  return sums
}

const sumByYear = async (knownAt?: Date): Promise<Map<number, TurnoverSum>> => {
  const rows = await readTurnover(test.db, { by: 'year', from: '2000-01-01', to: '2199-12-31', knownAt })
  const sums = new Map<number, TurnoverSum>()
  for (const row of rows) {
    const year = yearOf(row.month)
    sums.set(year, addTurnover(sums.get(year) ?? ZERO_TURNOVER, row))
  }
  return sums
}

/** A year all of whose contracts were taken back still has entries; they sum to nothing. */
const known = (sums: Map<number, TurnoverSum>) =>
  new Map([...sums].filter(([, { contractCount }]) => contractCount !== 0).sort(([a], [b]) => a - b))

const amounts = (amountFen: number) => ({
  contractAmountFen: amountFen,
  technologyAmountFen: Math.ceil(amountFen / 2),
})

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      amountFen: fc.integer({ min: 1, max: 499_999_999 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('change' as const),
      pick: fc.nat(),
      amountFen: fc.integer({ min: 1, max: 499_999_999 }),
      technicalField: fc.constantFrom('01' as const, '05' as const, '09' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('cancel' as const, 'revoke' as const), pick: fc.nat() }),
  },
)
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

const play = async (action: Step): Promise<void> => {
  const context = office.as(office.registrar)
  if (action.kind === 'register') {
    const id = await office.registered({ endsOn: null, ...amounts(action.amountFen) })
    live.push({ id, year: yearOf(shanghaiDateOf(clock.now())), amountFen: action.amountFen })
    return
  }
  const index = action.pick % Math.max(1, live.length)
  const target = live[index]
  if (!target) return
  const { id: registrationId } = target
  if (action.kind === 'change') {
    const { amountFen, technicalField } = action
    await changeRegistration(context, {
      registrationId,
      reason,
      technicalField,
      title: `改 ${amountFen} ${clock.now().getTime()}`,
      ...amounts(amountFen),
    })
    live[index] = { ...target, amountFen }
    return
  }
  const end = action.kind === 'cancel' ? cancelRegistration : revokeRegistration
  await end(context, { registrationId, reason })
  live.splice(index, 1)
}

describe('the ledger', () => {
  it('equals the live contracts after any history, and remembers every past', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (history) => {
        for (const action of history) {
          clock.advance(40 * DAY)
          await play(action)
          remembered.push({ at: clock.now(), byYear: known(expected()) })
        }
        const { differences, register, ledger } = await checkLedger(test.db)
        expect(differences).toEqual([])
        expect(ledger).toEqual(register)
        expect(await checkRollups(test.db)).toEqual([])
        expect(known(await sumByYear())).toEqual(known(expected()))
      }),
      { numRuns: 8, endOnFailure: true },
    )
    for (const { at, byYear } of remembered) {
      expect(known(await sumByYear(at))).toEqual(byYear)
    }
  })

  it('is found out by the check when one fen or one dimension is off', async () => {
    clock.set('2026-03-02T02:00:00Z')
    const id = await office.registered(amounts(1_000_000))
    const tamper = (statement: ReturnType<typeof sql>) =>
      test.db.transaction(async (tx) => {
        // What only a superuser can do: the triggers keep everybody else from it.
        await tx.execute(sql`set local session_replication_role = replica`)
        await tx.execute(statement)
      })
    await tamper(
      sql`update ${turnoverEntries} set contract_amount_fen = contract_amount_fen + 1 where registration_id = ${id}`,
    )
    expect((await checkLedger(test.db)).differences).toMatchObject([
      {
        registrationId: id,
        register: { contractAmountFen: 1_000_000 },
        ledger: { contractAmountFen: 1_000_001 },
      },
    ])
    await tamper(
      sql`update ${turnoverEntries} set contract_amount_fen = contract_amount_fen - 1, technical_field = '11' where registration_id = ${id}`,
    )
    expect((await checkLedger(test.db)).differences).toHaveLength(2)
    await tamper(sql`update ${turnoverEntries} set technical_field = '05' where registration_id = ${id}`)
    expect((await checkLedger(test.db)).differences).toEqual([])
  })
  it('has its sums kept in the same transaction, made anew by one command and compared by another', async () => {
    await test.db.execute(sql`update turnover_rollups set contract_amount_fen = contract_amount_fen + 1
      where dimension = 'technical_field'`)
    const found = await checkRollups(test.db)
    expect(found.length).toBeGreaterThan(0)
    expect(
      found.every(({ table, dimension }) => table === 'rollups' && dimension === 'technical_field'),
    ).toBe(true)
    await rebuildRollups(test.db)
    expect(await checkRollups(test.db)).toEqual([])
    await expect(rebuildRollups(test.db, '99')).rejects.toMatchObject({ kind: 'invalid' })
  })
})
