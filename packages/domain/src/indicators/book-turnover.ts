import { refuse } from '../index.ts'
import { typeInFiveTypeView, typeInFourTypeView } from '../regimes/index.ts'
import type { RegisteredFacts, TurnoverEntry } from './turnover-entry.ts'

const book = ({ registeredOn, ...facts }: RegisteredFacts, recordedAt: Date): TurnoverEntry => ({
  ...facts,
  direction: 'book',
  fourType: typeInFourTypeView(facts.type, facts.subType),
  fiveType: typeInFiveTypeView(facts.type, facts.subType),
  contractCount: 1,
  businessOn: registeredOn,
  recordedAt,
})

const reverse = (entry: TurnoverEntry, recordedAt: Date): TurnoverEntry => ({
  ...entry,
  direction: 'reverse',
  contractCount: -1,
  contractAmountFen: -entry.contractAmountFen,
  technologyAmountFen: -entry.technologyAmountFen,
  recordedAt,
})

/** Throws precondition 'turnover.not_booked' when the entry is no booking that stands. */
const requireBooked = (entry: TurnoverEntry): void => {
  if (entry.direction !== 'book') {
    throw refuse('precondition', 'turnover.not_booked', { registrationId: entry.registrationId })
  }
}

/** Registering adds one contract and its amounts. */
export const entriesForRegister = (facts: RegisteredFacts, recordedAt: Date): TurnoverEntry[] => [
  book(facts, recordedAt),
]

/** A change takes the standing entry back whole and books the new version on the same business day. */
export const entriesForChange = (
  standing: TurnoverEntry,
  next: RegisteredFacts,
  recordedAt: Date,
): TurnoverEntry[] => {
  requireBooked(standing)
  if (next.registrationId !== standing.registrationId || next.version <= standing.version) {
    throw refuse('precondition', 'turnover.not_the_next_version', { registrationId: next.registrationId })
  }
  return [reverse(standing, recordedAt), book({ ...next, registeredOn: standing.businessOn }, recordedAt)]
}

/** Cancellation and revocation take the standing entry back and book nothing. */
export const entriesForReversal = (standing: TurnoverEntry, recordedAt: Date): TurnoverEntry[] => {
  requireBooked(standing)
  return [reverse(standing, recordedAt)]
}

/** The entry of a registration that stands at the end of its lines; null when it was taken back. */
export const standingEntryOf = (entries: readonly TurnoverEntry[]): TurnoverEntry | null => {
  const reversed = new Set(
    entries.filter(({ direction }) => direction === 'reverse').map(({ version }) => version),
  )
  return entries.find(({ direction, version }) => direction === 'book' && !reversed.has(version)) ?? null
}
