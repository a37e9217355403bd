import { TURNOVER_VIEWS, type TurnoverSum, type TurnoverView, ZERO_TURNOVER } from '@market/domain/indicators'
import fc from 'fast-check'
import { expect } from 'vitest'
import { getTurnover, releaseTurnover } from '../index.ts'
import type { City } from './history-city.ts'
import { command, minutes } from './history-command.ts'
import { expectedTurnover, type HistoryModel, type ModelContract } from './history-model.ts'

const YEARS = ['2018', '2026', '2027'] as const
const BREAKDOWNS = ['type', 'fourType', 'field', 'sellerRegion'] as const

/** A printed cell: which, and what it says. */
export type PublicCells = Map<string, TurnoverSum>

const visitorOf = ({ offices }: City) => {
  const [office] = offices
  if (!office) throw new Error('A city has offices.')
  return office.as(null)
}

const readOne = async (
  city: City,
  year: string,
  view: TurnoverView,
  by: (typeof BREAKDOWNS)[number],
  asKnownAt?: Date,
): Promise<[string, TurnoverSum][]> => {
  const span = { from: `${year}-01-01`, to: `${year}-12-31` }
  const { total, items } = await getTurnover(visitorOf(city), { view, by, asKnownAt, ...span })
  return [{ code: '', ...total }, ...items].flatMap(
    ({ code, suppressed, contractCount, contractAmountFen, technologyAmountFen }) =>
      suppressed
        ? []
        : [
            [
              `${year} ${view} ${code && by} ${code}`,
              { contractCount, contractAmountFen, technologyAmountFen },
            ],
          ],
  )
}

const readCells = async (city: City, asKnownAt?: Date): Promise<PublicCells> => {
  const cells: PublicCells = new Map()
  for (const year of YEARS) {
    for (const by of BREAKDOWNS) {
      const read = TURNOVER_VIEWS.map(({ code: view }) => readOne(city, year, view, by, asKnownAt))
      for (const [key, sum] of (await Promise.all(read)).flat()) cells.set(key, sum)
    }
  }
  return cells
}

/** The state of the register is released, with a chance of its own to hide behind. */
export const release = fc
  .record({
    chance: fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    minutes,
  })
  .map(({ chance, minutes: later }) =>
    command('release', later, async (model, city) => {
      const [office] = city.offices
      if (!office) return
      await releaseTurnover(office.as(city.authority), () => chance.next().value)
      const cells = await readCells(city)
      model.releases.push({ at: city.clock.now(), contracts: model.contracts, cells })
    }),
  )

const truthOf = (contracts: readonly ModelContract[], key: string): TurnoverSum => {
  const [year = '', view, by = '', code = ''] = key.split(' ')
  const within = contracts.filter(({ businessOn }) => businessOn.startsWith(year))
  const breakdown = by === '' ? 'total' : BREAKDOWNS.find((one) => one === by)
  const known = TURNOVER_VIEWS.find((one) => one.code === view)
  if (!breakdown || !known) throw new Error(`${key} names no figure.`)
  return expectedTurnover(within, known.code, breakdown).get(code) ?? ZERO_TURNOVER
}

/**
 * Invariants 7 and 10 for the public: between two releases nothing it reads moves, and each printed cell was the truth
 * of the register when some release stated it.
 */
export const expectReleased = async (city: City, { releases }: HistoryModel): Promise<void> => {
  const now = await readCells(city)
  expect(now).toEqual(releases.at(-1)?.cells ?? now)
  for (const [key, sum] of now) {
    const states = releases.map(({ contracts }) => truthOf(contracts, key))
    expect({ key, states }).toEqual({ key, states: expect.arrayContaining([sum]) })
  }
}

/** What was released once is still the answer for that instant. */
export const expectReleasesStand = async (city: City, { releases }: HistoryModel): Promise<void> => {
  for (const { at, cells } of releases) expect(await readCells(city, at)).toEqual(cells)
}
