import { licenceGrants, registrations, rights } from '@market/database/schema'
import {
  addTurnover,
  TURNOVER_VIEWS,
  type TurnoverSum,
  type TurnoverView,
  ZERO_TURNOVER,
} from '@market/domain/indicators'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { checkLedger, checkRollups, getPublishedPeriod, getTurnover } from '../index.ts'
import { hashPublication } from '../published-figures.ts'
import type { City } from './history-city.ts'
import {
  expectedTurnover,
  type HistoryModel,
  MODEL_BREAKDOWNS,
  type ModelBreakdown,
  type ModelContract,
  type ModelLicence,
} from './history-model.ts'
import { expectReleased, expectReleasesStand } from './history-releases.ts'

const SPAN = { from: '2018-01-01', to: '2030-12-31' }

const reader = ({ offices, authority }: City) => {
  const [office] = offices
  if (!office) throw new Error('A city has offices.')
  return { context: office.as(authority), visitor: office.as(null) }
}

const sums = ({ contractCount, contractAmountFen, technologyAmountFen }: TurnoverSum): TurnoverSum => ({
  contractCount,
  contractAmountFen,
  technologyAmountFen,
})

const readFigure = async (city: City, view: TurnoverView, by: ModelBreakdown, asKnownAt?: Date) => {
  const { total, items } = await getTurnover(reader(city).context, { view, by, asKnownAt, ...SPAN })
  const named = by === 'total' ? [{ code: '', ...total }] : items
  const counted = named.flatMap(({ code, ...figure }): [string, TurnoverSum][] =>
    figure.suppressed || figure.contractCount === 0 ? [] : [[code, sums(figure)]],
  )
  return new Map(counted.sort(([left], [right]) => (left < right ? -1 : 1)))
}

const wholeOf = (figures: Map<string, TurnoverSum>): TurnoverSum =>
  [...figures.values()].reduce(addTurnover, ZERO_TURNOVER)

/**
 * Invariants 6, 8 and 9: every view, in every breakdown, is the sum of the contracts known by then; and
 * unique = output + intake − self as the product itself answers.
 */
export const expectFigures = async (
  city: City,
  contracts: readonly ModelContract[],
  breakdowns: readonly ModelBreakdown[],
  asKnownAt?: Date,
): Promise<void> => {
  const wholes = new Map<TurnoverView, TurnoverSum>()
  const read = async (view: TurnoverView, by: ModelBreakdown) => {
    const found = await readFigure(city, view, by, asKnownAt)
    const expected = expectedTurnover(contracts, view, by)
    expect({ view, by, asKnownAt, found }).toEqual({ view, by, asKnownAt, found: expected })
    const whole = wholeOf(found)
    expect({ view, by, whole }).toEqual({ view, by, whole: wholes.get(view) ?? whole })
    wholes.set(view, whole)
  }
  for (const by of breakdowns) await Promise.all(TURNOVER_VIEWS.map(({ code: view }) => read(view, by)))
  for (const part of ['contractCount', 'contractAmountFen', 'technologyAmountFen'] as const) {
    const of = (view: TurnoverView): number => wholes.get(view)?.[part] ?? 0
    expect(of('unique')).toBe(of('output') + of('intake') - of('self'))
  }
}

/** Invariants 1 to 5, asked of the tables themselves. */
const BROKEN = sql`
  select 'registered twice' as problem, fingerprint as found from ${registrations}
    where state <> 'refused' group by fingerprint having count(*) > 1
  union all select 'contract filed twice', contract_id::text from ${registrations}
    where state <> 'refused' and contract_id is not null group by contract_id having count(*) > 1
  union all select 'amounts', number from ${registrations}
    where not (0 < technology_amount_fen and technology_amount_fen <= contract_amount_fen)
  union all select 'verified income', r.number from ${registrations} r
    where r.technology_amount_fen < (select coalesce(sum(v.verified_technology_fen), 0) from receipts
      join receipt_verifications v on v.receipt_id = receipts.id where receipts.registration_id = r.id)
  union all select 'dates', number from ${registrations}
    where signed_on > effective_on or effective_on > ends_on
      or registered_on < (submitted_at at time zone 'Asia/Shanghai')::date
      or ends_on < (submitted_at at time zone 'Asia/Shanghai')::date
  union all select 'two licences where one has no room', one.subject from ${licenceGrants} one
    join ${licenceGrants} other on other.subject = one.subject and other.id > one.id
      and other.period && one.period and other.territory && one.territory and other.field && one.field
      and (one.kind in ('exclusive', 'sole') or other.kind in ('exclusive', 'sole'))
    where not one.contested and not other.contested
  union all select 'licence beyond its patent', g.subject from ${licenceGrants} g
    join ${rights} patent on patent.subject = g.subject where coalesce(g.ends_on > patent.expires_on, true)
  union all select 'gap in series', series from number_series where last <> (
    select count(*) from ${registrations} where import_id is null and left(number, 10) = series)
  union all select 'serial out of series', number from ${registrations} join number_series on left(number, 10) = series
    where import_id is null and right(number, 6)::int not between 1 and last`

/** Invariant 4: the licences of patents in force, in the register of grants as it was known by then. */
const expectLicences = async (
  { db }: City,
  licences: readonly ModelLicence[],
  knownAt: Date,
): Promise<void> => {
  const found = await db.execute(sql`
    select substr(subject, 8) as number, kind, territory_codes[1] as territory, starts_on::text as "startsOn",
      ends_on::text as "endsOn"
    from ${licenceGrants} where subject like 'patent:%' and created_at <= ${knownAt.toISOString()}::timestamptz`)
  const inOrder = (list: readonly object[]) => list.map((one) => JSON.stringify(one, KEYS)).toSorted()
  expect(inOrder([...found])).toEqual(inOrder(licences))
}
const KEYS = ['number', 'kind', 'territory', 'startsOn', 'endsOn']

const expectFrozen = async (city: City, model: HistoryModel): Promise<void> => {
  for (const { period, at, hash, total } of model.closings) {
    const published = await getPublishedPeriod(reader(city).context, period)
    const { from, to, figures, publishedAt } = published
    expect(published.hash).toBe(hash)
    expect(hashPublication({ period, from, to, publishedAt, figures })).toBe(hash)
    expect(publishedAt).toEqual(at)
    const whole = figures.find(({ view, by }) => view === 'registered' && by === 'type')
    expect(whole?.total).toEqual(total)
    const now = model.contracts.filter(({ businessOn }) => businessOn.startsWith(period))
    const standing = expectedTurnover(now, 'registered', 'total').get('')
    expect(published.current.contractAmountFen).toBe(standing?.contractAmountFen ?? 0)
    const changed = published.revisions.reduce((sum, { change }) => sum + (change?.contractAmountFen ?? 0), 0)
    expect(total.contractAmountFen + changed).toBe(standing?.contractAmountFen ?? 0)
  }
}

const PUBLIC_BREAKDOWNS = ['type', 'fourType', 'field', 'sellerRegion'] as const

/**
 * Invariant 10 in its plainest form, in every view, now and as known at an instant: no printed cell stands on one or two
 * contracts. That nothing small can be computed either is proved where the cells are hidden.
 */
const expectPrivate = async (city: City, asKnownAt?: Date): Promise<void> => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  const read = async (view: TurnoverView, by: (typeof PUBLIC_BREAKDOWNS)[number]) => {
    const { total, items } = await getTurnover(reader(city).visitor, { view, by, asKnownAt, ...year })
    const small = [total, ...items].filter(({ contractCount }) => contractCount === 1 || contractCount === 2)
    expect({ view, by, asKnownAt, small }).toEqual({ view, by, asKnownAt, small: [] })
  }
  for (const by of PUBLIC_BREAKDOWNS) {
    await Promise.all(TURNOVER_VIEWS.map(({ code: view }) => read(view, by)))
  }
}

/** Everything that must hold after each step. */
export const expectInvariants = async (city: City, model: HistoryModel): Promise<void> => {
  expect([...(await city.db.execute(BROKEN))]).toEqual([])
  const { differences, register, ledger } = await checkLedger(city.db)
  expect(differences).toEqual([])
  expect(ledger).toEqual(register)
  expect(await checkRollups(city.db)).toEqual([])
  await expectFigures(city, model.contracts, MODEL_BREAKDOWNS)
  await expectFrozen(city, model)
  await expectLicences(city, model.licences, city.clock.now())
  await expectPrivate(city)
  await expectReleased(city, model)
}

/** Everything that was right at its time is still the answer for that time. */
export const expectPasts = async (city: City, model: HistoryModel): Promise<void> => {
  const { instants } = model
  for (const { at, contracts, licences } of instants) {
    await expectFigures(city, contracts, ['type', 'fourType'], at)
    await expectLicences(city, licences, at)
    await expectPrivate(city, at)
  }
  await expectReleasesStand(city, model)
}
