import { createTestDatabase } from '@market/database/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../audit/index.ts'
import { expectInvariants, expectPasts } from './testing/history-checks.ts'
import { type City, makeCity } from './testing/history-city.ts'
import type { HistoryCommand } from './testing/history-command.ts'
import { historyCommands } from './testing/history-commands.ts'
import { HistoryModel } from './testing/history-model.ts'

/** So long new steps are begun; what is begun is finished, however slow the machine is. */
const PLAYED_MS = 45_000
let until = 0
let played = 0
const hasTime = (): boolean => Date.now() < until

/** The same command, with every invariant looked at once it is done. */
const watched = (command: HistoryCommand): HistoryCommand => ({
  check: (model) => hasTime() && command.check(model),
  toString: () => command.toString(),
  run: async (model, city) => {
    await command.run(model, city)
    await expectInvariants(city, model)
    played += 1
  },
})

const play = async (commands: Iterable<HistoryCommand>): Promise<void> => {
  if (!hasTime()) return
  const test = await createTestDatabase()
  try {
    const model = new HistoryModel()
    const city: City = await makeCity(test.db)
    await fc.asyncModelRun(() => ({ model, real: city }), [...commands].map(watched))
    await expectPasts(city, model)
    expect(await verifyAuditChain(test.db)).toMatchObject({ whole: true })
  } finally {
    await test.drop()
  }
}

describe('the register under any history', () => {
  it('keeps its invariants at every step, and every past as it was', { timeout: 300_000 }, async () => {
    until = Date.now() + PLAYED_MS
    await fc.assert(fc.asyncProperty(historyCommands(), play), { numRuns: 9 })
    expect(played).toBeGreaterThan(0)
  })
})
