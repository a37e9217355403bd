import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codesOf, IP_KINDS, PLAN_INDUSTRIES, TECHNICAL_FIELDS } from '../codes/index.ts'
import { CONTRACT_SUB_TYPES } from '../regimes/index.ts'
import {
  entriesForChange,
  entriesForRegister,
  entriesForReversal,
  entriesOfPeriod,
  type RegisteredFacts,
  standingEntryOf,
  sumTurnover,
  type TurnoverEntry,
  type TurnoverSum,
  turnoverBy,
  turnoverByYear,
  turnoverFlows,
} from './index.ts'

const region = fc.constantFrom('450100', '450103', '450200', '110105')

const facts = fc
  .record({
    subType: fc.constantFrom(...CONTRACT_SUB_TYPES),
    technicalField: fc.constantFrom(...codesOf(TECHNICAL_FIELDS)),
    planIndustry: fc.constantFrom(...codesOf(PLAN_INDUSTRIES)),
    ipKind: fc.constantFrom(...codesOf(IP_KINDS)),
    sellerRegionCode: region,
    buyerRegionCode: region,
    contractAmountFen: fc.integer({ min: 1, max: 10_000_000_000 }),
    share: fc.integer({ min: 1, max: 100 }),
    registeredOn: fc.constantFrom('2016-12-31', '2017-01-01', '2020-06-30', '2026-03-01'),
  })
  .map(
    ({ subType, share, ...rest }): Omit<RegisteredFacts, 'registrationId' | 'version'> => ({
      ...rest,
      type: subType.type,
      subType: subType.code,
      technologyAmountFen: Math.max(1, Math.floor((rest.contractAmountFen * share) / 100)),
      regimeKey: 'R2022',
      planSource: 'none',
      socioEconomicObjective: null,
      sellerKind: '0221',
      buyerKind: '150',
      agencyId: 'agency',
      sellerId: 'seller',
      buyerId: 'buyer',
    }),
  )

interface History {
  live: RegisteredFacts | null
  entries: TurnoverEntry[]
}

const instant = (step: number): Date => new Date(Date.UTC(2026, 2, 1, 0, step))

/** Plays a registration, its changes and perhaps its end, as the services do. */
const play = (
  id: string,
  versions: Omit<RegisteredFacts, 'registrationId' | 'version'>[],
  ended: boolean,
): History => {
  const history: History = { live: null, entries: [] }
  for (const [index, version] of versions.entries()) {
    const standing = standingEntryOf(history.entries)
    const next = {
      ...version,
      registrationId: id,
      version: index + 1,
      registeredOn: history.live?.registeredOn ?? version.registeredOn,
    }
    history.entries.push(
      ...(standing
        ? entriesForChange(standing, next, instant(index))
        : entriesForRegister(next, instant(index))),
    )
    history.live = next
  }
  const standing = standingEntryOf(history.entries)
  if (ended && standing) {
    history.entries.push(...entriesForReversal(standing, instant(versions.length)))
    history.live = null
  }
  return history
}

const histories = fc
  .array(fc.tuple(fc.array(facts, { minLength: 1, maxLength: 4 }), fc.boolean()), { maxLength: 12 })
  .map((cases) => cases.map(([versions, ended], index) => play(`registration-${index}`, versions, ended)))

const ledgerOf = (all: History[]): TurnoverEntry[] => all.flatMap(({ entries }) => entries)
const total = (sums: Iterable<TurnoverSum>) => sumTurnover([...sums])

describe('turnover ledger', () => {
  it('always sums to the live contracts', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const live = all.flatMap(({ live: contract }) =>
          contract ? [{ ...contract, contractCount: 1 as const }] : [],
        )
        expect(sumTurnover(ledgerOf(all))).toEqual(sumTurnover(live))
      }),
    )
  })

  it('every breakdown sums to the whole, four types and five types alike', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const ledger = ledgerOf(all)
        const whole = sumTurnover(ledger)
        for (const dimension of ['type', 'fourType', 'technicalField', 'planIndustry', 'ipKind'] as const) {
          expect(total(turnoverBy(ledger, dimension).values())).toEqual(whole)
        }
        expect(total(turnoverByYear(ledger).values())).toEqual(whole)
        expect(turnoverBy(ledger, 'fourType').has('XK')).toBe(false)
      }),
    )
  })

  it('a year never changes by a later change of when it is read, only by what was known', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 0, max: 5 }), (all, step) => {
        const ledger = ledgerOf(all)
        const known = entriesOfPeriod(ledger, {
          from: '2016-01-01',
          to: '2026-12-31',
          knownAt: instant(step),
        })
        const asItStood = all.flatMap(({ entries }) =>
          entries.filter(({ recordedAt }) => recordedAt <= instant(step)),
        )
        expect(sumTurnover(known)).toEqual(sumTurnover(asItStood))
      }),
    )
  })

  it('output to self equals intake from self, and unique is output plus intake less self', () => {
    fc.assert(
      fc.property(histories, (all) => {
        const { output, intake, self, unique } = turnoverFlows(ledgerOf(all), '450100')
        expect(unique.contractCount).toBe(output.contractCount + intake.contractCount - self.contractCount)
        expect(unique.contractAmountFen).toBe(
          output.contractAmountFen + intake.contractAmountFen - self.contractAmountFen,
        )
      }),
    )
  })

  it('a change keeps the business day and books the whole new version', () => {
    const [history] = fc
      .sample(fc.array(facts, { minLength: 2, maxLength: 2 }), { numRuns: 1, seed: 7 })
      .map((versions) => play('r', versions, false))
    expect(history?.entries.map(({ direction, version }) => `${direction} ${version}`)).toEqual([
      'book 1',
      'reverse 1',
      'book 2',
    ])
    expect(new Set(history?.entries.map(({ businessOn }) => businessOn)).size).toBe(1)
  })

  it('refuses to take back what is no booking, and a version that does not follow', () => {
    const [sample] = fc.sample(facts, { numRuns: 1, seed: 7 })
    if (!sample) throw new Error('no sample')
    const { entries, live } = play('r', [sample], true)
    const [booked, reversed] = entries
    if (!booked || !reversed) throw new Error('no entries')
    expect(live).toBeNull()
    expect(() => entriesForReversal(reversed, instant(9))).toThrow('turnover.not_booked')
    const same = { ...sample, registrationId: 'r', version: 1 }
    expect(() => entriesForChange(booked, same, instant(9))).toThrow('turnover.not_the_next_version')
  })
})
