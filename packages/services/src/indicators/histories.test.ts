import { createTestDatabase } from '@market/database/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../audit/index.ts'
import { expectInvariants, expectPasts } from './testing/history-checks.ts'
import { type City, makeCity } from './testing/history-city.ts'
import { type HistoryCommand, historyCommands } from './testing/history-commands.ts'
import { HistoryModel } from './testing/history-model.ts'

/** The same command, with every invariant looked at once it is done. */
const watched = (command: HistoryCommand): HistoryCommand => ({
  check: (model) => command.check(model),
  toString: () => command.toString(),
  run: async (model, city) => {
    await command.run(model, city)
    await expectInvariants(city, model)
  },
})

const play = async (commands: Iterable<HistoryCommand>): Promise<void> => {
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
  it('keeps its invariants at every step, and every past as it was', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(historyCommands(), play), {
      numRuns: 9,
      interruptAfterTimeLimit: 35_000,
      markInterruptAsFailure: false,
    })
  })
})
