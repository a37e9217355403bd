import { isRefusal, shanghaiDateOf } from '@market/domain'
import fc from 'fast-check'
import type { City, Deal, Registered } from './history-city.ts'
import type { HistoryModel } from './history-model.ts'

export type HistoryCommand = fc.AsyncCommand<HistoryModel, City>
type Step = (model: HistoryModel, city: City) => Promise<void>

const MINUTE = 60_000
export const reason = '随机'

/** Runs what a property found wrong again: the name says what was done. */
export const command = (
  name: string,
  minutes: number,
  run: Step,
  check: (model: HistoryModel) => boolean = () => true,
): HistoryCommand => ({
  check,
  run: async (model, city) => {
    city.clock.advance(minutes * MINUTE)
    await run(model, city)
    model.remember(city.clock.now())
  },
  toString: () => `${name} (+${minutes} min)`,
})

/** Expects a refusal with this code and nothing else. */
export const refused = async (attempt: Promise<unknown>, code: string): Promise<void> => {
  const refusal = await attempt.then(
    () => null,
    (problem: unknown) => problem,
  )
  if (isRefusal(refusal) && refusal.code === code) return
  throw new Error(`Expected ${code}, got ${String(refusal)}.`)
}

export const pick = fc.nat(1000)
export const minutes = fc.oneof(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1000, max: 60_000 }))

/** What the register must know from now on. */
export const noteRegistered = (
  model: HistoryModel,
  city: City,
  { kind, buyerRegion, field, contractAmountFen, technologyAmountFen }: Deal,
  { record, contractId, index, sellerRegion, large }: Registered,
  ofOffice = true,
): void => {
  const added = {
    id: record.id,
    contractId,
    office: index,
    number: record.number ?? '',
    businessOn: shanghaiDateOf(city.clock.now()),
    version: 1,
    contractAmountFen,
    technologyAmountFen,
    verifiedFen: 0,
    sellerRegion,
    buyerRegion,
    field,
    four: kind.four,
    five: kind.five,
    live: true,
    ofOffice,
    amender: large ? ('registrar' as const) : ('secondRegistrar' as const),
  }
  model.contracts = [...model.contracts, added]
}
